//! The fragment of `framework.js` for Embeddable Framework: client IDs keyed by region domain, and the settings.
//! It must never name the client secret: with implicit grant or PKCE nobody needs it.
//! Source: `framework.js` files in public repositories; `usePKCEAuthFlow` is seen in the field but undocumented.

use std::fmt::Write;

use crate::domain::preset::embeddable_framework::Embedding;

/// The fragment for a client.
pub fn fragment(client_id: &str, embedding: &Embedding, pkce: bool) -> String {
    let mut text = String::from("window.Framework = {\n  config: {\n    clientIds: {\n");
    for domain in &embedding.regions {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "      {}: {},", quoted(domain), quoted(client_id));
    }
    let _ = write!(
        text,
        "    }},\n    settings: {{\n      dedicatedLoginWindow: {},\n      usePKCEAuthFlow: {pkce},\n    }},\n  }},\n}};\n",
        embedding.dedicated_login_window,
    );
    text
}

/// A JavaScript string literal, for engines too that end a line where JSON does not.
fn quoted(text: &str) -> String {
    let json = serde_json::Value::from(text).to_string();
    json.replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029")
}

#[cfg(test)]
mod tests {
    use super::fragment;
    use crate::domain::preset::embeddable_framework::Embedding;

    #[test]
    fn one_client_id_under_every_region() {
        let embedding = Embedding {
            deployment: None,
            regions: vec!["mypurecloud.de".into(), "usw2.pure.cloud".into()],
            dedicated_login_window: true,
        };
        let expected = r#"window.Framework = {
  config: {
    clientIds: {
      "mypurecloud.de": "b6f0",
      "usw2.pure.cloud": "b6f0",
    },
    settings: {
      dedicatedLoginWindow: true,
      usePKCEAuthFlow: true,
    },
  },
};
"#;
        assert_eq!(fragment("b6f0", &embedding, true), expected);
    }
}

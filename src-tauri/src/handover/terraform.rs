//! A block for CX as Code that takes the client over as it is, without creating a second one.
//! It must never ask Terraform for the secret: that would put it into the state file.
//! Source: the documentation of the Terraform provider `genesyscloud`, resource `genesyscloud_oauth_client`.

use std::fmt::Write;

use super::documents::{Subject, slug};
use crate::domain::client::{ClientState, RoleDivision};
use crate::domain::grant::GrantType;

/// The `import` block and the resource.
pub(super) fn block(subject: Subject<'_>, grant_type: GrantType) -> String {
    let client = subject.client;
    let label = label(&client.name);
    let mut text = format!(
        "import {{\n  to = genesyscloud_oauth_client.{label}\n  id = {}\n}}\n\nresource \"genesyscloud_oauth_client\" \"{label}\" {{\n",
        quoted(&client.id)
    );
    let mut line = |name: &str, value: String| {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "  {name:<29} = {value}");
    };
    line("name", quoted(&client.name));
    if !client.description.is_empty() {
        line("description", quoted(&client.description));
    }
    line("authorized_grant_type", quoted(called(grant_type)));
    if let Some(seconds) = client.seconds {
        line("access_token_validity_seconds", seconds.to_string());
    }
    if grant_type.needs_redirect_uris() {
        line("registered_redirect_uris", list(&client.redirect_uris));
    }
    if grant_type.needs_scopes() {
        line("scopes", list(&client.scopes));
    }
    if client.state == ClientState::Inactive {
        line("state", quoted("inactive"));
    }
    for RoleDivision { role_id, division_id } in &client.roles {
        let (role, division) = (quoted(role_id), quoted(division_id));
        let _ = write!(text, "\n  roles {{\n    role_id     = {role}\n    division_id = {division}\n  }}\n");
    }
    text.push_str("}\n");
    text
}

/// The name of the grant type in the provider.
fn called(grant_type: GrantType) -> &'static str {
    match grant_type {
        GrantType::ClientCredentials => "CLIENT-CREDENTIALS",
        GrantType::AuthorizationCode => "CODE",
        GrantType::Implicit => "TOKEN",
        GrantType::Saml2Bearer => "SAML2-BEARER",
    }
}

/// An identifier does not begin with a digit.
fn label(name: &str) -> String {
    let slug = slug(name);
    if slug.starts_with(|letter: char| letter.is_ascii_digit()) { format!("client_{slug}") } else { slug }
}

fn list(texts: &[String]) -> String {
    if texts.is_empty() {
        return "[]".to_owned();
    }
    let lines: String = texts.iter().map(|text| format!("    {},\n", quoted(text))).collect();
    format!("[\n{lines}  ]")
}

/// A text of the configuration language: neither a quote nor a template can end or fill it.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            letter if letter.is_control() => {
                let _ = write!(quoted, "\\u{:04x}", u32::from(letter));
            }
            letter => quoted.push(letter),
        }
    }
    quoted.push('"');
    quoted.replace("${", "$${").replace("%{", "%%{")
}

//! A block for CX as Code that takes the client over as it is, without creating a second one.
//! It must never ask Terraform for the secret: that would put it into the state file.
//! Source: the documentation of the Terraform provider `genesyscloud`, resource `genesyscloud_oauth_client`.

use std::fmt::Write;

use super::naming::label;
use crate::domain::client::{ClientState, OauthClient, RoleDivision};
use crate::domain::grant::{GrantType, HeldGrantType};

/// The `import` block and the resource; `None` for a grant type that the provider does not know.
/// What the client has is in it, whether or not its grant type has a use for it: what is left out, Terraform takes away.
pub(super) fn block(client: &OauthClient) -> Option<String> {
    let grant_type = called(&client.grant_type)?;
    let label = label(client);
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
    line("authorized_grant_type", quoted(grant_type));
    if let Some(seconds) = client.seconds {
        line("access_token_validity_seconds", seconds.to_string());
    }
    if !client.redirect_uris.is_empty() {
        line("registered_redirect_uris", list(&client.redirect_uris));
    }
    if !client.scopes.is_empty() {
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
    Some(text)
}

/// The name of a grant type in the provider.
fn called(grant_type: &HeldGrantType) -> Option<&'static str> {
    Some(match grant_type {
        HeldGrantType::Offered { grant_type: GrantType::ClientCredentials } => "CLIENT-CREDENTIALS",
        HeldGrantType::Offered { grant_type: GrantType::AuthorizationCode } => "CODE",
        HeldGrantType::Offered { grant_type: GrantType::Implicit } => "TOKEN",
        HeldGrantType::Offered { grant_type: GrantType::Saml2Bearer } => "SAML2-BEARER",
        HeldGrantType::Password => "PASSWORD",
        HeldGrantType::Unknown { .. } => return None,
    })
}

fn list(texts: &[String]) -> String {
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

//! Commands that fetch a first token with curl, and show what it is.
//! It must never put a secret into a command line: curl asks for it where none is given.
//! Source: the login flows of the official SDKs.

use super::documents::{Subject, headline};
use crate::domain::grant::GrantType;

/// The commands for a POSIX shell.
pub(super) fn commands(subject: Subject<'_>, grant_type: GrantType) -> String {
    let Subject { client, org_name, region, .. } = subject;
    let (login, api, id) = (region.login_base(), region.api_base(), quoted(&client.id));
    let redirect = client.redirect_uris.first().map_or("<redirect URI>", String::as_str);
    let head = headline(subject);
    let token = |form: &[String]| {
        let form: String =
            form.iter().map(|pair| format!("  --data-urlencode {} \\\n", quoted(pair))).collect();
        format!("curl --fail-with-body --user {id} \\\n{form}  {login}/oauth/token\n")
    };
    let look = format!("\ncurl --header 'Authorization: Bearer <access_token>' {api}/api/v2/tokens/me\n");
    let sign_in = |response_type: &str| {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        query.append_pair("client_id", &client.id).append_pair("response_type", response_type);
        format!("# {login}/oauth/authorize?{}\n\n", query.append_pair("redirect_uri", redirect).finish())
    };
    let pair = |name: &str, value: &str| format!("{name}={value}");
    let ask = match grant_type {
        GrantType::ClientCredentials => token(&[pair("grant_type", "client_credentials")]),
        GrantType::AuthorizationCode => {
            let form = [
                pair("grant_type", "authorization_code"),
                pair("code", "<code>"),
                pair("redirect_uri", redirect),
            ];
            sign_in("code") + &token(&form)
        }
        GrantType::Saml2Bearer => token(&[
            pair("grant_type", "urn:ietf:params:oauth:grant-type:saml2-bearer"),
            pair("orgName", org_name),
            pair("assertion", "<assertion>"),
        ]),
        GrantType::Implicit => sign_in("token"),
    };
    format!("{head}{ask}{look}")
}

/// A word for a POSIX shell that means nothing but itself.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}

//! Environment variables for the receiver, under the names that CX as Code and the command line of Genesys read.
//! It must never hold the secret: its line is there, empty. Source: the Terraform provider's documentation.

use std::fmt::Write;

use super::documents::{Subject, one_line};
use crate::domain::grant::GrantType;

/// The lines of an `.env` file.
pub(super) fn variables(subject: Subject<'_>, grant_type: GrantType) -> String {
    let Subject { client, org_name, region, .. } = subject;
    let mut text = format!("# {} ({})\n", one_line(&client.name), one_line(org_name));
    // Writing to a String cannot fail.
    let _ = match &*region.code {
        // The tools take only listed regions, by their code.
        "" => writeln!(text, "# {}", region.domain),
        code => writeln!(text, "GENESYSCLOUD_REGION={code}"),
    };
    // The ID may come out of somebody's file.
    let _ = writeln!(text, "GENESYSCLOUD_OAUTHCLIENT_ID={}", one_line(&client.id));
    if grant_type == GrantType::ClientCredentials {
        text.push_str("GENESYSCLOUD_OAUTHCLIENT_SECRET=\n");
    }
    text
}

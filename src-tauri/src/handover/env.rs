//! Environment variables for the receiver, under the names that CX as Code and the command line of Genesys read.
//! It must never hold the secret: its line is there, empty. Nor may a name or an ID set a variable.
//! Source: the documentation of the Terraform provider; `build/gc/config/config.go` of the command line, version 166.

use std::fmt::Write;

use super::documents::{Subject, headline};
use crate::domain::grant::GrantType;

/// Regions whose code the command line, `gc`, does not know: three it spells with underscores, three are missing from
/// tables of older versions. It takes the bare domain in every region; CX as Code takes the code in every region, and nothing else.
const UNKNOWN_TO_GC: [&str; 6] =
    ["mx-central-1", "eu-central-2", "eusc-de-east-1", "me-central-1", "ap-southeast-1", "ap-northeast-3"];

/// The lines of an `.env` file.
pub(super) fn variables(subject: Subject<'_>, grant_type: GrantType) -> String {
    let Subject { client, region, .. } = subject;
    let mut text = headline(subject);
    let (code, domain) = (&*region.code, &*region.domain);
    // Writing to a String cannot fail.
    let _ = match code {
        // CX as Code takes only listed regions.
        "" => writeln!(text, "# gc\nGENESYSCLOUD_REGION={domain}"),
        code if UNKNOWN_TO_GC.contains(&code) => {
            writeln!(text, "# gc\n# GENESYSCLOUD_REGION={domain}\n# CX as Code\nGENESYSCLOUD_REGION={code}")
        }
        code => writeln!(text, "GENESYSCLOUD_REGION={code}"),
    };
    let _ = writeln!(text, "GENESYSCLOUD_OAUTHCLIENT_ID={}", plain(&client.id));
    if grant_type == GrantType::ClientCredentials {
        text.push_str("GENESYSCLOUD_OAUTHCLIENT_SECRET=\n");
    }
    text
}

/// An ID without what could mean something to a reader. No organization gives such IDs, but it may come out of
/// somebody's file.
fn plain(id: &str) -> String {
    id.chars().filter(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_' | '.')).collect()
}

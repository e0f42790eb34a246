//! Restores default roles that an organization lacks, such as SCIM Integration, and fills the role into the draft.
//! It must never reset a role that exists.

use super::App;
use super::failure::Failure;
use super::prepare_form::Language;
use crate::domain::draft::ClientDraft;
use crate::domain::preset::scim;

/// Restores the missing default roles, reads the facts again, and gives back the draft with the SCIM role in it.
/// A production organization asks once more: `confirmed` says that it did.
pub async fn restore_default_roles(
    app: &App,
    org: &str,
    language: Language,
    draft: ClientDraft,
    confirmed: bool,
) -> Result<ClientDraft, Failure> {
    let org = app.org(org).await?;
    if org.marking.read().await.production && !confirmed {
        return Err(Failure::ConfirmProduction);
    }
    org.session.restore_default_roles().await?;
    let facts = org.read_facts(language).await?;
    Ok(scim::with_role(draft, &facts))
}

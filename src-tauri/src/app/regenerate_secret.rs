//! Gives a client a new secret. The old one stops at once.
//! It must never do so unasked, nor before the journal knows.

use serde::Serialize;
use specta::Type;

use super::App;
use super::failure::Failure;
use super::operation::intent::Intent;
use super::operation::sealed::{SecretKept, keep, sealing_key};
use super::operation::underway::{About, Underway};
use crate::domain::client::OauthClient;
use crate::domain::operation::OperationKind;

/// A client with a new secret.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct NewSecret {
    /// The client.
    pub client: OauthClient,
    /// How the secret is kept for copying and revealing; absent if the server left it out.
    pub secret: Option<SecretKept>,
}

/// Replaces the secret of a client. A production organization asks once more: `confirmed` says that it did.
pub async fn regenerate_secret(
    app: &App,
    org: &str,
    id: &str,
    confirmed: bool,
) -> Result<NewSecret, Failure> {
    let org = app.org(org).await?;
    org.confirm(confirmed).await?;
    let whole = org.session.read_whole_client(id).await?;
    let client = whole.client();
    let key = sealing_key(app, &org).await?;
    let about = About { id: Some(id), name: &client.name };
    let intent = Intent::change(&whole);
    let underway = Underway::begin(app, &org, OperationKind::RegenerateSecret, about, &intent).await?;
    let answer = match org.write(org.session.regenerate_secret(id)).await {
        Ok(answer) => answer,
        Err(error) => return Err(underway.failed(error).await),
    };
    let (client, secret) = keep(app, &org, &underway, answer, &key).await;
    Ok(NewSecret { client, secret })
}

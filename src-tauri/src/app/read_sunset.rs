//! Reads what ends with implicit grant: every such client, who created it, where it sends people, when it was last used.
//! It must never fail for want of a name: who may not look people up sees their identifiers.

use serde::Serialize;
use specta::Type;

use super::check_health::Basis;
use super::failure::Failure;
use super::{App, Org};
use crate::domain::announced::{AnnouncedDate, IMPLICIT_NO_NEW_CLIENTS, IMPLICIT_STOPS};
use crate::domain::health::{self, SunsetClient};

/// Most people that are looked up by name; most organizations have a handful of administrators.
const NAMES: usize = 20;

/// What ends with implicit grant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Sunset {
    /// The clients.
    pub clients: Vec<SunsetClient>,
    /// Who created them, where the name could be found out.
    pub creators: Vec<Creator>,
    /// From when on no new ones can be created.
    pub no_new_since: AnnouncedDate,
    /// When they stop.
    pub stops: AnnouncedDate,
    /// Day on which both were read in the help of Genesys, as `YYYY-MM-DD`.
    pub read_on: String,
    /// Days until the first day that this can mean; negative after.
    pub days_left: i32,
}

/// A person with a name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Creator {
    /// Identifier.
    pub id: String,
    /// Name.
    pub name: String,
}

/// Every client that ends with implicit grant, listed now.
pub async fn read_sunset(app: &App, org: &str) -> Result<Sunset, Failure> {
    let org = app.org(org).await?;
    org.list_with_outline(app).await?;
    let basis = Basis::gather(app, &org).await?;
    let (clients, days_left) = health::sunset(&basis.clients, &basis.uses, app.clock.now());
    Ok(Sunset {
        creators: creators(app, &org, &clients).await,
        clients,
        no_new_since: IMPLICIT_NO_NEW_CLIENTS.date,
        stops: IMPLICIT_STOPS.date,
        read_on: IMPLICIT_STOPS.read_on.to_string(),
        days_left,
    })
}

/// Names, one after the other; the first refusal means that the others would be refused too.
async fn creators(app: &App, org: &Org, clients: &[SunsetClient]) -> Vec<Creator> {
    let mut ids: Vec<&str> = clients.iter().filter_map(|client| client.created_by.as_deref()).collect();
    ids.sort_unstable();
    ids.dedup();
    let mut creators = Vec::new();
    for id in ids.into_iter().take(NAMES) {
        if let (Some(own), Some(name)) = (&org.identity.user_id, &org.identity.user_name)
            && own == id
        {
            creators.push(Creator { id: own.clone(), name: name.clone() });
            continue;
        }
        match app.read(org, || org.session.read_person_name(id)).await {
            Ok(Some(name)) => creators.push(Creator { id: id.to_owned(), name }),
            // Somebody who has left: the others may still be there.
            Ok(None) => {}
            Err(_) => break,
        }
    }
    creators
}

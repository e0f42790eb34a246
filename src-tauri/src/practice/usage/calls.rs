//! What programs call: a few plausible paths for each area, weighted by how often.
//! Must never be taken for a list of what a scope allows: it only gives the figures a likely shape.

use super::super::client::Client;
use super::super::org::Org;

/// A kind of call.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Call {
    pub(super) method: &'static str,
    pub(super) template: &'static str,
    /// How often, beside the others of its client.
    pub(super) weight: u32,
    /// It only reads, also where a query needs a body.
    pub(super) reads: bool,
}

const fn get(template: &'static str, weight: u32) -> Call {
    Call { method: "GET", template, weight, reads: true }
}

/// A query with a body.
const fn ask(template: &'static str, weight: u32) -> Call {
    Call { method: "POST", template, weight, reads: true }
}

const fn change(method: &'static str, template: &'static str, weight: u32) -> Call {
    Call { method, template, weight, reads: false }
}

/// Areas are called as their scopes are (section 6); `scim` is also that of the roles that manage people.
const AREAS: [(&str, &[Call]); 22] = [
    (
        "analytics",
        &[
            ask("/api/v2/analytics/conversations/details/query", 30),
            ask("/api/v2/analytics/queues/observations/query", 18),
            ask("/api/v2/analytics/conversations/aggregates/query", 9),
        ],
    ),
    ("architect", &[get("/api/v2/flows", 4)]),
    (
        "authorization",
        &[
            get("/api/v2/authorization/roles", 4),
            get("/api/v2/authorization/divisions", 3),
            get("/api/v2/authorization/subjects/me", 2),
        ],
    ),
    (
        "conversations",
        &[
            get("/api/v2/conversations/{conversationId}", 30),
            get("/api/v2/conversations", 12),
            change("PATCH", "/api/v2/conversations/calls/{conversationId}/participants/{participantId}", 8),
            change("POST", "/api/v2/conversations/calls", 4),
        ],
    ),
    ("external-contacts", &[get("/api/v2/externalcontacts/reversewhitepageslookup", 25)]),
    (
        "notifications",
        &[
            change("POST", "/api/v2/notifications/channels", 5),
            change("PUT", "/api/v2/notifications/channels/{channelId}/subscriptions", 5),
        ],
    ),
    (
        "oauth",
        &[
            get("/api/v2/oauth/clients", 6),
            get("/api/v2/oauth/scopes", 3),
            change("POST", "/api/v2/oauth/clients", 1),
        ],
    ),
    ("organization", &[get("/api/v2/organizations/me", 3)]),
    (
        "outbound",
        &[
            get("/api/v2/outbound/campaigns", 6),
            change("POST", "/api/v2/outbound/contactlists/{contactListId}/contacts", 9),
        ],
    ),
    (
        "presence",
        &[
            get("/api/v2/presence/definitions", 3),
            change("PATCH", "/api/v2/users/{userId}/presences/{sourceId}", 9),
        ],
    ),
    ("quality", &[ask("/api/v2/quality/evaluations/aggregates/query", 2)]),
    ("recordings", &[get("/api/v2/conversations/{conversationId}/recordings", 5)]),
    ("routing", &[get("/api/v2/routing/queues", 10), get("/api/v2/routing/queues/{queueId}/members", 6)]),
    (
        "scim",
        &[
            get("/api/v2/scim/v2/users", 20),
            get("/api/v2/scim/v2/users/{userId}", 14),
            change("PATCH", "/api/v2/scim/v2/users/{userId}", 6),
            change("POST", "/api/v2/scim/v2/users", 2),
            get("/api/v2/scim/v2/groups", 4),
            change("PATCH", "/api/v2/scim/v2/groups/{groupId}", 2),
        ],
    ),
    ("scripts", &[get("/api/v2/scripts/published/{scriptId}", 5)]),
    ("stations", &[get("/api/v2/stations", 4), get("/api/v2/users/{userId}/station", 6)]),
    ("telephony", &[get("/api/v2/telephony/providers/edges/phones", 4)]),
    ("user-basic-info", &[get("/api/v2/users/me", 8)]),
    (
        "users",
        &[
            get("/api/v2/users/{userId}", 16),
            ask("/api/v2/users/search", 6),
            change("PATCH", "/api/v2/users/{userId}", 1),
        ],
    ),
    ("voicemail", &[get("/api/v2/voicemail/messages", 3)]),
    ("webdeployments", &[get("/api/v2/webdeployments/deployments", 2)]),
    ("workforce-management", &[get("/api/v2/workforcemanagement/adherence", 3)]),
];

/// What a client calls, in a fixed order: as far as its scopes or roles reach, and its habits.
pub(super) fn of(org: &Org, client: &Client) -> Vec<Call> {
    let (habits, areas) = (&client.habits, areas(org, client));
    let used = |area: &str| habits.uses.is_empty() || habits.uses.iter().any(|uses| uses == area);
    let mut calls = Vec::new();
    for (area, of_area) in AREAS.iter().filter(|(area, _)| used(area)) {
        let Some((_, may_change)) = areas.iter().find(|(name, _)| name == area) else { continue };
        let changes = *may_change && !habits.reads_only;
        calls.extend(of_area.iter().filter(|call| call.reads || changes));
    }
    calls
}

/// The areas that a client reaches, and whether it may change something there.
fn areas(org: &Org, client: &Client) -> Vec<(String, bool)> {
    if client.content.grant != "CLIENT-CREDENTIALS" {
        let area = |scope: &String| match scope.strip_suffix(":readonly") {
            Some(area) => (area.to_owned(), false),
            None => (scope.clone(), true),
        };
        return client.content.scope.iter().map(area).collect();
    }
    let mut areas: Vec<(String, bool)> = Vec::new();
    for role in client.content.roles.iter().filter_map(|pair| org.role(&pair.role_id)) {
        let named = role.permissions.iter().filter_map(|permission| area_of_permission(permission));
        areas.extend(named.map(|(area, changes)| (area.to_owned(), changes)));
    }
    // Of the same area, the one that may change comes first and is the one found.
    areas.sort_by_key(|(area, changes)| (area.clone(), !changes));
    areas
}

fn area_of_permission(permission: &str) -> Option<(&'static str, bool)> {
    let (domain, action) = (permission.split(':').next()?, permission.rsplit(':').next()?);
    let changes = !matches!(action, "view" | "search");
    let area = match (domain, permission) {
        ("directory", "directory:user:view" | "directory:group:view") => "users",
        ("directory", _) => "scim",
        ("externalContacts", _) => "external-contacts",
        ("recording", _) => "recordings",
        ("scripter", _) => "scripts",
        ("analytics" | "architect" | "authorization" | "oauth" | "outbound" | "quality" | "routing", _) => {
            ["analytics", "architect", "authorization", "oauth", "outbound", "quality", "routing"]
                .into_iter()
                .find(|area| *area == domain)?
        }
        ("telephony", _) => "telephony",
        _ => return None,
    };
    Some((area, changes))
}

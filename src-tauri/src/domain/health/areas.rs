//! Which scope opens which part of the API, as far as it can be told from an address.
//! A guess, in this one place: an address that is in no row means that nothing is said about the client's scopes.

use super::known::SeenEndpoint;

/// Parts of an address and the scope area that opens each. A guess from the names: Genesys documents the scope of each
/// operation, but the usage figures name only its address.
const AREAS: &[(&str, &str)] = &[
    ("alerting", "alerting"),
    ("analytics", "analytics"),
    ("architect", "architect"),
    ("assistants", "assistants"),
    ("audits", "audits"),
    ("authorization", "authorization"),
    ("billing", "billing"),
    ("businessrules", "business-rules"),
    ("coaching", "coaching"),
    ("contentmanagement", "content-management"),
    ("conversations", "conversations"),
    ("employeeperformance", "employee-performance"),
    ("externalcontacts", "external-contacts"),
    ("fax", "fax"),
    ("flows", "architect"),
    ("gamification", "gamification"),
    ("gdpr", "gdpr"),
    ("geolocations", "geolocation"),
    ("greetings", "greetings"),
    ("groups", "groups"),
    ("identityproviders", "identity-providers"),
    ("integrations", "integrations"),
    ("journey", "journey"),
    ("knowledge", "knowledge"),
    ("languageunderstanding", "language-understanding"),
    ("learning", "learning"),
    ("license", "license"),
    ("locations", "locations"),
    ("messaging", "messaging"),
    ("notifications", "notifications"),
    ("oauth", "oauth"),
    ("organizations", "organization"),
    ("orgauthorization", "organization-authorization"),
    ("outbound", "outbound"),
    ("presence", "presence"),
    ("presencedefinitions", "presence"),
    ("presences", "presence"),
    ("processautomation", "process-automation"),
    ("quality", "quality"),
    ("queues", "routing"),
    ("recording", "recordings"),
    ("recordings", "recordings"),
    ("responsemanagement", "response-management"),
    ("routing", "routing"),
    ("routinglanguages", "routing"),
    ("routingskills", "routing"),
    ("routingstatus", "routing"),
    ("scim", "scim"),
    ("scripts", "scripts"),
    ("search", "search"),
    ("speechandtextanalytics", "speech-and-text-analytics"),
    ("station", "stations"),
    ("stations", "stations"),
    ("taskmanagement", "workitems"),
    ("teams", "groups"),
    ("telephony", "telephony"),
    ("textbots", "textbots"),
    ("uploads", "upload"),
    ("userrecordings", "user-recordings"),
    ("users", "users"),
    ("voicemail", "voicemail"),
    ("webchat", "web-chat"),
    ("webdeployments", "webdeployments"),
    ("widgets", "widgets"),
    ("workforcemanagement", "workforce-management"),
];

/// Whether some row opens an area, so that its absence from the calls means something.
pub(super) fn is_known(area: &str) -> bool {
    AREAS.iter().any(|(_, known)| *known == area)
}

/// Every area that an address may need; `None` when its first part is in no row.
/// `/api/v2/users/{userId}/presences` is counted for both.
pub(super) fn areas_of(template: &str) -> Option<Vec<&'static str>> {
    let area = |part: &str| AREAS.iter().find(|(name, _)| *name == part).map(|(_, area)| *area);
    let mut parts = template.strip_prefix("/api/v2/")?.split('/');
    let mut areas = vec![area(parts.next()?)?];
    areas.extend(parts.filter_map(area));
    Some(areas)
}

/// Whether a call only reads. Queries and searches are sent with POST and read all the same; a guess from their names.
pub(super) fn only_reads(seen: &SeenEndpoint) -> bool {
    let method = seen.method.to_ascii_uppercase();
    let asks = seen.template.ends_with("/query") || seen.template.ends_with("/search");
    matches!(method.as_str(), "GET" | "HEAD") || (method == "POST" && asks)
}

//! What each call asks of its caller: scopes and permissions (sections 3.1 and 6).
//! Must never be decided elsewhere: a handler names its line here.

/// What an operation of type `ANY` asks of its caller: any one scope, and any one permission (none when empty).
pub(super) struct Needs {
    pub(super) scopes: &'static [&'static str],
    pub(super) permissions: &'static [&'static str],
}

/// What an operation of type `ALL` asks of its caller: any one scope, and every permission.
pub(super) struct NeedsAll {
    pub(super) scopes: &'static [&'static str],
    pub(super) permissions: &'static [&'static str],
}

const OAUTH: &[&str] = &["oauth"];
const OAUTH_READ: &[&str] = &["oauth", "oauth:readonly"];
const AUTHORIZATION: &[&str] = &["authorization"];
const AUTHORIZATION_READ: &[&str] = &["authorization", "authorization:readonly"];
const SCIM: &[&str] = &["scim", "scim:readonly"];

pub(super) const VIEW_CLIENTS: Needs = Needs { scopes: OAUTH_READ, permissions: &["oauth:client:view"] };
pub(super) const ADD_CLIENTS: Needs = Needs { scopes: OAUTH, permissions: &["oauth:client:add"] };
pub(super) const EDIT_CLIENTS: Needs = Needs { scopes: OAUTH, permissions: &["oauth:client:edit"] };
pub(super) const DELETE_CLIENTS: Needs = Needs { scopes: OAUTH, permissions: &["oauth:client:delete"] };
pub(super) const VIEW_AUTHORIZATIONS: Needs =
    Needs { scopes: OAUTH_READ, permissions: &["oauth:client:authorize"] };
pub(super) const VIEW_USAGE: Needs =
    Needs { scopes: OAUTH_READ, permissions: &["oauth:client:view", "usage:client:view"] };
/// Usage of every client at once.
pub(super) const VIEW_USAGE_OF_EVERYBODY: Needs =
    Needs { scopes: OAUTH_READ, permissions: &["oauth:client:view", "usage:organization:view"] };
pub(super) const VIEW_SCOPES: Needs = Needs { scopes: OAUTH_READ, permissions: &[] };

/// The scope and the permission are those of section 3.1 for storing one; that `view` lists them is an inference.
pub(super) const VIEW_INTEGRATIONS: Needs = Needs {
    scopes: &["integrations", "integrations:readonly"],
    permissions: &["integrations:integration:view"],
};

/// Source: official SDKs; the scopes are a guess from their descriptions.
pub(super) const VIEW_DEPENDENCIES: NeedsAll = NeedsAll {
    scopes: &["architect", "architect:readonly"],
    permissions: &["architect:dependencyTracking:view"],
};

pub(super) const VIEW_ROLES: Needs =
    Needs { scopes: AUTHORIZATION_READ, permissions: &["authorization:role:view"] };
pub(super) const EDIT_ROLES: Needs =
    Needs { scopes: AUTHORIZATION, permissions: &["authorization:role:edit"] };
pub(super) const ADD_GRANTS: NeedsAll =
    NeedsAll { scopes: AUTHORIZATION, permissions: &["authorization:grant:add"] };
pub(super) const DELETE_GRANTS: NeedsAll =
    NeedsAll { scopes: AUTHORIZATION, permissions: &["authorization:grant:delete"] };
/// Divisions, and the caller's own grants.
pub(super) const VIEW_AUTHORIZATION: Needs = Needs { scopes: AUTHORIZATION_READ, permissions: &[] };

/// One's own token, and one's own record.
pub(super) const OWN_TOKEN: Needs = Needs { scopes: &["user-basic-info"], permissions: &[] };
/// Another person's record needs no permission.
pub(super) const VIEW_PERSON: Needs = Needs { scopes: &["users", "users:readonly"], permissions: &[] };
pub(super) const VIEW_ORGANIZATION: Needs =
    Needs { scopes: &["organization", "organization:readonly"], permissions: &[] };
pub(super) const VIEW_TIMEOUT: Needs = Needs {
    scopes: &["authorization", "authorization:readonly", "organization", "organization:readonly"],
    permissions: &[],
};

pub(super) const VIEW_SCIM: Needs = Needs { scopes: SCIM, permissions: &[] };
pub(super) const VIEW_SCIM_GROUPS: Needs = Needs { scopes: SCIM, permissions: &["directory:group:edit"] };

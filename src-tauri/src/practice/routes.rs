//! Every path the practice organization answers, and the front desk before them.
//! Must never decide anything: one line leads to one handler.

use axum::Router;
use axum::middleware::from_fn_with_state;
use axum::routing::{get, post};

use super::desk::{self, House};
use super::refusal::Refusal;
use super::{
    authorizations, authorize, clients, consent, dependents, directory, grants, integrations, limits, me,
    scim, scopes, sign_in, squeeze, usage,
};

pub(super) fn router(house: House) -> Router {
    Router::new()
        .route("/oauth/token", post(sign_in::token))
        .route("/oauth/authorize", get(authorize::authorize).post(consent::answer))
        .route("/.well-known/oauth-authorization-server", get(sign_in::metadata))
        .nest("/api/v2", api())
        .fallback(nowhere)
        .method_not_allowed_fallback(nowhere)
        .layer(from_fn_with_state(house.clone(), desk::receive))
        .layer(squeeze::layer())
        .with_state(house)
}

fn api() -> Router<House> {
    Router::new()
        .route("/tokens/me", get(me::token).delete(me::revoke))
        .route("/tokens/timeout", get(me::idle_timeout))
        .route("/users/me", get(me::user))
        .route("/users/{id}", get(me::somebody))
        .route("/organizations/me", get(me::organization))
        .route("/organizations/limits/namespaces/{namespace}", get(me::limits))
        .route("/organizations/limits/docs", get(limits::docs))
        .route("/authorization/roles", get(directory::roles))
        .route("/authorization/roles/default", post(directory::restore_defaults))
        .route("/authorization/roles/{id}", get(directory::role))
        .route("/authorization/roles/{id}/comparedefault/{default}", get(directory::compare_default))
        .route("/authorization/roles/{id}/subjectgrants", get(dependents::role_holders))
        .route("/architect/dependencytracking/consumingresources", get(dependents::consuming))
        .route("/authorization/divisions", get(directory::divisions))
        .route("/authorization/divisions/home", get(directory::home))
        .route("/authorization/divisionspermitted/me", get(grants::permitted))
        .route("/authorization/subjects/me", get(grants::subject))
        .route(
            "/authorization/subjects/{id}/divisions/{division}/roles/{role}",
            post(grants::grant).delete(grants::take_back),
        )
        .route("/oauth/clients", get(clients::list).post(clients::create))
        .route("/oauth/clients/{id}", get(clients::read_one).put(clients::update).delete(clients::delete))
        .route("/oauth/clients/{id}/secret", post(clients::new_secret))
        .route("/oauth/clients/{id}/usage/summary", get(usage::summary))
        .route("/oauth/clients/{id}/usage/query", post(usage::query))
        .route("/oauth/clients/{id}/usage/query/results/{execution}", get(usage::results))
        .route("/usage/query", post(usage::everybody::query))
        .route("/usage/query/{execution}/results", get(usage::everybody::results))
        .route("/oauth/scopes", get(scopes::list))
        .route("/oauth/scopes/{id}", get(scopes::one))
        .route("/oauth/authorizations", get(authorizations::list))
        .route("/oauth/authorizations/{id}", get(authorizations::one))
        .route("/integrations/credentials", get(integrations::credentials))
        .route("/integrations/credentials/listing", get(integrations::listing))
        .nest("/scim/v2", provisioning().route("/groups", get(scim::groups_by_filter)))
        .nest("/scim", provisioning().route("/groups", get(scim::groups)))
}

/// Served twice: an older path without the second `v2` does the same, but for groups (section 10.2).
fn provisioning() -> Router<House> {
    Router::new().route("/users", get(scim::users)).route("/serviceproviderconfig", get(scim::provider))
}

/// A path, or a method on it, that does not exist.
async fn nowhere() -> Refusal {
    Refusal::missing("not.found", "The requested resource does not exist")
}

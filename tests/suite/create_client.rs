//! Creating clients: the three of the help pages, and every way in which it can go wrong.

use latchkey::app::check_draft::check_draft;
use latchkey::app::create_client::{Comparison, Created, compare_client, create_client};
use latchkey::app::failure::Failure;
use latchkey::app::hand_over::HandOver;
use latchkey::app::list_clients::{list_clients, read_client};
use latchkey::app::open_practice::open_practice;
use latchkey::app::preview_client::preview_client;
use latchkey::app::restore_default_roles::restore_default_roles;
use latchkey::domain::draft::ClientDraft;
use latchkey::domain::duration::SCIM_MAX_SECONDS;
use latchkey::domain::finding::Rule;
use latchkey::domain::fix::{Fix, mend};
use latchkey::domain::grant::{GrantType, HeldGrantType};
use latchkey::domain::preset::Purpose;
use latchkey::domain::preset::embeddable_framework::{Deployment, Embedding, choose};
use latchkey::domain::summary::{SecretUse, SummaryLine};
use latchkey::practice::{Fault, FaultKind};

use crate::desk::Desk;

const CODE: Purpose = Purpose::Plain { grant_type: GrantType::AuthorizationCode };

async fn create(desk: &Desk, draft: &ClientDraft) -> Result<Created, Failure> {
    create_client(&desk.app, &desk.org.id, draft, false).await
}

async fn rules(desk: &Desk, draft: &ClientDraft) -> Vec<Rule> {
    let check = check_draft(&desk.app, &desk.org.id, draft).await.expect("check");
    check.findings.into_iter().map(|finding| finding.rule).collect()
}

async fn clients_called(desk: &Desk, name: &str) -> usize {
    let clients = list_clients(&desk.app, &desk.org.id).await.expect("list");
    clients.iter().filter(|client| client.name == name).count()
}

async fn embedded_draft(desk: &Desk) -> ClientDraft {
    let draft = desk.draft(Purpose::EmbeddableFramework, "CRM softphone").await;
    let regions = vec!["mypurecloud.de".into(), "usw2.pure.cloud".into()];
    choose(draft, Embedding { deployment: Some(Deployment::Public), regions, dedicated_login_window: true })
}

async fn code_draft(desk: &Desk, name: &str) -> ClientDraft {
    let mut draft = desk.draft(CODE, name).await;
    draft.redirect_uris = vec!["https://example.com/callback".into()];
    draft
}

fn fault(kind: FaultKind, method: &str, path: &str) -> Option<Fault> {
    Some(Fault { kind, method: Some(method.into()), path: path.into(), times: None })
}

const CLIENTS: &str = "/api/v2/oauth/clients";

#[tokio::test]
async fn embeddable_framework_as_the_help_page_says() {
    let desk = Desk::open().await;
    let created = create(&desk, &embedded_draft(&desk).await).await.expect("created");
    assert_eq!(created.client.grant_type, HeldGrantType::Offered { grant_type: GrantType::Implicit });
    assert_eq!(created.client.seconds, Some(64_800));
    assert_eq!(
        created.client.redirect_uris,
        [
            "https://apps.mypurecloud.de/crm/index.html",
            "https://apps.mypurecloud.de/crm/authWindow.html",
            "https://apps.usw2.pure.cloud/crm/index.html",
            "https://apps.usw2.pure.cloud/crm/authWindow.html",
        ]
    );
    assert_eq!(created.comparison, Comparison::Same);
    assert_eq!((created.secret_use, created.secret.is_some()), (SecretUse::NotNeeded, false));
    let HandOver::FrameworkJs { fragment, .. } = created.hand_over else { panic!("a fragment") };
    assert!(fragment.contains(&format!("\"usw2.pure.cloud\": \"{}\"", created.client.id)), "{fragment}");
    assert!(fragment.contains("usePKCEAuthFlow: false"), "{fragment}");
}

#[tokio::test]
async fn implicit_refused_then_switched_with_everything_kept() {
    let desk = Desk::playing(|settings| settings.refuse_implicit = true).await;
    let draft = embedded_draft(&desk).await;
    let failure = create(&desk, &draft).await.expect_err("refused");
    assert!(matches!(failure, Failure::GrantTypeRefused { .. }), "{failure:?}");
    assert!(rules(&desk, &draft).await.contains(&Rule::ImplicitRefused), "the form says so from now on");

    let switched = mend(draft.clone(), &Fix::UseAuthorizationCode);
    assert_eq!(
        (&switched.name, &switched.redirect_uris, &switched.scopes),
        (&draft.name, &draft.redirect_uris, &draft.scopes)
    );
    let created = create(&desk, &switched).await.expect("created");
    let HandOver::FrameworkJs { fragment, .. } = created.hand_over else { panic!("a fragment") };
    assert!(fragment.contains("usePKCEAuthFlow: true"), "{fragment}");
    assert_eq!(created.secret_use, SecretUse::NotNeeded);
}

#[tokio::test]
async fn scim_keeps_its_450_days() {
    let desk = Desk::open().await;
    let created = create(&desk, &desk.draft(Purpose::Scim, "Entra ID").await).await.expect("created");
    assert_eq!(created.client.seconds, Some(SCIM_MAX_SECONDS));
    assert_eq!(created.comparison, Comparison::Same);
    assert_eq!((created.secret_use, created.secret.is_some()), (SecretUse::Needed, true));
    let HandOver::Scim { settings } = created.hand_over else { panic!("SCIM settings") };
    assert_eq!(settings.base_url, "https://api.mypurecloud.de/api/v2/scim/v2");
}

#[tokio::test]
async fn scim_role_missing_is_restored_and_still_not_held() {
    let desk = Desk::playing(|settings| settings.scim_role = latchkey::practice::ScimRole::Missing).await;
    let draft = desk.draft(Purpose::Scim, "Entra ID").await;
    assert!(draft.roles.is_empty());
    let missing = rules(&desk, &draft).await;
    assert!(missing.iter().any(|rule| matches!(rule, Rule::ScimRoleMissing { .. })), "{missing:?}");

    let language = latchkey::app::prepare_form::Language::English;
    let restored = restore_default_roles(&desk.app, &desk.org.id, language, draft, false);
    let restored = restored.await.expect("restored");
    assert_eq!(restored.draft.roles.len(), 1);
    assert_eq!(restored.draft.name, "Entra ID");
    let not_held = rules(&desk, &restored.draft).await;
    assert!(not_held.iter().any(|rule| matches!(rule, Rule::ScimRoleNotHeld { .. })), "{not_held:?}");
}

#[tokio::test]
async fn client_credentials_are_previewed_and_created_as_previewed() {
    let desk = Desk::open().await;
    let mut draft = desk.draft(Purpose::Plain { grant_type: GrantType::ClientCredentials }, "Export").await;
    draft.roles = vec![desk.role("employee")];
    draft.description = "Reads at night".into();
    let preview = preview_client(&desk.app, &desk.org.id, &draft).await.expect("preview");
    assert!(preview.request.starts_with("POST http://127.0.0.1:"), "{}", preview.request);
    assert!(
        preview.json.contains("\"Reads at night\"") && preview.json.contains("CLIENT-CREDENTIALS"),
        "{}",
        preview.json
    );
    assert!(
        !preview.json.contains("registeredRedirectUri"),
        "what does not apply is not sent: {}",
        preview.json
    );
    assert!(preview.summary.contains(&SummaryLine::CannotActForPeople));

    let created = create(&desk, &draft).await.expect("created");
    assert_eq!(created.comparison, Comparison::Same);
    let detail = read_client(&desk.app, &desk.org.id, &created.client.id).await.expect("detail");
    assert_eq!(detail.summary, preview.summary, "the page of the client says what the preview said");
}

#[tokio::test]
async fn an_invalid_draft_sends_nothing() {
    let desk = Desk::open().await;
    let draft = desk.draft(CODE, "").await;
    let failure = create(&desk, &draft).await.expect_err("invalid");
    assert!(matches!(failure, Failure::DraftInvalid { .. }), "{failure:?}");
    assert_eq!(clients_called(&desk, "").await, 0);
}

#[tokio::test]
async fn a_permission_taken_away_meanwhile_is_named() {
    let desk = Desk::open().await;
    let draft = code_draft(&desk, "Portal").await;
    desk.play(|settings| settings.withheld_permissions = vec!["oauth:client:add".into()]).await;
    let Failure::PermissionMissing { permissions, details } =
        create(&desk, &draft).await.expect_err("refused")
    else {
        panic!("a missing permission");
    };
    assert_eq!(permissions, ["oauth:client:add"]);
    assert!(
        rules(&desk, &draft)
            .await
            .contains(&Rule::PermissionMissing { permission: "oauth:client:add".into() })
    );
    assert_eq!(details.status, Some(403));
    assert!(details.correlation_id.is_some());
}

#[tokio::test]
async fn a_permission_missing_from_the_start_is_said_before_sending() {
    let desk =
        Desk::playing(|settings| settings.withheld_permissions = vec!["oauth:client:add".into()]).await;
    let found = rules(&desk, &code_draft(&desk, "Portal").await).await;
    assert!(found.contains(&Rule::PermissionMissing { permission: "oauth:client:add".into() }), "{found:?}");
}

#[tokio::test]
async fn refusals_have_their_own_kinds() {
    let desk = Desk::open().await;
    let draft = code_draft(&desk, "Portal").await;
    desk.play(|settings| settings.unknown_scopes = vec!["user-basic-info".into()]).await;
    let failure = create(&desk, &draft).await.expect_err("refused");
    assert!(matches!(failure, Failure::ScopeUnknown { .. }), "{failure:?}");
    assert!(
        rules(&desk, &draft).await.contains(&Rule::ScopeUnknown { scope: "user-basic-info".into() }),
        "the form learnt"
    );

    desk.play(|settings| (settings.unknown_scopes, settings.client_limit) = (Vec::new(), Some(1))).await;
    desk.read_facts().await.expect("facts");
    let failure = create(&desk, &draft).await.expect_err("refused");
    assert!(matches!(failure, Failure::TooManyClients { limit: Some(1), .. }), "{failure:?}");

    let limited = FaultKind::RateLimited { retry_after_seconds: 7 };
    desk.play(|settings| (settings.client_limit, settings.fault) = (None, fault(limited, "POST", CLIENTS)))
        .await;
    let failure = create(&desk, &draft).await.expect_err("refused");
    assert!(matches!(failure, Failure::RateLimited { retry_after_seconds: 7, .. }), "{failure:?}");
    desk.play(|settings| settings.fault = None).await;
    let early =
        list_clients(&desk.app, &desk.org.id).await.expect_err("nothing is asked before the time is up");
    assert!(matches!(early, Failure::RateLimited { .. }), "{early:?}");
    open_practice(&desk.app).await.expect("a new session");
    assert_eq!(clients_called(&desk, "Portal").await, 0);
}

#[tokio::test]
async fn a_role_lost_meanwhile_is_refused_as_such() {
    let desk = Desk::open().await;
    let draft = desk.draft(Purpose::Scim, "Entra ID").await;
    desk.play(|settings| settings.scim_role = latchkey::practice::ScimRole::NotHeld).await;
    let failure = create(&desk, &draft).await.expect_err("refused");
    assert!(matches!(failure, Failure::RoleNotHeld { .. }), "{failure:?}");
}

#[tokio::test]
async fn a_lost_answer_is_said_and_never_repeated() {
    for kind in [
        FaultKind::CutAfterStore,
        FaultKind::ServerGone,
        FaultKind::Unreadable,
        FaultKind::ServerError,
        FaultKind::Truncated,
    ] {
        let desk = Desk::open().await;
        let stored = usize::from(matches!(kind, FaultKind::CutAfterStore | FaultKind::Truncated));
        let draft = code_draft(&desk, "Portal").await;
        desk.play(|settings| settings.fault = fault(kind.clone(), "POST", CLIENTS)).await;
        let failure = create(&desk, &draft).await.expect_err("lost");
        assert!(matches!(failure, Failure::AnswerLost { .. }), "{kind:?}: {failure:?}");
        desk.play(|settings| settings.fault = None).await;
        assert_eq!(clients_called(&desk, "Portal").await, stored, "{kind:?}");
    }
}

#[tokio::test]
async fn reads_that_fail_have_their_own_kinds() {
    let desk = Desk::open().await;
    let list = || list_clients(&desk.app, &desk.org.id);
    desk.play(|settings| settings.fault = fault(FaultKind::ServerGone, "GET", CLIENTS)).await;
    assert!(matches!(list().await, Err(Failure::Unreachable { .. })));
    desk.play(|settings| settings.fault = fault(FaultKind::Unreadable, "GET", CLIENTS)).await;
    assert!(matches!(list().await, Err(Failure::Unreadable { .. })));
    desk.play(|settings| settings.fault = fault(FaultKind::ServerError, "GET", CLIENTS)).await;
    assert!(matches!(list().await, Err(Failure::ServerTrouble { .. })));
}

#[tokio::test]
async fn a_passing_fault_on_a_read_is_tried_again() {
    let desk = Desk::open().await;
    desk.play(|settings| {
        settings.fault =
            fault(FaultKind::ServerError, "GET", CLIENTS).map(|fault| Fault { times: Some(2), ..fault });
    })
    .await;
    assert!(list_clients(&desk.app, &desk.org.id).await.is_ok());
}

#[tokio::test]
async fn a_client_not_visible_at_once_is_waited_for() {
    let desk = Desk::open().await;
    desk.play(|settings| settings.reads_before_visible = 2).await;
    let created = create(&desk, &code_draft(&desk, "Soon").await).await.expect("created");
    assert_eq!(created.comparison, Comparison::Same);

    desk.play(|settings| settings.reads_before_visible = 5).await;
    let draft = code_draft(&desk, "Later").await;
    let created = create(&desk, &draft).await.expect("created");
    assert_eq!(created.comparison, Comparison::NotVisibleYet);
    let again = compare_client(&desk.app, &desk.org.id, &created.client.id, &draft).await.expect("compared");
    assert_eq!(again, Comparison::Same);
}

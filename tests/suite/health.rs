//! The health check against the practice organization: acknowledged and open again, mended, reported; nothing is sent.

use latchkey::app::acknowledge_finding::{acknowledge_finding, take_back_acknowledgement};
use latchkey::app::check_health::{Health, check_health, read_findings, start_mended_edit};
use latchkey::app::failure::Failure;
use latchkey::app::read_sunset::read_sunset;
use latchkey::app::report_health::{ReportCount, ReportFormat, ReportPart, ReportText, save_health_report};
use latchkey::app::update_client::{preview_change, start_edit, update_client};
use latchkey::app::{App, OrgView};
use latchkey::domain::announced::AnnouncedDate;
use latchkey::domain::difference::Difference;
use latchkey::domain::duration::SCIM_MAX_SECONDS;
use latchkey::domain::health::{HealthCode, HealthFinding};
use latchkey::domain::preset::Preset;

use crate::desk::Desk;
use crate::outside::Outside;

const KIOSK: &str = "c11e0000-0000-4000-8000-000000000007";
const OKTA: &str = "c11e0000-0000-4000-8000-000000000004";
const DESKTOP: &str = "c11e0000-0000-4000-8000-000000000013";
const PORTAL: &str = "c11e0000-0000-4000-8000-000000000014";
const SOFTPHONE: &str = "c11e0000-0000-4000-8000-000000000001";

async fn health(app: &App, org: &OrgView) -> Health {
    check_health(app, &org.id, true).await.expect("checked")
}

fn of(health: &Health, client: &str, code: HealthCode) -> HealthFinding {
    let found = health.findings.iter().find(|finding| finding.client_id == client && finding.code == code);
    found.unwrap_or_else(|| panic!("no {code:?} on {client}: {:?}", health.findings)).clone()
}

/// Without the days left: one look may be before the second in which a day ends, and the next after it.
fn timeless(finding: HealthFinding) -> HealthFinding {
    HealthFinding { days_left: None, ..finding }
}

#[tokio::test]
async fn the_practice_organization_has_something_of_most_kinds() {
    let desk = Desk::open().await;
    let health = health(&desk.app, &desk.org).await;
    for (client, code) in [
        (SOFTPHONE, HealthCode::ImplicitGrant),
        (KIOSK, HealthCode::PlainHttp),
        (OKTA, HealthCode::ScimDurationFell),
        (OKTA, HealthCode::ScimOtherRole),
        (OKTA, HealthCode::ScimDivisionsMissing),
        ("c11e0000-0000-4000-8000-000000000003", HealthCode::ScimTokenEnds),
        ("c11e0000-0000-4000-8000-000000000006", HealthCode::DueForDeletion),
        ("c11e0000-0000-4000-8000-000000000008", HealthCode::SameName),
        ("c11e0000-0000-4000-8000-000000000008", HealthCode::AllDivisions),
        ("c11e0000-0000-4000-8000-000000000009", HealthCode::PrivilegedRole),
        ("c11e0000-0000-4000-8000-000000000011", HealthCode::Disabled),
        (DESKTOP, HealthCode::AddressFrame),
        (PORTAL, HealthCode::AddressFragment),
        (PORTAL, HealthCode::AddressWildcard),
        (PORTAL, HealthCode::AddressLookAlike),
        (PORTAL, HealthCode::AddressBroken),
        (PORTAL, HealthCode::NoOwner),
        ("c11e0000-0000-4000-8000-000000000015", HealthCode::SameSettings),
    ] {
        let alone = read_findings(&desk.app, &desk.org.id, client).await.expect("findings");
        let found = alone.into_iter().find(|finding| finding.code == code).map(timeless);
        assert_eq!(found, Some(timeless(of(&health, client, code))));
    }
    assert_eq!(health.clients as usize, desk.facts.client_names.len());
}

#[tokio::test]
async fn an_acknowledged_finding_is_open_again_when_its_facts_change() {
    let mut outside = Outside::open().await;
    let (app, org) = outside.start().await;
    let before = of(&health(&app, &org).await, KIOSK, HealthCode::PlainHttp);
    assert_eq!(before.acknowledged, None);
    let sent = outside.practice.requests().len();
    acknowledge_finding(&app, &org.id, KIOSK, HealthCode::PlainHttp, "  Only in our own network ")
        .await
        .expect("kept");
    assert_eq!(outside.practice.requests().len(), sent, "nothing is sent");

    // It outlives the program, and time.
    drop(app);
    outside.pass(86_400);
    let (app, org) = outside.start().await;
    let found = of(&health(&app, &org).await, KIOSK, HealthCode::PlainHttp);
    assert_eq!(found.acknowledged.expect("kept").reason, "Only in our own network");

    // Another thing about the same client is another matter.
    let mut draft = start_edit(&app, &org.id, KIOSK).await.expect("a draft");
    draft.description = "Of the lobby team".to_owned();
    update_client(&app, &org.id, &draft, false).await.expect("changed");
    assert!(of(&health(&app, &org).await, KIOSK, HealthCode::PlainHttp).acknowledged.is_some());

    let mut draft = start_edit(&app, &org.id, KIOSK).await.expect("a draft");
    draft.redirect_uris.push("http://second.harbour.example/callback".to_owned());
    update_client(&app, &org.id, &draft, false).await.expect("changed");
    assert_eq!(of(&health(&app, &org).await, KIOSK, HealthCode::PlainHttp).acknowledged, None, "one more");
}

#[tokio::test]
async fn an_acknowledgement_can_be_taken_back_and_needs_a_reason() {
    let desk = Desk::open().await;
    let (app, org) = (&desk.app, &desk.org);
    for reason in ["", "  \n ", &"x".repeat(501)] {
        let refused = acknowledge_finding(app, &org.id, KIOSK, HealthCode::PlainHttp, reason).await;
        assert_eq!(refused, Err(Failure::ReasonNeeded { max: 500 }));
    }
    let gone = acknowledge_finding(app, &org.id, KIOSK, HealthCode::ImplicitGrant, "Known").await;
    assert_eq!(gone, Err(Failure::FindingGone));
    acknowledge_finding(app, &org.id, KIOSK, HealthCode::PlainHttp, "Known").await.expect("kept");
    assert!(of(&health(app, org).await, KIOSK, HealthCode::PlainHttp).acknowledged.is_some());
    take_back_acknowledgement(app, &org.id, KIOSK, HealthCode::PlainHttp).await.expect("taken back");
    assert!(of(&health(app, org).await, KIOSK, HealthCode::PlainHttp).acknowledged.is_none());
}

#[tokio::test]
async fn a_finding_is_mended_in_a_draft_and_nothing_is_sent() {
    let mut outside = Outside::open().await;
    let (app, org) = outside.start().await;
    health(&app, &org).await;
    let draft = start_mended_edit(&app, &org.id, OKTA, HealthCode::ScimDurationFell).await.expect("a draft");
    assert_eq!((draft.preset, draft.roles.len()), (Preset::Scim, 1));
    assert_eq!(draft.duration.seconds(), Ok(SCIM_MAX_SECONDS));
    let preview = preview_change(&app, &org.id, &draft).await.expect("it can be sent");
    assert!(preview.differences.iter().any(|difference| matches!(difference, Difference::Duration { .. })));
    let writes = outside.practice.requests().iter().filter(|request| request.method != "GET").count();
    assert_eq!(writes, 0);

    update_client(&app, &org.id, &draft, false).await.expect("changed");
    let left = read_findings(&app, &org.id, OKTA).await.expect("findings");
    assert!(!left.iter().any(|finding| finding.code == HealthCode::ScimDurationFell), "{left:?}");
    let again = start_mended_edit(&app, &org.id, OKTA, HealthCode::ScimDurationFell).await.expect("a draft");
    assert_eq!(again, start_edit(&app, &org.id, OKTA).await.expect("a draft"), "nothing is left to mend");
}

#[tokio::test]
async fn the_sunset_names_who_created_what() {
    let desk = Desk::open().await;
    let sunset = read_sunset(&desk.app, &desk.org.id).await.expect("read");
    let softphone = sunset.clients.iter().find(|client| client.id == SOFTPHONE).expect("implicit");
    assert_eq!(softphone.redirect_uris.len(), 2);
    assert_eq!(softphone.last_use, None, "nobody looked");
    let creator = sunset.creators.iter().find(|person| Some(&person.id) == softphone.created_by.as_ref());
    assert_eq!(creator.expect("known").name, "Robin Weber", "who has left");
    assert_eq!(sunset.no_new_since, AnnouncedDate::Day { year: 2026, month: 5, day: 25 });
    assert_eq!(sunset.stops, AnnouncedDate::Month { year: 2027, month: 5 });
}

fn report() -> ReportText {
    let row = |cells: [&str; 2]| cells.map(str::to_owned).to_vec();
    ReportText {
        language: "fr".into(),
        title: "Santé de <Harbour> & \"fils\"".into(),
        lines: vec!["Vérifié le 26 novembre".into()],
        counts: vec![ReportCount { label: "Alertes".into(), count: 2 }],
        part_column: "État".into(),
        columns: vec!["Client".into(), "Constat".into()],
        parts: vec![
            ReportPart {
                title: "Ouverts".into(),
                empty: String::new(),
                rows: vec![
                    row(["=HYPERLINK(\"http://evil\")", "<script>alert('x')</script>"]),
                    row(["+1", "\u{202E}gpj.exe"]),
                ],
            },
            ReportPart { title: "Acquittés".into(), empty: "Aucun".into(), rows: Vec::new() },
        ],
    }
}

#[tokio::test]
async fn a_report_has_no_formula_and_no_foreign_markup() {
    let desk = Desk::open().await;
    let saved = save_health_report(&desk.app, &report(), ReportFormat::Csv).await.expect("saved");
    let text = std::fs::read_to_string(&saved.path).expect("file");
    assert_eq!(saved.entries, 2);
    assert!(text.starts_with("\u{FEFF}État,Client,Constat\r\n"), "{text}");
    assert!(text.contains("Ouverts,\"'=HYPERLINK(\"\"http://evil\"\")\",<script>"), "{text}");
    assert!(text.contains("Ouverts,'+1,"), "{text}");

    let saved = save_health_report(&desk.app, &report(), ReportFormat::Html).await.expect("saved");
    let text = std::fs::read_to_string(&saved.path).expect("file");
    assert!(text.contains("<html lang=\"fr\">") && text.contains("default-src 'none'"), "{text}");
    assert!(text.contains("<title>Santé de &lt;Harbour&gt; &amp; &quot;fils&quot;</title>"), "{text}");
    assert!(text.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;"), "{text}");
    assert!(!text.contains("<script") && text.contains("<p>Aucun</p>"), "{text}");
    assert!(text.contains("<bdi>\u{202E}gpj.exe</bdi>"), "each name is on its own: {text}");
}

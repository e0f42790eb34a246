//! What Genesys Cloud has accepted before does not stand in the way; what is new does, whatever the client was like.

use latchkey::domain::check::check;
use latchkey::domain::client::{ClientState, OauthClient};
use latchkey::domain::draft::ClientDraft;
use latchkey::domain::duration::DurationDraft;
use latchkey::domain::facts::OrgFacts;
use latchkey::domain::finding::{Finding, Severity};
use latchkey::domain::grant::{GrantType, HeldGrantType};

use crate::facts::facts;

fn client(grant_type: GrantType, seconds: u32, uris: &[&str], scopes: &[&str], role: &str) -> OauthClient {
    let texts = |list: &[&str]| list.iter().map(|text| (*text).to_owned()).collect();
    OauthClient {
        id: "1".to_owned(),
        name: "Wallboard".to_owned(),
        description: String::new(),
        grant_type: HeldGrantType::Offered { grant_type },
        state: ClientState::Active,
        seconds: Some(seconds),
        redirect_uris: texts(uris),
        scopes: texts(scopes),
        roles: [role]
            .iter()
            .filter(|role| !role.is_empty())
            .map(|role| latchkey::domain::client::RoleDivision {
                role_id: (*role).to_owned(),
                division_id: "home".to_owned(),
            })
            .collect(),
        created_at: None,
        modified_at: None,
        created_by: None,
        delete_at: None,
    }
}

fn draft(client: &OauthClient, facts: &OrgFacts) -> ClientDraft {
    latchkey::domain::change::draft_of(client, facts).expect("a grant type of the form")
}

fn errors(draft: &ClientDraft, facts: &OrgFacts) -> Vec<Finding> {
    let found = check(draft, facts).findings;
    found.into_iter().filter(|finding| finding.severity == Severity::Error).collect()
}

/// Clients that exist, each with an error by the rules: in an address, in the number of addresses, in the scopes, in the
/// duration, in the roles.
fn faulty() -> Vec<OauthClient> {
    const CODE: GrantType = GrantType::AuthorizationCode;
    const PROGRAM: GrantType = GrantType::ClientCredentials;
    let (fine, scopes) = (&["https://a.example/"][..], &["user-basic-info"][..]);
    let many: Vec<String> = (0..130).map(|n| format!("https://a.example/{n}")).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    vec![
        client(CODE, 86_400, &["https://a.example/#/x", "https://*.a.example/"], scopes, ""),
        client(CODE, 86_400, &["a.example"], scopes, ""),
        client(CODE, 86_400, &[], scopes, ""),
        client(CODE, 86_400, &many, scopes, ""),
        client(CODE, 86_400, fine, &["time-travel"], ""),
        client(CODE, 86_400, fine, &[], ""),
        client(CODE, 60, fine, scopes, ""),
        client(CODE, 400_000, fine, scopes, ""),
        client(PROGRAM, 40_000_000, &[], &[], "reader"),
        client(PROGRAM, 86_400, &[], &[], "a role that is gone"),
        client(PROGRAM, 86_400, &[], &[], ""),
    ]
}

#[test]
fn an_old_error_lets_another_field_be_changed_and_stays_as_it_is() {
    let facts = facts("");
    for held in faulty() {
        let new = ClientDraft { editing: None, ..draft(&held, &facts) };
        assert!(!errors(&new, &facts).is_empty(), "a new client like this is refused: {held:?}");
        let renamed = ClientDraft { name: "Renamed".to_owned(), ..draft(&held, &facts) };
        let checked = check(&renamed, &facts);
        let sent = checked.client.unwrap_or_else(|| panic!("{held:?}: {:?}", checked.findings));
        let mut said = checked.findings.iter().filter(|finding| finding.severity == Severity::Warning);
        assert!(said.next().is_some(), "it is said: {held:?}: {:?}", checked.findings);
        assert_eq!(sent.redirect_uris(), held.redirect_uris);
        assert_eq!((sent.scopes(), sent.role_divisions()), (held.scopes.clone(), held.roles.clone()));
        assert_eq!(Some(sent.seconds()), held.seconds);
    }
}

#[test]
fn a_version_that_is_gone_may_come_back() {
    let facts = facts("");
    for before in faulty() {
        let HeldGrantType::Offered { grant_type } = before.grant_type else { continue };
        let now = client(grant_type, 86_400, &["https://now.example/"], &["user-basic-info"], "reader");
        let back = latchkey::domain::change::put_back(&before, &now, &facts).expect("a change");
        let checked = check(&back, &facts);
        assert!(checked.client.is_some(), "{before:?}: {:?}", checked.findings);
    }
}

/// Every new fault, in a client that is in order and in every one that is not: it stands in the way.
#[test]
fn what_is_new_stands_in_the_way() {
    let facts = facts("");
    type Spoil = fn(&mut ClientDraft);
    let faults: [(GrantType, Spoil); 8] = [
        (GrantType::AuthorizationCode, |draft| draft.redirect_uris.push("https://new.example/#x".to_owned())),
        (GrantType::AuthorizationCode, |draft| {
            draft.redirect_uris = vec!["https://a.example/#/X".to_owned()]
        }),
        (GrantType::AuthorizationCode, |draft| draft.scopes.push("clairvoyance".to_owned())),
        (GrantType::AuthorizationCode, |draft| draft.duration = DurationDraft::of_seconds(61)),
        (GrantType::AuthorizationCode, |draft| draft.name.clear()),
        (GrantType::AuthorizationCode, |draft| {
            draft.redirect_uris = (0..131).map(|n| format!("https://b.example/{n}")).collect();
        }),
        (GrantType::ClientCredentials, |draft| draft.roles[0].role_id = "another that is gone".to_owned()),
        (GrantType::ClientCredentials, |draft| draft.duration = DurationDraft::of_seconds(40_000_001)),
    ];
    for (grant_type, spoil) in faults {
        for held in faulty().iter().filter(|held| held.grant_type == HeldGrantType::Offered { grant_type }) {
            let mut changed = draft(held, &facts);
            if grant_type.needs_roles() && changed.roles.is_empty() {
                continue;
            }
            spoil(&mut changed);
            assert!(!errors(&changed, &facts).is_empty(), "{held:?} became {changed:?}");
        }
    }
}

/// How long a token may live depends on the roles: with others, what was accepted was something else.
#[test]
fn a_long_duration_is_not_excused_with_other_roles() {
    let facts = facts("");
    let held = client(GrantType::ClientCredentials, 1_000_000, &[], &[], "reader");
    assert!(check(&draft(&held, &facts), &facts).client.is_some(), "it exists");
    let mut changed = draft(&held, &facts);
    changed.roles[0].role_id = "admin".to_owned();
    assert_eq!(errors(&changed, &facts).len(), 1, "{:?}", errors(&changed, &facts));
}

/// Who may do what is no matter of what was accepted once.
#[test]
fn a_role_that_the_person_lacks_is_not_excused() {
    let facts_now = facts("");
    let held = client(GrantType::ClientCredentials, 86_400, &[], &[], "secret-agent");
    let renamed = ClientDraft { name: "Renamed".to_owned(), ..draft(&held, &facts_now) };
    assert_eq!(errors(&renamed, &facts_now).len(), 1);
    let mut may_not = facts("");
    may_not.permissions = Some(vec!["oauth:client:view".to_owned()]);
    let held = client(GrantType::AuthorizationCode, 86_400, &["https://a.example/"], &["users"], "");
    assert_eq!(errors(&draft(&held, &may_not), &may_not).len(), 1);
}

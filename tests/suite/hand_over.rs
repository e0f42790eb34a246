//! What the receiver of a client gets: documents by grant type, harmless whatever the client is called, and no secret.

use latchkey::app::failure::Failure;
use latchkey::app::hand_over::{FrameSetting, HandOver, read_hand_over, save_document};
use latchkey::domain::client::{ClientState, OauthClient, RoleDivision};
use latchkey::domain::grant::{GrantType, HeldGrantType};
use latchkey::domain::region::Region;
use latchkey::handover::documents::{DocumentKind, Subject, documents};

use crate::desk::Desk;

const SOFTPHONE: &str = "c11e0000-0000-4000-8000-000000000001";
const ENTRA: &str = "c11e0000-0000-4000-8000-000000000003";

fn client(name: &str, grant_type: GrantType) -> OauthClient {
    OauthClient {
        id: "b6f0c0de-1111-4222-8333-444455556666".into(),
        name: name.into(),
        description: String::new(),
        grant_type: HeldGrantType::Offered { grant_type },
        state: ClientState::Active,
        seconds: Some(86_400),
        redirect_uris: vec!["https://example.com/callback?a=1&b='x'".into()],
        scopes: vec!["users:readonly".into()],
        roles: vec![RoleDivision { role_id: "r1".into(), division_id: "*".into() }],
        created_at: None,
        modified_at: None,
        created_by: None,
        delete_at: None,
    }
}

fn text(client: &OauthClient, kind: DocumentKind) -> String {
    let region = Region::of_domain("mypurecloud.de").expect("a region");
    let subject = Subject { client, org_name: "Harbour", region: &region, embedding: None };
    let mut found = documents(subject).into_iter().filter(|document| document.kind == kind);
    found.next().expect("a document").text
}

#[test]
fn environment_variables_have_the_names_of_the_tools_and_an_empty_secret() {
    let lines = "# Nightly export (Harbour)\nGENESYSCLOUD_REGION=eu-central-1\n\
        GENESYSCLOUD_OAUTHCLIENT_ID=b6f0c0de-1111-4222-8333-444455556666\nGENESYSCLOUD_OAUTHCLIENT_SECRET=\n";
    assert_eq!(text(&client("Nightly export", GrantType::ClientCredentials), DocumentKind::Env), lines);
    let person = text(&client("Portal", GrantType::AuthorizationCode), DocumentKind::Env);
    assert!(!person.contains("SECRET"), "{person}");
}

#[test]
fn curl_asks_for_the_secret_itself() {
    let expected = "# Nightly export (Harbour)\n\
        curl --fail-with-body --user 'b6f0c0de-1111-4222-8333-444455556666' \\\n  \
        --data-urlencode 'grant_type=client_credentials' \\\n  https://login.mypurecloud.de/oauth/token\n\n\
        curl --header 'Authorization: Bearer <access_token>' https://api.mypurecloud.de/api/v2/tokens/me\n";
    assert_eq!(text(&client("Nightly export", GrantType::ClientCredentials), DocumentKind::Curl), expected);
    let code = text(&client("Portal", GrantType::AuthorizationCode), DocumentKind::Curl);
    assert!(
        code.contains("/oauth/authorize?client_id=b6f0c0de-1111-4222-8333-444455556666&response_type=code"),
        "{code}"
    );
    assert!(code.contains(r"'redirect_uri=https://example.com/callback?a=1&b='\''x'\'''"), "{code}");
    let saml = text(&client("Portal", GrantType::Saml2Bearer), DocumentKind::Curl);
    assert!(saml.contains("'orgName=Harbour'") && saml.contains("saml2-bearer"), "{saml}");
    let implicit = text(&client("Portal", GrantType::Implicit), DocumentKind::Curl);
    assert!(implicit.contains("response_type=token") && !implicit.contains("/oauth/token"), "{implicit}");
}

#[test]
fn terraform_takes_the_client_over_without_its_secret() {
    let expected = r#"import {
  to = genesyscloud_oauth_client.client_2_nightly_export_55556666
  id = "b6f0c0de-1111-4222-8333-444455556666"
}

resource "genesyscloud_oauth_client" "client_2_nightly_export_55556666" {
  name                          = "2. Nightly export"
  authorized_grant_type         = "CLIENT-CREDENTIALS"
  access_token_validity_seconds = 86400
  registered_redirect_uris      = [
    "https://example.com/callback?a=1&b='x'",
  ]
  scopes                        = [
    "users:readonly",
  ]

  roles {
    role_id     = "r1"
    division_id = "*"
  }
}
"#;
    let export = client("2. Nightly export", GrantType::ClientCredentials);
    assert_eq!(text(&export, DocumentKind::Terraform), expected);
    let mut portal = client("Portal", GrantType::AuthorizationCode);
    portal.roles.clear();
    portal.state = ClientState::Inactive;
    let block = text(&portal, DocumentKind::Terraform);
    for line in [
        "  registered_redirect_uris      = [\n    \"https://example.com/callback?a=1&b='x'\",\n  ]",
        "  scopes                        = [\n    \"users:readonly\",\n  ]",
        "  state                         = \"inactive\"",
    ] {
        assert!(block.contains(line), "{line}\n{block}");
    }
}

#[test]
fn no_name_can_leave_its_place() {
    let nasty = client(
        "a\"\n}\nlocals { x = \"${file(\"/etc/passwd\")}%{ if true }'$(id)`id`",
        GrantType::ClientCredentials,
    );
    let block = text(&nasty, DocumentKind::Terraform);
    assert!(
        block.contains(r#"= "a\"\n}\nlocals { x = \"$${file(\"/etc/passwd\")}%%{ if true }'$(id)`id`""#),
        "{block}"
    );
    for kind in [DocumentKind::Env, DocumentKind::Curl] {
        let text = text(&nasty, kind);
        let first = text.lines().next().expect("a line");
        assert!(
            first.starts_with("# a\"") && first.ends_with("`id` (Harbour)"),
            "the name stays in its comment: {text}"
        );
        assert_eq!(text.matches("locals").count(), 1);
    }
    let foreign = OauthClient { id: "x\nPATH=/tmp".into(), ..nasty.clone() };
    assert!(!text(&foreign, DocumentKind::Env).contains("\nPATH"), "an ID cannot add a variable");
    let json: serde_json::Value = serde_json::from_str(&text(&nasty, DocumentKind::Json)).expect("JSON");
    assert_eq!(json["name"], nasty.name.as_str());
}

#[tokio::test]
async fn by_purpose_from_the_client_alone() {
    let desk = Desk::open().await;
    let view = read_hand_over(&desk.app, &desk.org.id, SOFTPHONE).await.expect("read");
    let Some(HandOver::FrameworkJs { fragment, pkce: false, frame: FrameSetting::IfPrivate }) =
        &view.hand_over
    else {
        panic!("a fragment: {view:?}")
    };
    assert!(fragment.contains(SOFTPHONE), "{fragment}");
    let kinds: Vec<DocumentKind> = view.documents.iter().map(|document| document.kind).collect();
    use DocumentKind::{Curl, Env, FrameworkJs, Json, Terraform};
    assert_eq!(kinds, [FrameworkJs, Env, Curl, Terraform, Json]);

    let view = read_hand_over(&desk.app, &desk.org.id, ENTRA).await.expect("read");
    assert!(matches!(view.hand_over, Some(HandOver::Scim { .. })), "{view:?}");
    let json = view.documents.iter().find(|document| document.kind == Json).expect("JSON");
    let json: serde_json::Value = serde_json::from_str(&json.text).expect("JSON");
    assert_eq!(json["addresses"]["scim"], "https://api.mypurecloud.de/api/v2/scim/v2");
    assert_eq!((&json["clientId"], &json["grantType"]), (&ENTRA.into(), &"clientCredentials".into()));
}

#[tokio::test]
async fn a_document_is_saved_beside_the_one_before() {
    let desk = Desk::open().await;
    let save = || save_document(&desk.app, &desk.org.id, SOFTPHONE, DocumentKind::FrameworkJs);
    let (first, second) = (save().await.expect("saved"), save().await.expect("saved"));
    assert!(first.path.ends_with("framework.js") && second.path.ends_with("framework-2.js"), "{second:?}");
    assert_eq!(std::fs::read(&first.path).expect("a file"), std::fs::read(&second.path).expect("a file"));
    let none = save_document(&desk.app, &desk.org.id, ENTRA, DocumentKind::FrameworkJs).await;
    assert_eq!(none, Err(Failure::NotExported));
}

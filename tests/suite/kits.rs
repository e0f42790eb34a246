//! What is handed over as files, read back by those who read it: a name, an ID or an address stays what it is, and sets nothing.

use std::collections::HashSet;

use hcl::eval::Evaluate as _;
use latchkey::domain::client::{ClientState, OauthClient, RoleDivision};
use latchkey::domain::grant::{GrantType, HeldGrantType};
use latchkey::domain::region::Region;
use latchkey::handover::documents::{DocumentKind, Subject, documents};
use latchkey::handover::naming::{file_stem, label};
use latchkey::handover::one_line::{lines, one_line};
use latchkey::handover::reminder::{Reminder, calendar};
use proptest::prelude::{ProptestConfig, any, prop_assert, prop_assert_eq, prop_assume, proptest};

pub(crate) const ID: &str = "b6f0c0de-1111-4222-8333-444455556666";

/// Ends of lines, of one reader or another.
pub(crate) const ENDS: [char; 11] =
    ['\n', '\r', '\u{B}', '\u{C}', '\u{1C}', '\u{1D}', '\u{1E}', '\u{1F}', '\u{85}', '\u{2028}', '\u{2029}'];

/// Names that mean something to one reader or another.
pub(crate) fn nasty() -> Vec<String> {
    let mut names: Vec<String> = [
        "${jndi",
        "%{other",
        "${client_id}",
        "$${x}",
        "$$${x}",
        "${a} $${b}",
        "%%{x}",
        "%{ if true }",
        "\\${x}",
        "\"",
        "'",
        "`id`",
        "$(id)",
        "\\",
        "a\\",
        "\0",
        "a\0b",
        "\u{8}\u{C}\u{7F}",
        "# a",
        "a # b",
        "a/b",
        "a\"b",
        "*/",
        "//",
        "<!--",
        "</script>",
        "EOT",
        "a=b",
        "export A=b",
        "\u{202E}cba",
        "\u{2066}a\u{2069}",
        "\u{FEFF}a",
        "a\u{200B}b",
        "می‌خواهم",
        "👩‍💻",
        "é",
        "e\u{301}",
        "評価",
        "通知",
        "\u{2800}",
        "\u{3164}",
        "\u{E0041}",
        "\u{10FFFF}",
        "\u{FFFE}",
        "CON",
        "nul",
        "COM1",
        "LPT9",
        "Aux",
        "com¹",
        "conin$",
        ".",
        "..",
        "a.",
        "a ",
        " ",
        "",
        "-",
        "-rf",
        "~",
        "123456",
        "\u{1B}[31m",
        "\t",
        "=1+1",
        "@SUM(1)",
    ]
    .map(str::to_owned)
    .into();
    names.extend(ENDS.map(|end| format!("a{end}NODE_OPTIONS=--require x.js")));
    names.extend(ENDS.map(|end| format!("a{end}{end}NODE_OPTIONS='x{end}'{end}export PATH=/tmp")));
    names.push("x".repeat(5_000));
    names
}

pub(crate) fn client(name: &str, grant_type: GrantType) -> OauthClient {
    OauthClient {
        id: ID.into(),
        name: name.into(),
        description: String::new(),
        grant_type: HeldGrantType::Offered { grant_type },
        state: ClientState::Active,
        seconds: Some(86_400),
        redirect_uris: Vec::new(),
        scopes: Vec::new(),
        roles: Vec::new(),
        created_at: None,
        modified_at: None,
        created_by: None,
        delete_at: None,
    }
}

/// A document of a client in a region.
pub(crate) fn document(client: &OauthClient, org_name: &str, domain: &str, kind: DocumentKind) -> String {
    let region = Region::at(domain).expect("a region");
    let subject = Subject { client, org_name, region: &region, embedding: None };
    let mut found = documents(subject).into_iter().filter(|document| document.kind == kind);
    found.next().expect("a document").text
}

/// Every character there is, in the middle of a text.
pub(crate) fn every_character() -> impl Iterator<Item = String> {
    ('\0'..=char::MAX).map(|letter| one_line(&format!("a{letter}b")))
}

#[test]
fn a_line_has_only_what_shows() {
    assert_eq!(one_line(" a\u{2028}\r\n b\u{202E}c\u{200B}d \u{A0}"), "a bcd");
    assert_eq!(one_line("می‌خواهم 👩‍💻 é"), "می‌خواهم 👩‍💻 é", "what is spelt with joiners stays");
    for nothing in ["", " ", "\u{2028}", "\u{2800}", "\u{200D}", "\u{3164}", "\u{E0041}\u{202E}"] {
        assert_eq!(one_line(nothing), "", "{nothing:?}");
    }
    let unseen = |letter: char| letter.is_control() || (letter.is_whitespace() && letter != ' ');
    assert_eq!(every_character().filter(|line| line.contains(unseen)).count(), 0);
    assert_eq!(lines("a\r\nb\rc\u{85}d\u{202E}"), "a\nb\nc\nd");
}

#[test]
fn names_of_files_are_never_those_of_devices() {
    let reserved = |stem: &str| {
        let base = stem.split('.').next().unwrap_or_default().to_uppercase();
        let numbered = ["COM", "LPT"]
            .iter()
            .any(|name| base.strip_prefix(name).is_some_and(|rest| rest.chars().count() == 1));
        numbered || ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"].contains(&base.as_str())
    };
    for name in nasty() {
        for id in [ID, "", "–", "x\nPATH=/tmp", "評価"] {
            let client = OauthClient { id: id.into(), ..client(&name, GrantType::ClientCredentials) };
            let (stem, label) = (file_stem(&client), label(&client));
            let plain = |text: &str| {
                text.bytes()
                    .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"_-".contains(&byte))
            };
            assert!(!reserved(&stem) && plain(&stem) && (3..=80).contains(&stem.len()), "{name:?} {stem}");
            assert!(
                plain(&label) && label.starts_with(|first: char| first.is_ascii_lowercase()),
                "{name:?} {label}"
            );
        }
    }
    let stem = |name: &str| file_stem(&client(name, GrantType::ClientCredentials));
    assert_eq!(stem("Évaluation – équipe"), "evaluation_equipe-55556666");
    assert_eq!(stem("Größe"), "grosse-55556666");
    assert_eq!(stem("評価"), "ping_jia-55556666");
    assert_eq!(label(&client("123456", GrantType::ClientCredentials)), "client_123456_55556666");
}

/// The same name, names that are the same in ASCII, and clients of a maker whose IDs begin alike.
#[test]
fn different_clients_have_different_files_and_labels() {
    let mut stems = HashSet::new();
    let mut labels = HashSet::new();
    for (number, name) in ["評価", "評価", "a/b", "a\"b", "a # b", "a b", "\u{2800}", ""].iter().enumerate()
    {
        let id = format!("c11e0000-0000-4000-8000-{number:012}");
        let client = OauthClient { id, ..client(name, GrantType::ClientCredentials) };
        assert!(stems.insert(file_stem(&client)) && labels.insert(label(&client)), "{name}");
    }
}

/// The resource of a Terraform block, as an HCL library reads it.
fn resource(text: &str) -> serde_json::Value {
    let body = hcl::parse(text).expect("readable");
    let blocks: Vec<hcl::Block> = body.into_blocks().collect();
    let kinds: Vec<&str> = blocks.iter().map(hcl::Block::identifier).collect();
    assert_eq!(kinds, ["import", "resource"], "nothing else in {text}");
    let resource = blocks.into_iter().nth(1).expect("a resource");
    let body = resource.body.evaluate(&hcl::eval::Context::new()).expect("no template");
    hcl::from_body(body).expect("values")
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn terraform_reads_any_name(name: String, description: String, ends in proptest::sample::select(nasty())) {
        let mut given = client(&format!("{name}{ends}"), GrantType::ClientCredentials);
        given.description = format!("{ends}{description}x");
        let read = resource(&document(&given, "Harbour", "mypurecloud.de", DocumentKind::Terraform));
        prop_assert_eq!(read["name"].as_str(), Some(given.name.as_str()));
        prop_assert_eq!(read["description"].as_str(), Some(given.description.as_str()));
    }

    #[test]
    fn a_calendar_has_its_lines_and_no_others(title: String, text: String, ends in proptest::sample::select(nasty())) {
        let (title, text) = (format!("{title}{ends}"), format!("{ends}{text}"));
        let on = jiff::Timestamp::from_second(1_800_000_000).expect("a time");
        let file = calendar(Reminder { on, made: on, uid: &title, title: &title, text: &text });
        let whole = file.replace("\r\n ", "").replace("\r\n\t", "");
        let body = whole.strip_suffix("\r\n").expect("an end");
        prop_assert!(!body.replace("\r\n", "").contains(ENDS), "{body:?}");
        let names: Vec<&str> = body.split("\r\n").map(|line| line.split([':', ';']).next().unwrap_or_default()).collect();
        for name in &names {
            prop_assert!(
                ["BEGIN", "END", "VERSION", "PRODID", "CALSCALE", "UID", "SUMMARY", "DESCRIPTION", "DTSTAMP", "DTSTART", "ACTION", "TRIGGER"].contains(name),
                "{name:?} in {body:?}"
            );
        }
        prop_assert_eq!(names.iter().filter(|name| **name == "BEGIN").count(), 3);
        let summary = body.split("\r\n").find_map(|line| line.strip_prefix("SUMMARY:")).unwrap_or_default();
        let unescaped = summary.replace("\\;", ";").replace("\\,", ",").replace("\\\\", "\\");
        prop_assume!(!one_line(&title).contains("\\"));
        prop_assert_eq!(unescaped, one_line(&title));
    }

    #[test]
    fn nothing_of_a_foreign_id_is_a_variable(id in proptest::collection::vec(any::<char>(), 0..20)) {
        let id: String = id.into_iter().collect();
        let foreign = OauthClient { id: format!("{id}\n$(id)"), ..client("a", GrantType::ClientCredentials) };
        let text = document(&foreign, "Harbour", "mypurecloud.de", DocumentKind::Env);
        let line = text.lines().find_map(|line| line.strip_prefix("GENESYSCLOUD_OAUTHCLIENT_ID=")).expect("a line");
        prop_assert!(line.chars().all(|letter| letter.is_ascii_alphanumeric() || "-_.".contains(letter)), "{}", line);
        prop_assert_eq!(text.lines().count(), 4);
    }
}

/// Whatever a client has, Terraform would take away if it were not in the block.
#[test]
fn the_block_has_every_attribute_of_the_client() {
    for grant_type in GrantType::ALL {
        let full = OauthClient {
            description: "For the night".into(),
            state: ClientState::Inactive,
            redirect_uris: vec!["https://one.example/cb?scope=a,b".into(), "https://two.example/cb".into()],
            scopes: vec!["users:readonly".into()],
            roles: vec![RoleDivision { role_id: "r1".into(), division_id: "*".into() }],
            ..client("Nightly export", grant_type)
        };
        let read = resource(&document(&full, "Harbour", "mypurecloud.de", DocumentKind::Terraform));
        assert_eq!(
            read["registered_redirect_uris"][1].as_str(),
            Some("https://two.example/cb"),
            "{grant_type:?}"
        );
        assert_eq!(read["scopes"][0].as_str(), Some("users:readonly"));
        assert_eq!(read["roles"]["role_id"].as_str(), Some("r1"), "{read}");
        assert_eq!(read["state"].as_str(), Some("inactive"));
        let json = document(&full, "Harbour", "mypurecloud.de", DocumentKind::Json);
        let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
        assert_eq!(json["roles"][0], serde_json::json!({ "roleId": "r1", "divisionId": "*" }));
        assert_eq!(
            (&json["redirectUris"][1], &json["scopes"][0]),
            (&"https://two.example/cb".into(), &"users:readonly".into())
        );
        assert_eq!(json["state"], "inactive");
    }
    let password = OauthClient { grant_type: HeldGrantType::Password, ..client("Old", GrantType::Implicit) };
    let read = resource(&document(&password, "Harbour", "mypurecloud.de", DocumentKind::Terraform));
    assert_eq!(read["authorized_grant_type"].as_str(), Some("PASSWORD"));
}

/// CX as Code takes the code in every region, the command line the domain where it does not know the code.
#[test]
fn each_tool_finds_its_own_spelling_of_a_region() {
    let portal = client("Portal", GrantType::AuthorizationCode);
    let env = |domain: &str| document(&portal, "Harbour", domain, DocumentKind::Env);
    assert!(env("mypurecloud.de").contains(")\nGENESYSCLOUD_REGION=eu-central-1\nGENESYSCLOUD_OAUTH"));
    for (domain, code) in [
        ("euc2.pure.cloud", "eu-central-2"),
        ("mec1.pure.cloud", "me-central-1"),
        ("apne3.pure.cloud", "ap-northeast-3"),
    ] {
        let expected =
            format!("\n# gc\n# GENESYSCLOUD_REGION={domain}\n# CX as Code\nGENESYSCLOUD_REGION={code}\n");
        assert!(env(domain).contains(&expected), "{}", env(domain));
    }
    assert!(env("usw9.pure.cloud").contains("\n# gc\nGENESYSCLOUD_REGION=usw9.pure.cloud\n"));
}

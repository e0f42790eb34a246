//! Bodies that are framed as they should be, and say what nobody should say.

use latchkey::genesys::answers;
use latchkey::genesys::token::token_answer;

use crate::hostile_answers::{Asked, honest};

type Text = Box<dyn Fn(Asked) -> Vec<u8> + Send + Sync>;

/// A body, for every question or only for some.
pub(crate) struct Body {
    pub(crate) name: String,
    pub(crate) text: Text,
    pub(crate) only: Vec<Asked>,
}

/// A body in which the client is written so.
fn client(name: String, client: String) -> Body {
    Body { name, text: Box::new(move |asked| asked.around(&client).into_bytes()), only: Vec::new() }
}

/// A body that is the same whatever was asked.
fn whole(name: &str, bytes: impl Into<Vec<u8>>) -> Body {
    let bytes = bytes.into();
    Body { name: name.to_owned(), text: Box::new(move |_| bytes.clone()), only: Vec::new() }
}

pub(crate) fn bodies() -> Vec<Body> {
    let mut bodies = wrong_types();
    bodies.extend(twice());
    bodies.extend(cut());
    bodies.extend(strange());
    bodies.extend(of_somebody_else());
    bodies
}

/// What is no client. In a list it is skipped, and the others are read.
fn nobody(name: &str, text: impl Into<String>) -> Body {
    let only = vec![Asked::One, Asked::Whole, Asked::Create, Asked::NewSecret, Asked::Change];
    Body { only, ..client(name.to_owned(), text.into()) }
}

/// What is no JSON, wherever it stands, and no client ID. Other members may be anything: see `odd_answers`.
fn wrong_types() -> Vec<Body> {
    let members = honest().as_object().expect("an object").clone();
    let written = |member: &str, value: &str| {
        let text = rewritten(&members, member, &format!("\"{member}\":{value}"));
        client(format!("{member} is {value}"), text)
    };
    let mut bodies = Vec::new();
    for value in ["7", "-7.5", "true", "null", "\"\"", "\"../x\"", "[]", "[7]", "{}", "{\"a\":[]}"] {
        bodies.push(nobody(&format!("id is {value}"), rewritten(&members, "id", &format!("\"id\":{value}"))));
    }
    for member in members.keys() {
        bodies.extend(["1e400", "NaN", "Infinity"].map(|value| written(member, value)));
    }
    bodies
}

/// The client with one member written otherwise.
fn rewritten(members: &serde_json::Map<String, serde_json::Value>, member: &str, text: &str) -> String {
    let parts: Vec<String> = members
        .iter()
        .map(|(name, value)| if name == member { text.to_owned() } else { format!("\"{name}\":{value}") })
        .collect();
    format!("{{{}}}", parts.join(","))
}

fn twice() -> Vec<Body> {
    let members = honest().as_object().expect("an object").clone();
    let mut bodies: Vec<Body> = members
        .iter()
        .map(|(name, value)| {
            let both = format!("\"{name}\":{value},\"{name}\":{value}");
            client(format!("{name} twice"), rewritten(&members, name, &both))
        })
        .collect();
    for unknown in ["\"new\":1,\"new\":2", "\"new\":{\"a\":1,\"a\":2}", "\"new\":[{\"a\":1,\"\\u0061\":2}]"] {
        let text = rewritten(&members, "state", unknown);
        let body = client(format!("{unknown} of an unknown member"), text);
        bodies.push(Body { only: vec![Asked::Whole], ..body });
    }
    bodies
}

/// Whole by its length, and cut before it got one.
fn cut() -> Vec<Body> {
    let length = honest().to_string().len();
    (0..length)
        .step_by(9)
        .map(|end| {
            let text = move |asked: Asked| {
                let mut text = asked.around(&honest().to_string()).into_bytes();
                text.truncate(end);
                text
            };
            Body { name: format!("cut after {end}"), text: Box::new(text), only: Vec::new() }
        })
        .collect()
}

fn deep(open: &str, middle: &str, close: &str, depth: usize) -> String {
    format!("{}{middle}{}", open.repeat(depth), close.repeat(depth))
}

fn strange() -> Vec<Body> {
    let honest_text = honest().to_string();
    let with = |member: &str| honest_text.replacen('{', &format!("{{{member},"), 1);
    let in_name = |text: &str| honest_text.replace("Portal", text);
    let utf16: Vec<u8> = honest_text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mut bodies = vec![
        client("33 deep".into(), with(&format!("\"new\":{}", deep("[", "", "]", 33)))),
        client("1,000 deep".into(), with(&format!("\"new\":{}", deep("{\"a\":", "1", "}", 1_000)))),
        client("100,000 deep".into(), with(&format!("\"new\":{}", deep("[", "", "]", 100_000)))),
        client("a lone high surrogate".into(), in_name("\\ud800")),
        client("a lone low surrogate".into(), in_name("\\udc00x")),
        client("surrogates the wrong way round".into(), in_name("\\udc00\\ud800")),
        client("half an escape".into(), in_name("\\u12")),
        client("an unknown escape".into(), in_name("\\x41")),
        client("a NUL byte in a text".into(), in_name("a\0b")),
        client("a line break in a text".into(), in_name("a\nb")),
        nobody("no id", honest_text.replace("\"id\":\"c", "\"ix\":\"c")),
        client("a comma too many".into(), format!("{},}}", &honest_text[..honest_text.len() - 1])),
        client("single quotes".into(), honest_text.replace('"', "'")),
        client("comments".into(), honest_text.replacen('{', "{/* */", 1)),
        client("a plus before a number".into(), honest_text.replace("86400", "+86400")),
        client("a zero before a number".into(), honest_text.replace("86400", "086400")),
        client("a number as hex".into(), honest_text.replace("86400", "0x15180")),
        nobody("a text instead of a client", "\"x\""),
        nobody("null instead of a client", "null"),
        nobody("a list instead of a client", "[[]]"),
    ];
    let after = |more: &'static str| {
        move |asked: Asked| [asked.around(&honest().to_string()), more.to_owned()].concat()
    };
    for (name, more) in [("a second object", "{}"), ("a brace", "}"), ("NUL", "\0"), ("words", " and more")] {
        let text = after(more);
        let text = move |asked| text(asked).into_bytes();
        bodies.push(Body { name: format!("{name} after it"), text: Box::new(text), only: Vec::new() });
    }
    bodies.extend([
        whole("nothing", ""),
        whole("white space", " \r\n\t "),
        whole("null", "null"),
        whole("true", "true"),
        whole("a number", "42"),
        whole("a text", "\"ok\""),
        whole("an empty array", "[]"),
        whole("an empty object", "{}"),
        whole("an array of an object", format!("[{honest_text}]")),
        whole("only NUL bytes", vec![0_u8; 5_000]),
        whole("bytes that are no text", vec![0xff_u8; 5_000]),
        whole("a byte order mark", ["\u{feff}", &honest_text].concat()),
        whole("UTF-16", utf16),
        whole("a page", "<!doctype html><title>Welcome</title><p>Sign in to use this network."),
        whole("a page in JSON's clothes", "{\"html\":\"<html>\"}"),
        whole("XML", "<?xml version=\"1.0\"?><Error><Code>AccessDenied</Code></Error>"),
        whole("an error with status 200", r#"{"code":"not.authorized","message":"No","status":403}"#),
        whole("100,000 arrays", deep("[", "", "]", 100_000)),
        whole("100,000 arrays that stay open", "[".repeat(100_000)),
        whole("100,000 objects", deep("{\"a\":", "1", "}", 100_000)),
        whole("brackets that close", "]".repeat(1_000)),
        whole("a text that stays open", format!("{{\"id\":\"{}", "x".repeat(100_000))),
        whole("a form", "id=1&name=Portal"),
        whole("NaN", "NaN"),
    ]);
    bodies
}

/// Honest in form, and about something else.
fn of_somebody_else() -> Vec<Body> {
    let text = honest().to_string();
    let id = crate::hostile_answers::ID;
    let other = |from: &str, to: &str| text.replace(from, to);
    let about = [Asked::One, Asked::Whole, Asked::NewSecret, Asked::Change];
    let mut bodies = Vec::new();
    for other_id in ["c11e0000-0000-4000-8000-000000000002", "C11E0000-0000-4000-8000-000000000001", "x", "0"]
    {
        let body = client(format!("id {other_id}"), other(id, other_id));
        bodies.push(Body { only: about.to_vec(), ..body });
    }
    for no_id in ["", " ", "..", "a/b", "%2e", "a\\u0000b", &"x".repeat(101), "é"] {
        let body = client(format!("id {no_id:?}"), other(id, no_id));
        bodies.push(Body { only: [&about[..], &[Asked::Create]].concat(), ..body });
    }
    for name in ["", "portal", "Portal ", " Portal", "Portal 2", "Рortal"] {
        let body = client(format!("name {name:?}"), other("Portal", name));
        bodies.push(Body { only: vec![Asked::Create], ..body });
    }
    for grant in ["CLIENT-CREDENTIALS", "TOKEN", "SAML2-BEARER", "PASSWORD"] {
        let body = client(format!("grant type {grant}"), other("CODE", grant));
        bodies.push(Body { only: vec![Asked::Create], ..body });
    }
    bodies
}

/// Honest texts with a few bytes changed: the readers give a result for every one, and never more than was there.
#[test]
fn readers_survive_changed_bytes() {
    let texts = [
        honest().to_string(),
        Asked::List.around(&honest().to_string()),
        r#"{"access_token":"t","token_type":"bearer","expires_in":86400}"#.to_owned(),
        r#"{"code":"a","message":"b","messageParams":{"c":"d"},"contextId":"e","limit":{"value":7}}"#
            .to_owned(),
        "Sun, 22 Nov 2026 22:00:30 GMT".to_owned(),
    ];
    let mut seed = 0x2545_f491_4f6c_dd1d_u64;
    let mut random = move |below: usize| {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        usize::try_from(seed % u64::try_from(below).expect("a number")).expect("a number")
    };
    let alphabet = b"{}[]\",:\\u0d8e+-.9\0\xff nt";
    let (mut taken, mut rounds) = (0, 0);
    for text in texts.iter().cycle().take(20_000) {
        let mut bytes = text.clone().into_bytes();
        for _ in 0..=random(3) {
            let at = random(bytes.len());
            match random(3) {
                0 => bytes[at] = alphabet[random(alphabet.len())],
                1 => bytes.insert(at, alphabet[random(alphabet.len())]),
                _ => bytes.truncate(at.max(1)),
            }
        }
        let created = answers::created_client(&bytes);
        assert_eq!(created.is_ok(), answers::client(&bytes).is_ok());
        if let Ok(whole) = answers::whole_client(&bytes) {
            assert_eq!(Ok(whole.client()), answers::client(&bytes), "two readers, one client");
            assert!(whole.with_state(latchkey::domain::client::ClientState::Active).get("secret").is_none());
            taken += 1;
        }
        let listed = answers::client_list(&bytes).map_or(0, |page| page.clients.len());
        assert!(listed <= 1);
        let _ = (answers::error_body(400, &bytes), answers::nothing(&bytes), token_answer(&bytes));
        let header = String::from_utf8_lossy(&bytes);
        let wait = answers::retry_after(&header, jiff::Timestamp::UNIX_EPOCH);
        assert!(wait.is_none_or(|wait| (1..=900).contains(&wait)), "{header}: {wait:?}");
        rounds += 1;
    }
    println!("changed answers: {rounds}, of which {taken} are still whole clients");
    assert!(rounds == 20_000 && taken > 0);
}

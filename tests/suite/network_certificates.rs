//! Bad certificates: each refused with its reason and before anything is sent; a company's own root is accepted.

use latchkey::domain::secret::Secret;
use latchkey::genesys::connection_check::Who;
use latchkey::genesys::error::ApiError;
use latchkey::genesys::network::{Certificate, CertificatesError, Network};
use latchkey::genesys::session::Session;
use latchkey::genesys::token::LoginHost;
use latchkey::genesys::token_error::TokenProblem;
use latchkey::genesys::unreachable::CertificateProblem::{
    self, BadUse, Expired, NotYetValid, Other, UnknownIssuer, WrongName,
};
use latchkey::genesys::unreachable::UnreachableReason;
use rcgen::{
    BasicConstraints, CertificateParams, CustomExtension, DnType, ExtendedKeyUsagePurpose, GeneralSubtree,
    IsCa, NameConstraints, SanType,
};

use crate::network_bench::{Authority, Change, LOOPBACK, Shown, TlsServer, asked, trusting, valid_for};

const HOUR: i64 = 3_600;
const DAY: i64 = 24 * HOUR;
const NOTHING: Change = |_| {};

fn names(params: &mut CertificateParams, names: &[&str]) {
    let name = |name: &&str| SanType::DnsName((*name).try_into().expect("a name"));
    params.subject_alt_names = names.iter().map(name).collect();
}

fn ips(params: &mut CertificateParams, ip: &str) {
    params.subject_alt_names = vec![SanType::IpAddress(ip.parse().expect("an address"))];
}

fn only(params: &mut CertificateParams, purpose: ExtendedKeyUsagePurpose) {
    params.extended_key_usages = vec![purpose];
}

fn constrained(params: &mut CertificateParams, permitted: &[&str], excluded: &[&str]) {
    let trees = |names: &[&str]| names.iter().map(|name| GeneralSubtree::DnsName((*name).into())).collect();
    params.name_constraints =
        Some(NameConstraints { permitted_subtrees: trees(permitted), excluded_subtrees: trees(excluded) });
}

fn is_ca(params: &mut CertificateParams) {
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
}

fn critical_extension(params: &mut CertificateParams) {
    let mut extension = CustomExtension::from_oid_content(&[1, 3, 6, 1, 4, 1, 99999, 1], vec![5, 0]);
    extension.set_criticality(true);
    params.custom_extensions.push(extension);
}

/// Certificates that the trusted root signed itself.
const SIGNED: &[(&str, &str, Change, CertificateProblem)] = &[
    ("ended a second ago", "localhost", |p| valid_for(p, -DAY, -1), Expired),
    ("ended an hour ago", "localhost", |p| valid_for(p, -DAY, -HOUR), Expired),
    ("ended a day ago", "localhost", |p| valid_for(p, -9 * DAY, -DAY), Expired),
    ("ended a month ago", "localhost", |p| valid_for(p, -90 * DAY, -30 * DAY), Expired),
    ("ended ten years ago", "localhost", |p| valid_for(p, -4_000 * DAY, -3_650 * DAY), Expired),
    ("ends before it begins", "localhost", |p| valid_for(p, HOUR, -HOUR), Expired),
    ("begins in a minute", "localhost", |p| valid_for(p, 60, DAY), NotYetValid),
    ("begins in an hour", "localhost", |p| valid_for(p, HOUR, DAY), NotYetValid),
    ("begins tomorrow", "localhost", |p| valid_for(p, DAY, 9 * DAY), NotYetValid),
    ("begins in ten years", "localhost", |p| valid_for(p, 3_650 * DAY, 4_000 * DAY), NotYetValid),
    ("another host", "localhost", |p| names(p, &["example.com"]), WrongName),
    ("a host below", "localhost", |p| names(p, &["www.localhost"]), WrongName),
    ("a host that begins the same", "localhost", |p| names(p, &["localhost.example.com"]), WrongName),
    ("a longer name", "localhost", |p| names(p, &["localhost1"]), WrongName),
    ("a shorter name", "localhost", |p| names(p, &["ocalhost"]), WrongName),
    ("a look-alike", "localhost", |p| names(p, &["l0calhost", "1ocalhost"]), WrongName),
    ("every host below", "localhost", |p| names(p, &["*.localhost"]), WrongName),
    ("every host", "localhost", |p| names(p, &["*"]), WrongName),
    ("a part of a name", "localhost", |p| names(p, &["local*"]), WrongName),
    ("only an address", "localhost", |p| ips(p, "127.0.0.1"), WrongName),
    ("only a name", "127.0.0.1", |p| names(p, &["localhost"]), WrongName),
    ("an address as a name", "127.0.0.1", |p| names(p, &["127.0.0.1"]), WrongName),
    ("another address", "127.0.0.1", |p| ips(p, "127.0.0.2"), WrongName),
    ("an address of another kind", "127.0.0.1", |p| ips(p, "::1"), WrongName),
    (
        "the name only as its subject",
        "localhost",
        |p| {
            p.subject_alt_names.clear();
            p.distinguished_name.push(DnType::CommonName, "localhost");
        },
        WrongName,
    ),
    (
        "only a mail address",
        "localhost",
        |p| p.subject_alt_names = vec![SanType::Rfc822Name("kim@localhost".try_into().expect("a name"))],
        WrongName,
    ),
    (
        "only a page's address",
        "localhost",
        |p| p.subject_alt_names = vec![SanType::URI("https://localhost".try_into().expect("a name"))],
        WrongName,
    ),
    ("for clients", "localhost", |p| only(p, ExtendedKeyUsagePurpose::ClientAuth), BadUse),
    ("for programs", "localhost", |p| only(p, ExtendedKeyUsagePurpose::CodeSigning), BadUse),
    ("for mail", "localhost", |p| only(p, ExtendedKeyUsagePurpose::EmailProtection), BadUse),
    ("for time stamps", "localhost", |p| only(p, ExtendedKeyUsagePurpose::TimeStamping), BadUse),
    ("an authority's own", "localhost", is_ca, BadUse),
    ("asks for what nobody knows", "localhost", critical_extension, Other),
];

/// Certificates of an authority that the trusted root vouches for.
const SIGNED_BELOW: &[(&str, Change, CertificateProblem)] = &[
    ("an intermediate that ended", |p| valid_for(p, -9 * DAY, -DAY), Expired),
    ("an intermediate that has not begun", |p| valid_for(p, DAY, 9 * DAY), NotYetValid),
    ("an intermediate that is no authority", |p| p.is_ca = IsCa::ExplicitNoCa, BadUse),
    ("an intermediate that says nothing", |p| p.is_ca = IsCa::NoCa, BadUse),
    ("an intermediate for clients", |p| only(p, ExtendedKeyUsagePurpose::ClientAuth), BadUse),
    ("an intermediate for another company", |p| constrained(p, &["example.com"], &[]), BadUse),
    ("an intermediate for all but this", |p| constrained(p, &[], &["localhost"]), BadUse),
    ("an intermediate that asks for what nobody knows", critical_extension, Other),
];

/// Those with a story of their own.
fn odd_ones(root: &Authority) -> Vec<(&'static str, Shown, CertificateProblem)> {
    let stranger = Authority::root("Stranger");
    let namesake = Authority::root("Company Root");
    let middle = root.below("Middle", NOTHING);
    let last = root.below("Last", |p| p.is_ca = IsCa::Ca(BasicConstraints::Constrained(0)));
    let too_deep = last.below("Too deep", NOTHING);
    let mut altered = root.server(NOTHING);
    let mut bytes = altered.chain[0].to_vec();
    let end = bytes.len() - 3;
    bytes[end] ^= 1;
    altered.chain = vec![bytes.into()];
    let mut garbage = root.server(NOTHING);
    garbage.chain = vec![b"no certificate at all".to_vec().into()];
    let mut empty = root.server(NOTHING);
    empty.chain.clear();
    let mut beside = stranger.server(NOTHING);
    beside.chain.push(root.der.clone());
    vec![
        ("signed by itself", Shown::by_itself(NOTHING), UnknownIssuer),
        ("signed by itself, as an authority", Shown::by_itself(is_ca), BadUse),
        ("signed by a stranger", stranger.server(NOTHING), UnknownIssuer),
        ("a stranger who comes along", stranger.server(NOTHING).with(&[&stranger]), UnknownIssuer),
        ("a stranger beside the root", beside, UnknownIssuer),
        ("signed by a namesake", namesake.server(NOTHING), UnknownIssuer),
        ("a namesake who comes along", namesake.server(NOTHING).with(&[&namesake]), UnknownIssuer),
        ("the intermediate is missing", middle.server(NOTHING), UnknownIssuer),
        ("another intermediate", middle.server(NOTHING).with(&[&last]), UnknownIssuer),
        ("one intermediate too many", too_deep.server(NOTHING).with(&[&too_deep, &last]), BadUse),
        ("altered", altered, UnknownIssuer),
        ("not a certificate", garbage, Other),
        ("none at all", empty, Other),
    ]
}

/// Every bad one: its story, the host that is asked, what is shown, and what is said of it.
fn bad(root: &Authority) -> Vec<(&'static str, &'static str, Shown, CertificateProblem)> {
    let mut all = Vec::new();
    for (story, host, change, problem) in SIGNED {
        all.push((*story, *host, root.server(*change), *problem));
    }
    for (story, change, problem) in SIGNED_BELOW {
        let middle = root.below("Middle", *change);
        all.push((*story, "localhost", middle.server(NOTHING).with(&[&middle]), *problem));
    }
    for (story, shown, problem) in odd_ones(root) {
        all.push((story, "localhost", shown, problem));
    }
    all
}

#[tokio::test]
async fn every_bad_certificate_is_refused_with_its_reason() {
    let root = Authority::root("Company Root");
    let network = root.trusted();
    let all = bad(&root);
    let count = all.len();
    let mut wrong = Vec::new();
    for (story, host, shown, problem) in all {
        let server = TlsServer::open(shown).await;
        let outcome = asked(&server.endpoint(host), &network).await;
        if outcome != Err(UnreachableReason::Certificate { problem }) || server.requests() != 0 {
            wrong.push(format!("{story}: {outcome:?}, {} requests", server.requests()));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(count >= 50, "{count} certificates");
    println!("{count} bad certificates: 0 accepted");
}

#[tokio::test]
async fn nothing_is_sent_to_whoever_shows_a_bad_one() {
    let root = Authority::root("Company Root");
    let network = root.trusted();
    let secret = Secret::new("0123456789-not-to-be-seen".into());
    for shown in [Shown::by_itself(NOTHING), root.server(|p| valid_for(p, -DAY, -HOUR))] {
        let server = TlsServer::open(shown).await;
        let host = LoginHost::new(server.endpoint("localhost"), &network).expect("a web client");
        let error = host.with_client_credentials("id", &secret).await.expect_err("a bad certificate");
        let TokenProblem::Unreachable { reason } = &error.problem else { panic!("{error:?}") };
        assert!(matches!(reason, UnreachableReason::Certificate { .. }), "{reason:?}");
        assert!(!format!("{error:?}").contains("not-to-be-seen"));

        let token = Secret::new("a-token".into());
        let session = Session::with_token(server.endpoint("localhost"), token, &network).expect("a session");
        let error = session.read_token_info().await.expect_err("a bad certificate");
        let same = matches!(&error, ApiError::Unreachable { reason: found, .. } if found == reason);
        assert!(same, "{error:?}");
        let error = session.revoke_token().await.expect_err("a bad certificate");
        assert!(matches!(error, ApiError::Unreachable { .. }), "a write: {error:?}");
        assert_eq!(server.requests(), 0);
    }
}

#[tokio::test]
async fn the_companys_root_is_accepted_from_the_extra_file() {
    let root = Authority::root("Company Root");
    let other = Authority::root("Another Root");
    let middle = root.below("Middle", NOTHING);
    let lowest = middle.below("Lowest", NOTHING);
    let both = format!("# Roots of the company\r\n{}\r\n{}", other.pem, root.pem).replace('\n', "\r\n");
    for network in [root.trusted(), trusting(&both)] {
        for (host, shown) in [
            ("localhost", root.server(NOTHING)),
            ("127.0.0.1", root.server(|p| p.subject_alt_names = vec![SanType::IpAddress(LOOPBACK)])),
            ("localhost", root.server(|p| only(p, ExtendedKeyUsagePurpose::ServerAuth))),
            ("localhost", middle.server(NOTHING).with(&[&middle])),
            ("localhost", lowest.server(NOTHING).with(&[&middle, &lowest])),
        ] {
            let server = TlsServer::open(shown).await;
            let answer = asked(&server.endpoint(host), &network).await.expect("trusted");
            assert_eq!((answer.who, answer.inspected, server.requests()), (Who::Genesys, true, 1));
        }
    }
    let server = TlsServer::open(root.server(NOTHING)).await;
    let alone = asked(&server.endpoint("localhost"), &Network::default()).await;
    assert_eq!(alone, Err(UnreachableReason::Certificate { problem: UnknownIssuer }), "without the file");
}

#[test]
fn a_file_without_a_good_certificate_is_refused_as_a_whole() {
    let root = Authority::root("Company Root").pem;
    let key = rcgen::KeyPair::generate().expect("a key").serialize_pem();
    let cut = &root[..root.len() / 2];
    let body = |text: &str| format!("-----BEGIN CERTIFICATE-----\n{text}\n-----END CERTIFICATE-----\n");
    let rows = [
        (String::new(), CertificatesError::NoneThere),
        ("\n\n".to_owned(), CertificatesError::NoneThere),
        ("a note about certificates".to_owned(), CertificatesError::NoneThere),
        (key.clone(), CertificatesError::NoneThere),
        ("0\u{82}\u{1}\n\u{7f}".to_owned(), CertificatesError::NoneThere),
        (cut.to_owned(), CertificatesError::Broken),
        (body("%%%%"), CertificatesError::Broken),
        (body("AAAA"), CertificatesError::Broken),
        (body(""), CertificatesError::Broken),
        (format!("{root}{}", body("AAAA")), CertificatesError::Broken),
        (format!("{root}{cut}"), CertificatesError::Broken),
        (root.replace("END CERTIFICATE", "END KEY"), CertificatesError::Broken),
    ];
    for (text, error) in rows {
        let found = Certificate::all_in(text.as_bytes());
        assert_eq!(found.map(|found| found.len()), Err(error), "{text}");
    }
    let found = Certificate::all_in(format!("{key}{root}").as_bytes()).expect("a key beside it does no harm");
    assert_eq!(found.len(), 1);
}

//! The network settings, and the check that says in so many words where the way ends.

use std::net::Ipv4Addr;
use std::sync::Arc;

use latchkey::app::App;
use latchkey::app::check_connection::{
    ConnectionReport, StepKind, StepOutcome, UnreachableReason, Verdict, check_connection, verdict_of,
};
use latchkey::app::network::{
    NetworkSettings, NetworkSettingsProblem, NetworkView, PasswordPlace, ProxyChoice, read_network_settings,
    save_network_settings,
};
use latchkey::app::profile::Place;
use latchkey::app::settings::data_folder;
use latchkey::clipboard::Clipboard;
use latchkey::domain::secret::Secret;
use latchkey::genesys::connection_check::{Answer, Who};
use latchkey::genesys::network::{Network, Proxy, ProxyAddress};
use latchkey::practice::{Practice, Start};
use latchkey::vault::Vault;
use tokio::io::AsyncWriteExt;
use tokio::net::TcpListener;
use tokio::sync::Mutex;

use crate::desk::Desk;
use crate::network_bench::{Authority, answer, asked, at, dead_port, metadata, read_head};

async fn save(desk: &Desk, proxy: ProxyChoice, file: Option<&str>, password: Option<&str>) -> NetworkView {
    let settings = NetworkSettings { proxy, certificates_file: file.map(str::to_owned) };
    let password = password.map(|password| Secret::new(password.to_owned()));
    save_network_settings(&desk.app, settings, password).await.expect("an answer")
}

fn own(address: &str, user: &str) -> ProxyChoice {
    ProxyChoice::Own { address: address.to_owned(), user: user.to_owned() }
}

fn file(desk: &Desk, name: &str) -> std::path::PathBuf {
    std::path::Path::new(&data_folder(&desk.app)).join(name)
}

#[tokio::test]
async fn a_password_is_in_the_vault_and_nowhere_else() {
    let desk = Desk::open().await;
    assert_eq!(read_network_settings(&desk.app).await, NetworkView::default());
    let kim = || own(" http://proxy.example.com:3128 ", "kim");
    let saved = save(&desk, kim(), None, Some("hunter2-of-kim")).await;
    assert_eq!((saved.password, saved.problem), (PasswordPlace::Keychain, None));
    assert_eq!(saved.settings.proxy, own("http://proxy.example.com:3128", "kim"));
    assert_eq!(read_network_settings(&desk.app).await, saved);
    let text = std::fs::read_to_string(file(&desk, "network.json")).expect("a file");
    assert!(!text.contains("hunter2") && text.contains("\"kim\""), "{text}");
    assert!(!format!("{saved:?}").contains("hunter2"));

    assert_eq!(save(&desk, kim(), None, None).await.password, PasswordPlace::Keychain, "it stays");
    let other = save(&desk, own("http://elsewhere.example.com:3128", "kim"), None, None).await;
    assert_eq!(other.password, PasswordPlace::Nowhere, "never offered to another proxy");
    assert_eq!(save(&desk, kim(), None, None).await.password, PasswordPlace::Nowhere, "it is gone");
    assert_eq!(save(&desk, kim(), None, Some("again")).await.password, PasswordPlace::Keychain);
    assert_eq!(
        save(&desk, own("proxy.example.com:3128", "lee"), None, None).await.password,
        PasswordPlace::Nowhere
    );
    assert_eq!(save(&desk, kim(), None, Some("again")).await.password, PasswordPlace::Keychain);
    assert_eq!(save(&desk, kim(), None, Some("")).await.password, PasswordPlace::Nowhere, "removed");
    assert_eq!(save(&desk, ProxyChoice::None, None, Some("x")).await.password, PasswordPlace::Nowhere);
}

/// Another start of the program, whose keychain has lost the password.
#[tokio::test]
async fn a_password_that_cannot_be_had_is_said() {
    let desk = Desk::open().await;
    save(&desk, own("127.0.0.1:1", "kim"), None, Some("hunter2")).await;
    let clipboard = Arc::new(Mutex::new(Clipboard::Memory(String::new())));
    let again = App::new(data_folder(&desk.app).into(), clipboard, Vault::memory());
    let view = read_network_settings(&again).await;
    assert_eq!(view.problem, Some(NetworkSettingsProblem::PasswordUnavailable));
    assert_eq!(view.settings.proxy, own("127.0.0.1:1", "kim"));
    let place = Place::Region { domain: "mypurecloud.de".to_owned() };
    let report = check_connection(&again, &place).await.expect("a report");
    let reason = UnreachableReason::ProxyUnreachable;
    assert_eq!(report.verdict, Verdict::Unreachable { reason }, "that proxy, and no other way");
}

#[tokio::test]
async fn what_cannot_work_is_not_saved_and_says_why() {
    let desk = Desk::open().await;
    let good = Authority::root("Company Root").pem;
    let folder = data_folder(&desk.app);
    std::fs::create_dir_all(&folder).expect("a folder");
    for (name, text) in [("good.pem", good.as_str()), ("empty.pem", ""), ("cut.pem", &good[..200])] {
        std::fs::write(file(&desk, name), text).expect("a file");
    }
    std::fs::write(file(&desk, "huge.pem"), good.repeat(4_000)).expect("a file");
    let path = |name: &str| file(&desk, name).to_string_lossy().into_owned();
    let saved = save(&desk, ProxyChoice::System, Some(&path("good.pem")), None).await;
    assert_eq!((saved.extra_certificates, saved.problem), (1, None));
    for (proxy, pem, problem) in [
        (own("not an address", ""), None, NetworkSettingsProblem::ProxyAddressInvalid),
        (own("http://kim:secret@proxy:1", ""), None, NetworkSettingsProblem::ProxyAddressInvalid),
        (ProxyChoice::None, Some("none.pem"), NetworkSettingsProblem::CertificatesUnreadable),
        (ProxyChoice::None, Some("."), NetworkSettingsProblem::CertificatesUnreadable),
        (ProxyChoice::None, Some("huge.pem"), NetworkSettingsProblem::CertificatesUnreadable),
        (ProxyChoice::None, Some("empty.pem"), NetworkSettingsProblem::CertificatesMissing),
        (ProxyChoice::None, Some("cut.pem"), NetworkSettingsProblem::CertificatesBroken),
    ] {
        let pem = pem.map(path);
        let view = save(&desk, proxy, pem.as_deref(), Some("hunter2")).await;
        assert_eq!(view.problem, Some(problem), "{view:?}");
        assert_eq!(read_network_settings(&desk.app).await, saved, "nothing changed");
    }
    std::fs::remove_file(file(&desk, "good.pem")).expect("removed");
    let later = read_network_settings(&desk.app).await;
    assert_eq!(later.problem, Some(NetworkSettingsProblem::CertificatesUnreadable), "it went away later");
    assert_eq!(save(&desk, ProxyChoice::System, Some("  "), None).await, NetworkView::default());
}

/// A server that gives the same answer to everyone.
async fn saying(text: impl FnOnce(u16) -> String) -> Place {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.expect("a port");
    let port = listener.local_addr().expect("an address").port();
    let text = text(port);
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            read_head(&mut stream).await;
            let _ = stream.write_all(text.as_bytes()).await;
        }
    });
    Place::Local { address: format!("http://127.0.0.1:{port}") }
}

fn failed(report: &ConnectionReport) -> Vec<StepKind> {
    let failed = report.steps.iter().filter(|step| step.outcome == StepOutcome::Failed);
    failed.map(|step| step.kind).collect()
}

#[tokio::test]
async fn the_practice_organization_is_found() {
    let desk = Desk::open().await;
    let practice = Practice::start(Start::default()).await.expect("it starts");
    // A proxy of one's own is not asked for what is on this computer.
    save(&desk, own(&format!("127.0.0.1:{}", dead_port().await), ""), None, None).await;
    let place = Place::Local { address: practice.address() };
    let report = check_connection(&desk.app, &place).await.expect("a report");
    assert_eq!((report.verdict, report.host.as_str()), (Verdict::Fine, practice.address().as_str()));
    let outcomes: Vec<_> = report.steps.iter().map(|step| step.outcome).collect();
    let (fine, skipped) = (StepOutcome::Fine, StepOutcome::Skipped);
    assert_eq!(outcomes, [skipped, skipped, fine, skipped, fine, fine]);
}

#[tokio::test]
async fn somebody_else_is_not_taken_for_genesys() {
    let desk = Desk::open().await;
    let page = "<!DOCTYPE html><title>Welcome to our Wi-Fi</title>";
    let html = "text/html; charset=utf-8";
    let elsewhere = "Location: http://guest.example.com/login\r\n";
    let rows = [
        (answer("200 OK", html, page, ""), Verdict::CaptivePortal),
        (answer("200 OK", "TEXT/HTML", &metadata().replace("S256", "x"), ""), Verdict::CaptivePortal),
        (answer("302 Found", "text/plain", "", elsewhere), Verdict::CaptivePortal),
        (answer("307 Temporary Redirect", html, page, elsewhere), Verdict::CaptivePortal),
        (answer("302 Found", "application/json", &metadata(), elsewhere), Verdict::CaptivePortal),
        (answer("511 Network Authentication Required", html, page, ""), Verdict::CaptivePortal),
        (answer("200 OK", "application/json", "{}", ""), Verdict::NotGenesys),
        (answer("200 OK", "application/json", "{\"issuer\":", ""), Verdict::NotGenesys),
        (answer("404 Not Found", "application/json", &metadata(), ""), Verdict::NotGenesys),
        (
            answer("200 OK", "application/json", &metadata().replace("mypurecloud.de", "example.com"), ""),
            Verdict::NotGenesys,
        ),
    ];
    for (text, verdict) in rows {
        let place = saying(|_| text.clone()).await;
        let report = check_connection(&desk.app, &place).await.expect("a report");
        assert_eq!((report.verdict, failed(&report)), (verdict, vec![StepKind::Answer]), "{text}");
    }
}

#[tokio::test]
async fn a_wrong_clock_is_noticed() {
    let desk = Desk::open().await;
    let date = "Date: Tue, 01 Jan 2030 00:00:00 GMT\r\n";
    let place = saying(|_| answer("200 OK", "application/json", &metadata(), date)).await;
    let report = check_connection(&desk.app, &place).await.expect("a report");
    assert!(
        matches!(report.verdict, Verdict::ClockWrong { ahead_seconds } if ahead_seconds < 0),
        "{report:?}"
    );
    assert_eq!(failed(&report), [StepKind::Clock]);
    let there: jiff::Timestamp = "2026-03-01T12:00:00Z".parse().expect("a time");
    for (ahead, clock_wrong) in [(0, false), (300, false), (-300, false), (301, true), (-301, true)] {
        let answer = Answer { who: Who::Genesys, date: Some(there), inspected: false };
        let here = there + jiff::SignedDuration::from_secs(ahead);
        let wrong = Verdict::ClockWrong { ahead_seconds: i32::try_from(ahead).expect("small") };
        assert_eq!(verdict_of(&answer, here), if clock_wrong { wrong } else { Verdict::Fine });
    }
    let silent = Answer { who: Who::Genesys, date: None, inspected: true };
    assert_eq!(verdict_of(&silent, there), Verdict::Inspected);
}

#[tokio::test]
async fn nobody_there_has_its_reason() {
    let desk = Desk::open().await;
    let place = Place::Local { address: format!("http://127.0.0.1:{}", dead_port().await) };
    let report = check_connection(&desk.app, &place).await.expect("a report");
    assert_eq!(report.verdict, Verdict::Unreachable { reason: UnreachableReason::Refused });
    assert_eq!(failed(&report), [StepKind::Connect]);
    let place = saying(|_| String::new()).await;
    let report = check_connection(&desk.app, &place).await.expect("a report");
    assert_eq!(report.verdict, Verdict::Unreachable { reason: UnreachableReason::ConnectionClosed });

    let direct = Network::new(Proxy::None, Vec::new());
    assert_eq!(asked(&at("login.invalid", 443), &direct).await, Err(UnreachableReason::Dns));
    let port = dead_port().await;
    assert_eq!(asked(&at("localhost", port), &direct).await, Err(UnreachableReason::Refused));
}

/// What squid never does.
#[tokio::test]
async fn a_proxy_that_misbehaves_is_told_from_a_server_that_does() {
    let refused = UnreachableReason::ProxyRefused;
    let cut = UnreachableReason::ConnectionClosed;
    let long = format!("HTTP/1.1 200 OK\r\nX: {}\r\n\r\n", "x".repeat(20_000));
    for (said, reason) in [
        ("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n", UnreachableReason::ProxyNeedsPassword),
        ("HTTP/1.1 502 Bad Gateway\r\n\r\n", refused),
        ("HTTP/1.1 302 Found\r\nLocation: http://guest.example.com/\r\n\r\n", refused),
        ("", refused),
        ("HTTP/1.1 200", refused),
        ("220 mail.example.com ready\r\n", refused),
        (&long, refused),
        ("HTTP/1.1 200 Connection established\r\n\r\n", cut),
    ] {
        let Place::Local { address } = saying(|_| said.to_owned()).await else { continue };
        let address = ProxyAddress::parse(&address).expect("an address");
        let proxy = Proxy::Own { address, user: String::new(), password: None };
        let network = Network::new(proxy, Vec::new());
        assert_eq!(asked(&at("login.invalid", 443), &network).await, Err(reason), "{said:.60}");
    }
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_proxy_that_wants_a_password_is_said_in_the_report() {
    use crate::network_squid::{PASSWORD, Squid, USER};
    let (desk, squid) = (Desk::open().await, Squid::with_password().await);
    let place = Place::Region { domain: "mypurecloud.de".to_owned() };
    for (user, password) in [("", ""), (USER, "wrong"), ("lee", PASSWORD)] {
        save(&desk, own(&squid.address(), user), None, Some(password)).await;
        let report = check_connection(&desk.app, &place).await.expect("a report");
        let reason = UnreachableReason::ProxyNeedsPassword;
        assert_eq!(report.verdict, Verdict::Unreachable { reason });
        assert_eq!(failed(&report), [StepKind::Proxy]);
        assert_eq!(report.host, "https://login.mypurecloud.de");
    }
}

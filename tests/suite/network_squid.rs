//! A real squid between Latchkey and a server: with a password, without one, refusing, and gone.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStderr, Command, Stdio};

use latchkey::domain::secret::Secret;
use latchkey::genesys::connection_check::Who;
use latchkey::genesys::error::ApiError;
use latchkey::genesys::network::{Network, Proxy, ProxyAddress};
use latchkey::genesys::session::Session;
use latchkey::genesys::token::LoginHost;
use latchkey::genesys::token_error::TokenProblem;
use latchkey::genesys::unreachable::{CertificateProblem, UnreachableReason};

use crate::network_bench::{Authority, Shown, TlsServer, asked, at, dead_port};

pub(crate) const USER: &str = "kim";
pub(crate) const PASSWORD: &str = "s3cr3t: of the proxy";

const CONFIG: &str = "http_port 127.0.0.1:PORT
pid_filename none
coredump_dir FOLDER
cache_log FOLDER/cache.log
access_log none
cache deny all
netdb_filename none
pinger_enable off
icp_port 0
shutdown_lifetime 0 seconds
";
const OPEN: &str = "http_access allow all\n";
const CLOSED: &str = "http_access deny all\n";
const WITH_PASSWORD: &str = "auth_param basic program FOLDER/asked
auth_param basic children 1 startup=1
acl known proxy_auth REQUIRED
http_access allow known
http_access deny all
";
/// Squid gives it a user and a password in a line, each written as in an address.
const ASKED: &str = "#!/bin/sh
while read -r who; do
    if [ \"$who\" = 'kim s3cr3t:%20of%20the%20proxy' ]; then echo OK; else echo ERR; fi
done
";

/// A proxy of our own on loopback.
pub(crate) struct Squid {
    port: u16,
    folder: PathBuf,
    child: Child,
    _log: BufReader<ChildStderr>,
}

impl Drop for Squid {
    fn drop(&mut self) {
        self.stop();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

impl Squid {
    pub(crate) async fn with_password() -> Squid {
        Squid::start(WITH_PASSWORD).await
    }

    async fn start(rules: &str) -> Squid {
        let port = dead_port().await;
        let folder = std::env::temp_dir().join(format!("latchkey-squid-{}-{port}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        let place = folder.to_string_lossy().into_owned();
        let config = format!("{CONFIG}{rules}").replace("PORT", &port.to_string()).replace("FOLDER", &place);
        fs::write(folder.join("squid.conf"), config).expect("configuration");
        fs::write(folder.join("asked"), ASKED).expect("a helper");
        open_to_all(&folder);
        // Debian keeps it where only the superuser's shell looks.
        let usual = Path::new("/usr/sbin/squid");
        let mut child = Command::new(if usual.exists() { usual } else { Path::new("squid") })
            .args(["-N", "-d", "1", "-f"])
            .arg(folder.join("squid.conf"))
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .expect("squid is missing: on Debian and Ubuntu, `sudo apt-get install squid`");
        let mut log = BufReader::new(child.stderr.take().expect("its log"));
        let (mut line, mut said) = (String::new(), String::new());
        while !line.contains("Accepting HTTP Socket connections") {
            said.push_str(&line);
            line.clear();
            assert!(log.read_line(&mut line).expect("its log") > 0, "squid did not start: {said}");
        }
        Squid { port, folder, child, _log: log }
    }

    fn stop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }

    pub(crate) fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    fn network(&self, root: &Authority, user: &str, password: Option<&str>) -> Network {
        through(&self.address(), root, user, password)
    }
}

/// Squid gives up the superuser's rights, and has to find its way all the same.
fn open_to_all(folder: &Path) {
    use std::os::unix::fs::PermissionsExt;
    for path in [folder.to_owned(), folder.join("asked")] {
        fs::set_permissions(path, fs::Permissions::from_mode(0o777)).expect("permissions");
    }
}

fn through(address: &str, root: &Authority, user: &str, password: Option<&str>) -> Network {
    let proxy = Proxy::Own {
        address: ProxyAddress::parse(address).expect("an address"),
        user: user.to_owned(),
        password: password.map(|password| Secret::new(password.to_owned())),
    };
    root.trusted_through(proxy)
}

fn distrusted(problem: CertificateProblem) -> UnreachableReason {
    UnreachableReason::Certificate { problem }
}

#[tokio::test]
async fn a_proxy_makes_the_connection_and_the_certificate_still_counts() {
    let (root, squid) = (Authority::root("Company Root"), Squid::start(OPEN).await);
    let network = squid.network(&root, "", None);
    for host in ["127.0.0.1", "localhost"] {
        let good = TlsServer::open(root.server(|params| {
            let address = rcgen::SanType::IpAddress(crate::network_bench::LOOPBACK);
            params.subject_alt_names.push(address);
        }));
        let good = good.await;
        let answer = asked(&good.endpoint(host), &network).await.expect("an answer");
        assert_eq!((answer.who, answer.inspected), (Who::Genesys, true), "{host}");
        let bad = TlsServer::open(Shown::by_itself(|_| {})).await;
        let refused = asked(&bad.endpoint(host), &network).await;
        assert_eq!(refused, Err(distrusted(CertificateProblem::UnknownIssuer)));
        assert_eq!(bad.requests(), 0);
    }
}

#[tokio::test]
async fn a_proxy_asks_for_its_password() {
    let (root, squid) = (Authority::root("Company Root"), Squid::with_password().await);
    let server = TlsServer::open(root.server(|_| {})).await;
    let endpoint = server.endpoint("localhost");
    let needs = UnreachableReason::ProxyNeedsPassword;
    for (user, password) in
        [("", None), (USER, None), (USER, Some("")), (USER, Some("wrong")), ("lee", Some(PASSWORD))]
    {
        let outcome = asked(&endpoint, &squid.network(&root, user, password)).await;
        assert_eq!(outcome, Err(needs), "{user} {password:?}");
    }
    let wrong = squid.network(&root, USER, Some("not-to-be-seen"));
    let secret = Secret::new("not-to-be-seen-either".into());
    let host = LoginHost::new(endpoint.clone(), &wrong).expect("a web client");
    let error = host.with_client_credentials("id", &secret).await.expect_err("no way through");
    assert_eq!(error.problem, TokenProblem::Unreachable { reason: needs });
    let session = Session::with_token(endpoint.clone(), secret, &wrong).expect("a session");
    let lost = session.read_token_info().await.expect_err("no way through");
    assert!(matches!(&lost, ApiError::Unreachable { reason, .. } if *reason == needs), "{lost:?}");
    let write = session.revoke_token().await.expect_err("no way through");
    assert!(matches!(&write, ApiError::Unreachable { reason, .. } if *reason == needs), "{write:?}");
    assert!(!format!("{error:?} {error} {lost:?} {lost} {wrong:?} {session:?}").contains("not-to-be-seen"));
    assert_eq!(server.requests(), 0);

    let answer = asked(&endpoint, &squid.network(&root, USER, Some(PASSWORD))).await.expect("an answer");
    assert_eq!(answer.who, Who::Genesys);
}

#[tokio::test]
async fn a_proxy_that_refuses_or_is_gone_says_which() {
    let root = Authority::root("Company Root");
    let server = TlsServer::open(root.server(|_| {})).await;
    let endpoint = server.endpoint("localhost");
    let closed = Squid::start(CLOSED).await;
    let refused = asked(&endpoint, &closed.network(&root, "", None)).await;
    assert_eq!(refused, Err(UnreachableReason::ProxyRefused), "403");

    let mut squid = Squid::start(OPEN).await;
    let network = squid.network(&root, "", None);
    let nobody = asked(&at("127.0.0.1", dead_port().await), &network).await;
    assert_eq!(nobody, Err(UnreachableReason::ProxyRefused), "503: nobody behind it");
    assert!(asked(&endpoint, &network).await.is_ok());
    squid.stop();
    assert_eq!(asked(&endpoint, &network).await, Err(UnreachableReason::ProxyUnreachable), "gone");
    let nowhere = through("http://proxy.invalid:3128", &root, "", None);
    assert_eq!(asked(&endpoint, &nowhere).await, Err(UnreachableReason::ProxyUnreachable), "no such name");
}

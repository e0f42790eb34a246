//! Certificates of our own making, and servers on loopback that show them.

use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, SystemTime};

use latchkey::domain::region::Region;
use latchkey::genesys::connection_check::{Answer, ask};
use latchkey::genesys::endpoint::Endpoint;
use latchkey::genesys::error::ApiError;
use latchkey::genesys::gateway::{Gateway, GatewayDraft};
use latchkey::genesys::network::{Certificate, Network, Proxy};
use latchkey::genesys::unreachable::UnreachableReason;
use rcgen::{BasicConstraints, CertificateParams, DnType, IsCa, Issuer, KeyPair};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::aws_lc_rs;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio_rustls::rustls::sign::{CertifiedKey, SingleCertAndKey};

pub(crate) type Change = fn(&mut CertificateParams);

/// Somebody who signs certificates.
pub(crate) struct Authority {
    pub(crate) pem: String,
    pub(crate) der: CertificateDer<'static>,
    issuer: Issuer<'static, KeyPair>,
}

fn ca_params(name: &str) -> CertificateParams {
    let mut params = CertificateParams::new(Vec::new()).expect("parameters");
    params.distinguished_name.push(DnType::CommonName, name);
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    valid_for(&mut params, -86_400, 86_400);
    params
}

/// Seconds from now; a minus is before.
pub(crate) fn valid_for(params: &mut CertificateParams, from: i64, to: i64) {
    let at = |seconds: i64| {
        let distance = Duration::from_secs(seconds.unsigned_abs());
        let now = SystemTime::now();
        if seconds < 0 { now - distance } else { now + distance }
    };
    (params.not_before, params.not_after) = (at(from).into(), at(to).into());
}

impl Authority {
    /// One that vouches for itself.
    pub(crate) fn root(name: &str) -> Authority {
        let (params, key) = (ca_params(name), KeyPair::generate().expect("a key"));
        let certificate = params.self_signed(&key).expect("a certificate");
        Authority { pem: certificate.pem(), der: certificate.der().clone(), issuer: Issuer::new(params, key) }
    }

    /// One that this one vouches for.
    pub(crate) fn below(&self, name: &str, change: Change) -> Authority {
        let (mut params, key) = (ca_params(name), KeyPair::generate().expect("a key"));
        change(&mut params);
        let certificate = params.signed_by(&key, &self.issuer).expect("a certificate");
        Authority { pem: certificate.pem(), der: certificate.der().clone(), issuer: Issuer::new(params, key) }
    }

    /// A server's certificate for `localhost` and 127.0.0.1, unless changed.
    pub(crate) fn server(&self, change: Change) -> Shown {
        let (params, key) = server_params(change);
        let certificate = params.signed_by(&key, &self.issuer).expect("a certificate");
        Shown { chain: vec![certificate.der().clone()], key }
    }

    pub(crate) fn trusted(&self) -> Network {
        trusting(&self.pem)
    }

    pub(crate) fn trusted_through(&self, proxy: Proxy) -> Network {
        trusting_through(proxy, &self.pem)
    }
}

/// The operating system's trust, and one root besides, without a proxy.
pub(crate) fn trusting(pem: &str) -> Network {
    trusting_through(Proxy::None, pem)
}

/// The same through a proxy.
pub(crate) fn trusting_through(proxy: Proxy, pem: &str) -> Network {
    Network::new(proxy, Certificate::all_in(pem.as_bytes()).expect("certificates"))
}

fn server_params(change: Change) -> (CertificateParams, KeyPair) {
    let names = vec!["localhost".to_owned(), "127.0.0.1".to_owned()];
    let mut params = CertificateParams::new(names).expect("parameters");
    valid_for(&mut params, -3_600, 3_600);
    change(&mut params);
    (params, KeyPair::generate().expect("a key"))
}

/// What a server shows, and the key to it.
pub(crate) struct Shown {
    pub(crate) chain: Vec<CertificateDer<'static>>,
    pub(crate) key: KeyPair,
}

impl Shown {
    /// One that nobody else signed.
    pub(crate) fn by_itself(change: Change) -> Shown {
        let (params, key) = server_params(change);
        Shown { chain: vec![params.self_signed(&key).expect("a certificate").der().clone()], key }
    }

    pub(crate) fn with(mut self, others: &[&Authority]) -> Shown {
        self.chain.extend(others.iter().map(|other| other.der.clone()));
        self
    }
}

/// Shows a certificate unseen, however wrong it is.
pub(crate) fn acceptor(shown: Shown) -> TlsAcceptor {
    let provider = Arc::new(aws_lc_rs::default_provider());
    let key = PrivateKeyDer::try_from(shown.key.serialize_der()).expect("a key");
    let key = provider.key_provider.load_private_key(key).expect("a key");
    let shown = SingleCertAndKey::from(CertifiedKey::new(shown.chain, key));
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .expect("versions")
        .with_no_client_auth()
        .with_cert_resolver(Arc::new(shown));
    TlsAcceptor::from(Arc::new(config))
}

/// A server with TLS, which counts the requests that came through.
pub(crate) struct TlsServer {
    pub(crate) port: u16,
    requests: Arc<AtomicUsize>,
    task: JoinHandle<()>,
}

impl Drop for TlsServer {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl TlsServer {
    /// One that shows a certificate unseen, however wrong it is, and then says that it is a login host.
    pub(crate) async fn open(shown: Shown) -> TlsServer {
        let acceptor = acceptor(shown);
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let requests = Arc::new(AtomicUsize::new(0));
        let counter = requests.clone();
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (acceptor, counter) = (acceptor.clone(), counter.clone());
                tokio::spawn(async move { serve(acceptor, stream, &counter).await });
            }
        });
        TlsServer { port, requests, task }
    }

    pub(crate) fn requests(&self) -> usize {
        self.requests.load(Ordering::SeqCst)
    }

    pub(crate) fn endpoint(&self, host: &str) -> Endpoint {
        at(host, self.port)
    }
}

async fn serve(acceptor: TlsAcceptor, stream: TcpStream, counter: &AtomicUsize) -> Option<()> {
    let mut stream = acceptor.accept(stream).await.ok()?;
    read_head(&mut stream).await?;
    counter.fetch_add(1, Ordering::SeqCst);
    stream.write_all(answer("200 OK", "application/json", &metadata(), "").as_bytes()).await.ok()?;
    stream.shutdown().await.ok()
}

/// Everything up to the empty line.
pub(crate) async fn read_head(stream: &mut (impl AsyncReadExt + Unpin)) -> Option<String> {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        head.push(stream.read_u8().await.ok()?);
    }
    String::from_utf8(head).ok()
}

pub(crate) fn answer(status: &str, kind: &str, body: &str, headers: &str) -> String {
    let length = body.len();
    format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n{headers}Connection: close\r\n\r\n{body}"
    )
}

/// What the login host of the region says of itself.
pub(crate) fn metadata() -> String {
    metadata_of(&region().login_base())
}

/// What the login host at a base address says of itself.
pub(crate) fn metadata_of(base: &str) -> String {
    serde_json::json!({
        "issuer": base,
        "authorization_endpoint": format!("{base}/oauth/authorize"),
        "token_endpoint": format!("{base}/oauth/token"),
        "code_challenge_methods_supported": ["S256"],
    })
    .to_string()
}

pub(crate) fn region() -> Region {
    Region::of_domain("mypurecloud.de").expect("a region")
}

/// An endpoint on loopback that is spoken to as the cloud is.
pub(crate) fn at(host: &str, port: u16) -> Endpoint {
    let draft = GatewayDraft { host: host.into(), port: port.to_string(), ..GatewayDraft::default() };
    Endpoint::gateway(region(), &Gateway::parse(&draft).expect("a gateway"))
}

/// A port where nothing listens.
pub(crate) async fn dead_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.expect("a port");
    listener.local_addr().expect("an address").port()
}

pub(crate) async fn asked(endpoint: &Endpoint, network: &Network) -> Result<Answer, UnreachableReason> {
    ask(endpoint, network).await.map_err(|error| match error {
        ApiError::Unreachable { reason, .. } => reason,
        other => panic!("{other:?}"),
    })
}

pub(crate) const LOOPBACK: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);

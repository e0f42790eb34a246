//! What stands before an organization that is not on this computer: TLS, a gateway's prefixes, and names that only a
//! proxy knows. Behind it is a practice organization.

use std::net::Ipv4Addr;
use std::sync::{Arc, Mutex};

use latchkey::app::network::{NetworkSettings, ProxyChoice, save_network_settings};
use latchkey::app::settings::data_folder;
use latchkey::practice::Practice;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;
use tokio_rustls::TlsAcceptor;

use crate::desk::Desk;
use crate::network_bench::{Authority, Change, acceptor, answer, metadata_of, read_head};
use crate::profiles::server;

pub(crate) const API: &str = "/genesys/api";
pub(crate) const LOGIN: &str = "/genesys/login";

/// A practice organization that is reached as the cloud is.
pub(crate) struct Front {
    pub(crate) server: Practice,
    pub(crate) root: Authority,
    pub(crate) port: u16,
    says: Arc<Mutex<String>>,
    task: JoinHandle<()>,
}

impl Drop for Front {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Front {
    /// One that shows a certificate for `localhost`, unless changed, and does not say who it is.
    pub(crate) async fn open(change: Change) -> Front {
        let (server, root) = (server().await, Authority::root("Company Root"));
        let acceptor = acceptor(root.server(change));
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let says = Arc::new(Mutex::new("{}".to_owned()));
        let behind = server.address().replace("http://", "");
        let said = says.clone();
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (acceptor, behind, said) = (acceptor.clone(), behind.clone(), said.clone());
                tokio::spawn(async move { forward(acceptor, stream, &behind, &said).await });
            }
        });
        Front { server, root, port, says, task }
    }

    /// From now on, the login host says that this is its address.
    pub(crate) fn says_it_is(&self, base: &str) {
        *self.says.lock().expect("a lock") = metadata_of(base);
    }

    /// Makes a desk trust the certificate.
    pub(crate) async fn trusted_by(&self, desk: &Desk, proxy: ProxyChoice) {
        let folder = data_folder(&desk.app);
        std::fs::create_dir_all(&folder).expect("a folder");
        let file = std::path::Path::new(&folder).join("root.pem");
        std::fs::write(&file, &self.root.pem).expect("a file");
        let certificates_file = Some(file.to_string_lossy().into_owned());
        let settings = NetworkSettings { proxy, certificates_file };
        let saved = save_network_settings(&desk.app, settings, None).await.expect("saved");
        assert_eq!((saved.problem, saved.extra_certificates), (None, 1));
    }

    /// A proxy that leads every name here.
    pub(crate) async fn proxy(&self) -> ProxyChoice {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.expect("a port");
        let address = format!("http://{}", listener.local_addr().expect("an address"));
        let port = self.port;
        tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                tokio::spawn(async move {
                    let head = read_head(&mut stream).await?;
                    assert!(head.starts_with("CONNECT "), "{head}");
                    stream.write_all(b"HTTP/1.1 200 OK\r\n\r\n").await.ok()?;
                    let mut there = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).await.ok()?;
                    tokio::io::copy_bidirectional(&mut stream, &mut there).await.ok()
                });
            }
        });
        ProxyChoice::Own { address, user: String::new() }
    }

    /// How many requests for a token came through.
    pub(crate) fn token_requests(&self) -> usize {
        self.server.requests().iter().filter(|request| request.path == "/oauth/token").count()
    }
}

/// One request on each connection: to the practice organization without its prefix, or answered here.
async fn forward(acceptor: TlsAcceptor, stream: TcpStream, behind: &str, says: &Mutex<String>) -> Option<()> {
    let mut stream = acceptor.accept(stream).await.ok()?;
    let head = read_head(&mut stream).await?;
    let length = head.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("content-length").then(|| value.trim().parse::<usize>().ok())?
    });
    let mut body = vec![0; length.unwrap_or(0)];
    stream.read_exact(&mut body).await.ok()?;
    let head = head.replacen(&format!(" {API}/"), " /", 1).replacen(&format!(" {LOGIN}/"), " /", 1);
    if head.contains(" /.well-known/") {
        let said = says.lock().expect("a lock").clone();
        stream.write_all(answer("200 OK", "application/json", &said, "").as_bytes()).await.ok()?;
    } else {
        let mut there = TcpStream::connect(behind).await.ok()?;
        let head = head.replacen("\r\n", "\r\nConnection: close\r\n", 1);
        there.write_all(head.as_bytes()).await.ok()?;
        there.write_all(&body).await.ok()?;
        tokio::io::copy(&mut there, &mut stream).await.ok()?;
    }
    stream.shutdown().await.ok()
}

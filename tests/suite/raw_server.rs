//! A server on loopback that answers with the bytes it is told to, however wrong, and counts what it was sent.

use std::net::Ipv4Addr;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use latchkey::domain::region::Region;
use latchkey::domain::secret::Secret;
use latchkey::genesys::endpoint::Endpoint;
use latchkey::genesys::network::Network;
use latchkey::genesys::pace::Clock;
use latchkey::genesys::session::{Limits, Session};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

/// What to send, and what to do then.
#[derive(Clone)]
pub(crate) struct Reply {
    pub(crate) bytes: Vec<u8>,
    pub(crate) then: Then,
}

#[derive(Clone)]
pub(crate) enum Then {
    Close,
    /// Keeps the connection and says nothing more.
    Hang,
    /// Sends the same again and again, with a wait between.
    Repeat(Vec<u8>, Duration),
}

impl Reply {
    pub(crate) fn closing(bytes: impl Into<Vec<u8>>) -> Reply {
        Reply { bytes: bytes.into(), then: Then::Close }
    }

    /// A whole answer with a length.
    pub(crate) fn of(status: &str, headers: &str, body: &[u8]) -> Reply {
        let length = body.len();
        let head =
            format!("HTTP/1.1 {status}\r\nContent-Length: {length}\r\n{headers}Connection: close\r\n\r\n");
        Reply::closing([head.as_bytes(), body].concat())
    }
}

/// A server; it stops when dropped.
pub(crate) struct RawServer {
    pub(crate) address: String,
    requests: Arc<Mutex<Vec<String>>>,
    task: JoinHandle<()>,
}

impl Drop for RawServer {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl RawServer {
    /// `answer` gets the request line, such as `GET /path HTTP/1.1`, and how many requests came before.
    pub(crate) async fn open(answer: impl Fn(&str, usize) -> Reply + Send + Sync + 'static) -> RawServer {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.expect("a port");
        let address = format!("http://127.0.0.1:{}", listener.local_addr().expect("an address").port());
        let requests: Arc<Mutex<Vec<String>>> = Arc::default();
        let (answer, noted) = (Arc::new(answer), requests.clone());
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (answer, noted) = (answer.clone(), noted.clone());
                tokio::spawn(async move { serve(stream, &*answer, &noted).await });
            }
        });
        RawServer { address, requests, task }
    }

    /// The request lines that came, oldest first.
    pub(crate) fn requests(&self) -> Vec<String> {
        self.requests.lock().expect("requests").clone()
    }

    pub(crate) fn count(&self, method: &str) -> usize {
        self.requests().iter().filter(|line| line.starts_with(method)).count()
    }

    pub(crate) fn session(&self, limits: Limits, clock: Clock) -> Session {
        let region = Region::of_domain("mypurecloud.de").expect("a region");
        let endpoint = Endpoint::practice(self.address.clone(), region);
        let token = Secret::new("token".into());
        Session::with_limits(endpoint, token, &Network::default(), limits, clock).expect("a session")
    }
}

async fn serve(
    mut stream: TcpStream,
    answer: &(impl Fn(&str, usize) -> Reply + Sync),
    noted: &Mutex<Vec<String>>,
) -> Option<()> {
    let line = read_request(&mut stream).await?;
    let before = {
        let mut noted = noted.lock().expect("requests");
        noted.push(line.clone());
        noted.len() - 1
    };
    let reply = answer(&line, before);
    stream.write_all(&reply.bytes).await.ok()?;
    match reply.then {
        Then::Close => stream.shutdown().await.ok()?,
        Then::Hang => while stream.read_u8().await.is_ok() {},
        Then::Repeat(bytes, wait) => {
            while stream.write_all(&bytes).await.is_ok() {
                tokio::time::sleep(wait).await;
            }
        }
    }
    Some(())
}

/// The request line; the rest is read, so that closing does not reset the connection.
async fn read_request(stream: &mut TcpStream) -> Option<String> {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        head.push(stream.read_u8().await.ok()?);
    }
    let head = String::from_utf8(head).ok()?;
    let length = head
        .lines()
        .find_map(|line| line.to_ascii_lowercase().strip_prefix("content-length: ")?.parse().ok());
    let mut body = vec![0; length.unwrap_or(0)];
    stream.read_exact(&mut body).await.ok()?;
    head.lines().next().map(str::to_owned)
}

/// A server whose answer can be changed, and a session that speaks to it.
pub(crate) struct Lane {
    pub(crate) server: RawServer,
    pub(crate) session: Session,
    reply: Arc<Mutex<Reply>>,
    done: usize,
}

impl Lane {
    pub(crate) async fn open(limits: Limits, clock: Clock) -> Lane {
        let reply = Arc::new(Mutex::new(Reply::closing("")));
        let said = reply.clone();
        let server = RawServer::open(move |_, _| said.lock().expect("a reply").clone()).await;
        let session = server.session(limits, clock);
        Lane { server, session, reply, done: 0 }
    }

    /// What is answered from now on; counting starts anew, and so does the pace.
    pub(crate) fn answer(&mut self, reply: Reply) {
        *self.reply.lock().expect("a reply") = reply;
        self.done = self.server.requests().len();
        self.session.renew(Secret::new("token".into()));
    }

    /// Requests since the answer was changed.
    pub(crate) fn sent(&self) -> usize {
        self.server.requests().len() - self.done
    }
}

/// A clock that goes when it is told to.
#[derive(Clone, Default)]
pub(crate) struct HandClock(Arc<AtomicU64>);

impl HandClock {
    pub(crate) fn clock(&self) -> Clock {
        let millis = self.0.clone();
        Clock::of(move || Duration::from_millis(millis.load(Ordering::SeqCst)))
    }

    pub(crate) fn forward(&self, millis: u64) {
        self.0.fetch_add(millis, Ordering::SeqCst);
    }
}

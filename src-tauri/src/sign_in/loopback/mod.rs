//! Waits on loopback for the one answer of the login host that brings the right state.
//! It must never be reachable from another computer, nor let anything but that answer end the wait.

mod connection;
mod page;
mod request;
mod verdict;

use std::collections::VecDeque;
use std::future::Future;
use std::io;
use std::net::{Ipv4Addr, Ipv6Addr};
use std::pin::pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio::task::{AbortHandle, JoinSet};

use super::authorize::State;
use crate::domain::secret::Secret;

/// The ports that are tried, in this order.
///
/// Genesys takes any port for a client that is registered with `http://localhost`. The ports are few and
/// fixed all the same: should an organization's login host compare them, these can be registered one by one;
/// and when all are taken, signing in is refused rather than moved to a port that nobody knows. They lie
/// below the ranges from which operating systems hand out ports to others.
pub const PORTS: [u16; 8] = [18253, 18507, 19417, 21839, 23561, 25339, 27647, 29723];

/// Connections at one time; beyond, the oldest one gives way, so that idle ones cannot keep the answer out.
const MOST_CONNECTIONS: usize = 64;
/// How long a request may take to arrive.
const REQUEST_LIMIT: Duration = Duration::from_secs(5);
/// How long the browser may take to fetch the page that ends the wait.
const PAGE_LIMIT: Duration = Duration::from_secs(1);

/// No port can be listened on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("every port that is kept for signing in is taken")]
pub struct PortsTaken;

/// How a wait ended.
#[derive(Debug)]
pub enum Outcome {
    /// The person agreed; this code can be exchanged once.
    Code(Secret),
    /// The login host sent an error back, such as `access_denied`.
    Denied {
        /// Its code: letters, digits and underscores.
        error: String,
    },
    /// Nothing came in time. A wrong client or redirect URI is never sent back by Genesys, so this is how it
    /// ends.
    TimedOut,
    /// The person gave up.
    Cancelled,
}

/// What these bytes would bring about, sent to this port while this state is waited for: the outcome that would
/// end the wait, or nothing.
pub fn outcome_of(mut request: &[u8], state: &State, port: u16) -> Option<Outcome> {
    // Bytes that are all here never have to be waited for.
    let head = pin!(request::read(&mut request)).poll(&mut Context::from_waker(Waker::noop()));
    match head {
        Poll::Ready(Ok(head)) => match verdict::judge(&head, state, port) {
            verdict::Verdict::Answer(outcome) => Some(outcome),
            _ => None,
        },
        _ => None,
    }
}

/// Listens on 127.0.0.1 and, where this computer has it, on `::1`: `localhost` may mean either.
#[derive(Debug)]
pub struct Listener {
    ip4: TcpListener,
    ip6: Option<TcpListener>,
    port: u16,
    request_limit: Duration,
}

impl Listener {
    /// Listens on the first of `PORTS` that is free.
    ///
    /// # Errors
    /// When none is.
    pub async fn open() -> Result<Listener, PortsTaken> {
        Listener::open_on(&PORTS).await
    }

    /// Listens on the first of these ports that is free on every loopback address. A port of which somebody
    /// else has one address is left alone: the browser could take the answer there.
    ///
    /// # Errors
    /// When none is.
    pub async fn open_on(ports: &[u16]) -> Result<Listener, PortsTaken> {
        for port in ports {
            if let Ok(listener) = Listener::bind(*port).await {
                return Ok(listener);
            }
        }
        Err(PortsTaken)
    }

    async fn bind(port: u16) -> io::Result<Listener> {
        let ip4 = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await?;
        let port = ip4.local_addr()?.port();
        let ip6 = match TcpListener::bind((Ipv6Addr::LOCALHOST, port)).await {
            Ok(listener) => Some(listener),
            Err(error) if matches!(error.kind(), io::ErrorKind::AddrInUse) => return Err(error),
            Err(error) if matches!(error.kind(), io::ErrorKind::PermissionDenied) => return Err(error),
            // No such address: this computer has no IPv6, and nobody else can listen there either.
            Err(_) => None,
        };
        Ok(Listener { ip4, ip6, port, request_limit: REQUEST_LIMIT })
    }

    /// The same listener, with another limit on how long a request may take to arrive.
    #[must_use]
    pub fn with_request_limit(self, request_limit: Duration) -> Listener {
        Listener { request_limit, ..self }
    }

    /// The port.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// What to send as redirect URI: without a path, the only form for which Genesys is known to take any
    /// port.
    pub fn redirect_uri(&self) -> String {
        format!("http://localhost:{}", self.port)
    }

    /// Waits for the answer to this state, and stops listening. Whatever else comes is answered and
    /// forgotten.
    pub async fn wait(self, state: State, limit: Duration, cancel: impl Future<Output = ()>) -> Outcome {
        let (answer, mut answered) = oneshot::channel();
        let desk = Arc::new(Desk {
            state,
            port: self.port,
            request_limit: self.request_limit,
            answer: Mutex::new(Some(answer)),
        });
        let mut crowd = Crowd::default();
        let timer = tokio::time::sleep(limit);
        tokio::pin!(timer, cancel);
        let answer: Answer = loop {
            tokio::select! {
                biased;
                answer = &mut answered => match answer {
                    Ok(answer) => break answer,
                    // Cannot be: the desk keeps the sender until it answers.
                    Err(_) => return Outcome::Cancelled,
                },
                () = &mut cancel => return Outcome::Cancelled,
                () = &mut timer => return Outcome::TimedOut,
                stream = self.accept() => match stream {
                    Ok(stream) => crowd.admit(connection::serve(Arc::clone(&desk), stream)).await,
                    // Out of file handles, for example: some come back when connections reach their limit.
                    Err(_) => tokio::time::sleep(Duration::from_millis(20)).await,
                },
            }
        };
        // The listener closes when this returns, and the browser should have its page by then.
        let _ = tokio::time::timeout(PAGE_LIMIT, answer.page_sent).await;
        answer.outcome
    }

    async fn accept(&self) -> io::Result<TcpStream> {
        let ip6 = async {
            match &self.ip6 {
                Some(listener) => listener.accept().await,
                None => std::future::pending().await,
            }
        };
        tokio::select! {
            accepted = self.ip4.accept() => accepted,
            accepted = ip6 => accepted,
        }
        .map(|(stream, _)| stream)
    }
}

/// The outcome, and a sign that comes when the browser has its page.
struct Answer {
    outcome: Outcome,
    page_sent: oneshot::Receiver<()>,
}

/// What every connection is measured against.
struct Desk {
    state: State,
    port: u16,
    request_limit: Duration,
    answer: Mutex<Option<oneshot::Sender<Answer>>>,
}

impl Desk {
    /// Ends the wait. Only the first caller can: the sender is gone afterwards.
    fn settle(&self, answer: Answer) -> bool {
        let sender = self.answer.lock().unwrap_or_else(PoisonError::into_inner).take();
        sender.is_some_and(|sender| sender.send(answer).is_ok())
    }
}

/// The connections that are open; all end when it is dropped.
#[derive(Default)]
struct Crowd {
    tasks: JoinSet<()>,
    oldest_first: VecDeque<AbortHandle>,
}

impl Crowd {
    async fn admit(&mut self, connection: impl Future<Output = ()> + Send + 'static) {
        while self.tasks.try_join_next().is_some() {}
        self.oldest_first.retain(|task| !task.is_finished());
        if self.oldest_first.len() >= MOST_CONNECTIONS
            && let Some(oldest) = self.oldest_first.pop_front()
        {
            oldest.abort();
        }
        self.oldest_first.push_back(self.tasks.spawn(connection));
        // A request that is already here is read before the next connection can push it out.
        tokio::task::yield_now().await;
    }
}

//! A wire between the program and its organization, which knows every secret that passes over it.
//! It must never change a byte, nor print one.

use std::collections::BTreeMap;
use std::net::Ipv4Addr;
use std::sync::{Arc, Mutex};

use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

use super::scan::Canary;

type Passed = Arc<Mutex<Vec<u8>>>;

/// What stands before a secret in a request or an answer.
const MARKS: [(&str, &str); 8] = [
    ("access token", "\"access_token\":\""),
    ("client secret", "\"secret\":\""),
    ("authorization code", "code="),
    ("PKCE verifier", "code_verifier="),
    ("state", "state="),
    ("token in a header", "\r\nauthorization: Bearer "),
    ("sign-in header", "\r\nauthorization: Basic "),
    ("proxy header", "\r\nproxy-authorization: Basic "),
];

pub(super) struct Wire {
    pub(super) address: String,
    passed: Arc<Mutex<Vec<Passed>>>,
    task: JoinHandle<()>,
}

impl Drop for Wire {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Wire {
    /// A wire to an address such as `http://127.0.0.1:4242`.
    pub(super) async fn to(address: &str) -> Wire {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let target = address.trim_start_matches("http://").to_owned();
        let passed: Arc<Mutex<Vec<Passed>>> = Arc::default();
        let all = passed.clone();
        let task = tokio::spawn(async move {
            while let Ok((near, _)) = listener.accept().await {
                let Ok(far) = TcpStream::connect(&target).await else { continue };
                let ((near_in, near_out), (far_in, far_out)) = (near.into_split(), far.into_split());
                let ways: [Passed; 2] = Default::default();
                all.lock().expect("a list").extend(ways.clone());
                let [there, back] = ways;
                tokio::spawn(pass(near_in, far_out, there));
                tokio::spawn(pass(far_in, near_out, back));
            }
        });
        Wire { address: format!("http://127.0.0.1:{port}"), passed, task }
    }

    /// Every secret that has passed so far.
    pub(super) fn canaries(&self) -> Vec<Canary> {
        let mut found: BTreeMap<String, &str> = BTreeMap::new();
        for passed in self.passed.lock().expect("a list").iter() {
            let text = String::from_utf8_lossy(&passed.lock().expect("bytes")).into_owned();
            for (what, mark) in MARKS {
                for rest in text.split(mark).skip(1) {
                    let end = rest
                        .find(|letter: char| !letter.is_ascii_alphanumeric() && !"-_.~+/=%".contains(letter));
                    let secret = &rest[..end.unwrap_or(rest.len())];
                    if secret.len() >= 24 {
                        found.entry(secret.to_owned()).or_insert(what);
                    }
                }
            }
        }
        found.into_iter().map(|(text, what)| Canary { what: what.to_owned(), text }).collect()
    }
}

async fn pass(mut from: impl AsyncRead + Unpin, mut to: impl AsyncWrite + Unpin, passed: Passed) {
    let mut bytes = vec![0; 16 * 1024];
    while let Ok(count @ 1..) = from.read(&mut bytes).await {
        passed.lock().expect("bytes").extend(&bytes[..count]);
        if to.write_all(&bytes[..count]).await.is_err() {
            break;
        }
    }
    // Whoever is gone need not be told that there is no more.
    let _ = to.shutdown().await;
}

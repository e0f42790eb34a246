//! Serves one connection: one request, one page, and the end.
//! It must never wait longer than its limits, whatever the other side does.

use std::sync::Arc;
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::oneshot;
use tokio::time::timeout;

use super::page::Page;
use super::request::{self, Bad};
use super::verdict::{Verdict, judge};
use super::{Answer, Desk, Outcome};

/// How long the other side may take to fetch a page.
const WRITE_LIMIT: Duration = Duration::from_secs(2);
/// How much of a refused request is thrown away unread, so that its sender still sees the page.
const MOST_LEFT_OVER: usize = 64 * 1024;

pub(super) async fn serve(desk: Arc<Desk>, mut stream: TcpStream) {
    let head = timeout(desk.request_limit, request::read(&mut stream)).await;
    let (page, done) = match head {
        Ok(Ok(head)) => answer(&desk, judge(&head, &desk.state, desk.port)),
        Ok(Err(Bad::Gone)) => return,
        Ok(Err(Bad::TooLarge)) => (Page::TooLarge, None),
        Ok(Err(Bad::Garbage)) => (Page::Refused, None),
        Err(_) => (Page::TooSlow, None),
    };
    let sent = async {
        stream.write_all(page.response().as_bytes()).await?;
        stream.shutdown().await
    };
    let sent = timeout(WRITE_LIMIT, sent).await;
    match done {
        Some(done) => {
            // Nobody listens any more once the time for the page is over.
            let _: Result<(), ()> = done.send(());
        }
        // Closing with bytes unread would reset the connection before the page is read.
        None if matches!(sent, Ok(Ok(()))) => {
            let _ = timeout(WRITE_LIMIT, discard(&mut stream)).await;
        }
        None => {}
    }
}

/// The page for a verdict, and whom to tell that it was sent when it ends the wait.
fn answer(desk: &Desk, verdict: Verdict) -> (Page, Option<oneshot::Sender<()>>) {
    let outcome = match verdict {
        Verdict::Answer(outcome) => outcome,
        Verdict::WrongMethod => return (Page::WrongMethod, None),
        Verdict::WrongPath => return (Page::NotFound, None),
        Verdict::Refused => return (Page::Refused, None),
    };
    let page = if matches!(outcome, Outcome::Code(_)) { Page::Done } else { Page::Denied };
    let (done, page_sent) = oneshot::channel();
    if desk.settle(Answer { outcome, page_sent }) { (page, Some(done)) } else { (Page::Refused, None) }
}

async fn discard(stream: &mut TcpStream) {
    let mut part = [0_u8; 4096];
    let mut left = MOST_LEFT_OVER;
    while let Ok(count) = stream.read(&mut part).await {
        if count == 0 || count > left {
            return;
        }
        left -= count;
    }
}

//! The loopback socket, each connection of which can be cut from inside a request.
//! Must never listen on anything but 127.0.0.1.

use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, ready};

use axum::extract::connect_info::Connected;
use axum::serve::{IncomingStream, Listener};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};

/// Listens on loopback and hands out connections that can be cut.
pub(super) struct Wire(TcpListener);

impl Wire {
    pub(super) async fn bind(port: u16) -> io::Result<Self> {
        TcpListener::bind(("127.0.0.1", port)).await.map(Self)
    }

    pub(super) fn port(&self) -> io::Result<u16> {
        Ok(self.0.local_addr()?.port())
    }
}

impl Listener for Wire {
    type Io = Line;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Line, SocketAddr) {
        let (stream, address) = Listener::accept(&mut self.0).await;
        (Line { stream, scissors: Scissors::default() }, address)
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        self.0.local_addr()
    }
}

/// How much of an answer leaves before the connection closes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cut {
    /// So many bytes of status line and headers, and nothing of the body.
    Head(u32),
    /// All of the head, and so many bytes of the body.
    Body(u32),
}

/// What may still leave.
#[derive(Default)]
enum Leave {
    #[default]
    Everything,
    /// Of the head so many bytes, of the body so many after it; `met` bytes of the head's end have passed.
    Head {
        left: usize,
        met: usize,
        body: usize,
    },
    Body {
        left: usize,
    },
    Nothing,
}

const END_OF_HEAD: [u8; 4] = *b"\r\n\r\n";

/// How many of these bytes belong to the head, and how many bytes of its end have then been met.
fn head(bytes: &[u8], mut met: usize) -> (usize, usize) {
    for (place, byte) in bytes.iter().enumerate() {
        met = match byte {
            byte if END_OF_HEAD.get(met) == Some(byte) => met + 1,
            b'\r' => 1,
            _ => 0,
        };
        if met == END_OF_HEAD.len() {
            return (place + 1, met);
        }
    }
    (bytes.len(), met)
}

impl Leave {
    fn until(cut: Cut) -> Self {
        let size = |bytes| usize::try_from(bytes).unwrap_or(usize::MAX);
        match cut {
            Cut::Head(0) => Self::Nothing,
            Cut::Head(bytes) => Self::Head { left: size(bytes), met: 0, body: 0 },
            Cut::Body(bytes) => Self::Head { left: usize::MAX, met: 0, body: size(bytes) },
        }
    }

    /// How many of these bytes may leave.
    fn of(&self, bytes: &[u8]) -> usize {
        match self {
            Self::Everything => bytes.len(),
            Self::Head { left, met, .. } => head(bytes, *met).0.min(*left),
            Self::Body { left } => bytes.len().min(*left),
            Self::Nothing => 0,
        }
    }

    /// What may leave after these bytes did.
    fn after(&self, bytes: &[u8]) -> Self {
        let left = |left: &usize| left.saturating_sub(bytes.len());
        match self {
            Self::Everything => Self::Everything,
            Self::Head { left: before, met, body } => match (head(bytes, *met).1, left(before)) {
                (met, _) if met == END_OF_HEAD.len() && *body > 0 => Self::Body { left: *body },
                (met, left) if met < END_OF_HEAD.len() && left > 0 => Self::Head { left, met, body: *body },
                _ => Self::Nothing,
            },
            Self::Body { left: before } if left(before) > 0 => Self::Body { left: left(before) },
            Self::Body { .. } | Self::Nothing => Self::Nothing,
        }
    }
}

/// Cuts the connection on which a request came, within the answer that comes next.
#[derive(Clone, Default)]
pub(super) struct Scissors(Arc<Mutex<Leave>>);

impl Scissors {
    pub(super) fn cut(&self, cut: Cut) {
        *self.leave() = Leave::until(cut);
    }

    fn leave(&self) -> MutexGuard<'_, Leave> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Connected<IncomingStream<'_, Wire>> for Scissors {
    fn connect_info(stream: IncomingStream<'_, Wire>) -> Self {
        stream.io().scissors.clone()
    }
}

/// One connection.
pub(super) struct Line {
    stream: TcpStream,
    scissors: Scissors,
}

impl AsyncRead for Line {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        if matches!(*self.scissors.leave(), Leave::Nothing) {
            return Poll::Ready(Err(io::ErrorKind::BrokenPipe.into()));
        }
        Pin::new(&mut self.stream).poll_read(context, buffer)
    }
}

impl AsyncWrite for Line {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let Self { stream, scissors } = &mut *self;
        let mut leave = scissors.leave();
        let allowed = bytes.get(..leave.of(bytes)).unwrap_or_default();
        if allowed.is_empty() {
            return Poll::Ready(Err(io::ErrorKind::BrokenPipe.into()));
        }
        let written = ready!(Pin::new(stream).poll_write(context, allowed))?;
        *leave = leave.after(allowed.get(..written).unwrap_or_default());
        Poll::Ready(Ok(written))
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}

//! What can be made to go wrong on purpose, and which request it concerns.
//! Must never act by itself: the front desk and the wire do.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::wire::Cut;

/// Something that goes wrong on purpose, for the requests it names.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Fault {
    /// What goes wrong.
    pub kind: FaultKind,
    /// The method concerned; all of them when left out.
    pub method: Option<String>,
    /// What the path must start with; an empty text concerns every path.
    pub path: String,
    /// How many times it happens. Left out, it happens until the settings change; in a queue, once.
    pub times: Option<u32>,
}

/// What can go wrong on purpose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum FaultKind {
    /// Refused for too many requests (400 at the token endpoint, 429 elsewhere).
    RateLimited {
        /// What `Retry-After` says, in seconds.
        retry_after_seconds: u32,
    },
    /// The same, with any spelling of `Retry-After`; one that no header can carry is left out.
    RetryAfterText {
        /// What `Retry-After` says.
        text: String,
    },
    /// The connection closes without an answer, and nothing is carried out.
    ServerGone,
    /// 200 with a page of HTML, as a captive portal answers; nothing is carried out.
    Unreadable,
    /// 503 `service.unavailable`, and nothing is carried out.
    ServerError,
    /// The status and the words of a proxy, and nothing is carried out. A redirect leads to `/portal`.
    StatusBefore {
        /// The status; 502 where it is none.
        status: u16,
    },
    /// Nothing is carried out, and nothing is answered until the client goes.
    StallBefore,
    /// The request is carried out, and the connection closes without an answer.
    CutAfterStore,
    /// The request is carried out, and half of the answer's JSON arrives, as if it were all.
    Truncated,
    /// The request is carried out, and the status and the words of a proxy are answered.
    StatusAfter {
        /// The status; 502 where it is none.
        status: u16,
    },
    /// The request is carried out, and the connection closes after so many bytes of the answer's body, whose
    /// header tells its true length.
    CutAt {
        /// Bytes of the body that arrive; the head arrives whole.
        bytes: u32,
    },
    /// The request is carried out, and the connection closes after so many bytes of status line and headers.
    CutHead {
        /// Bytes of the head that arrive; never one of the body.
        bytes: u32,
    },
    /// The request is carried out, and nothing is answered until the client goes.
    StallAfter,
    /// The request is carried out, and the answer is that of another client (the newest other one), with a
    /// secret that is no client's. An answer that is not one client's stays as it is.
    AnsweredForAnother {
        /// Everything but the id is that of the right client.
        only_id: bool,
    },
    /// The request is carried out twice, as a proxy does that lost the first answer; the second is answered.
    Replayed,
    /// The request is carried out, and 200 is answered with JSON whose members have other types.
    WrongShape,
}

impl Fault {
    /// Whether it goes wrong for this request.
    pub(super) fn concerns(&self, method: &str, path: &str) -> bool {
        let wanted = self.method.as_deref();
        wanted.is_none_or(|wanted| wanted.eq_ignore_ascii_case(method))
            && path.starts_with(&self.path)
            && !self.is_spent()
    }

    /// Goes wrong once.
    pub(super) fn spend(&mut self) -> FaultKind {
        self.times = self.times.map(|times| times.saturating_sub(1));
        self.kind.clone()
    }

    pub(super) fn is_spent(&self) -> bool {
        self.times == Some(0)
    }
}

impl FaultKind {
    /// Where the answer is cut.
    pub(super) fn cut(&self) -> Option<Cut> {
        match self {
            Self::ServerGone | Self::CutAfterStore => Some(Cut::Head(0)),
            Self::CutHead { bytes } => Some(Cut::Head(*bytes)),
            Self::CutAt { bytes } => Some(Cut::Body(*bytes)),
            _ => None,
        }
    }

    /// Whether the answer never leaves.
    pub(super) fn stalls(&self) -> bool {
        matches!(self, Self::StallBefore | Self::StallAfter)
    }
}

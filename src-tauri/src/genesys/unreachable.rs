//! Why nobody answered, read from the errors under a failed request.
//! It must never carry what another crate said: such texts can name a proxy's user.

use std::error::Error;
use std::io;

use rustls::{CertificateError, Error as TlsError};
use serde::Serialize;
use specta::Type;

use super::network::LookupFailed;

/// Why nobody answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum UnreachableReason {
    /// The name of the host is not known here: no connection at all, a VPN that is off, or a typing mistake.
    Dns,
    /// The computer is there, and nothing listens.
    Refused,
    /// Nothing came back in time: a firewall often says nothing.
    TimedOut,
    /// The proxy does not answer.
    ProxyUnreachable,
    /// The proxy wants a user and a password, or others than those it was given (407).
    ProxyNeedsPassword,
    /// The proxy answered, and would not make the connection.
    ProxyRefused,
    /// The server's certificate is not to be trusted; nothing was sent.
    Certificate {
        /// What is wrong with it.
        problem: CertificateProblem,
    },
    /// The connection was cut.
    ConnectionClosed,
    /// Something else.
    Other,
}

/// What is wrong with a server's certificate, or with one that vouches for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum CertificateProblem {
    /// It has ended, or this computer's clock is ahead.
    Expired,
    /// It has not begun, or this computer's clock is behind.
    NotYetValid,
    /// It is for another host.
    WrongName,
    /// Nobody who is trusted here vouches for it: as a rule, a company's proxy that opens connections.
    UnknownIssuer,
    /// It was withdrawn.
    Revoked,
    /// It is, or one that vouches for it is, for another use than this.
    BadUse,
    /// Something else.
    Other,
}

impl UnreachableReason {
    /// Whether trying again at once may help. A wrong password tried again and again locks people out.
    pub(super) fn may_pass(self) -> bool {
        !matches!(self, UnreachableReason::ProxyNeedsPassword | UnreachableReason::Certificate { .. })
    }

    pub(super) fn of(error: &reqwest::Error) -> UnreachableReason {
        let links = chain(error);
        let tls = links.iter().find_map(|link| link.downcast_ref::<TlsError>());
        if let Some(reason) = tls.and_then(of_tls).or_else(|| links.iter().find_map(|link| of_tunnel(*link)))
        {
            return reason;
        }
        if links.iter().any(|link| link.is::<LookupFailed>()) {
            return UnreachableReason::Dns;
        }
        if error.is_timeout() {
            return UnreachableReason::TimedOut;
        }
        match links.iter().find_map(|link| link.downcast_ref::<io::Error>().and_then(of_io)) {
            Some(reason) => reason,
            // A request that had a connection and got no answer.
            None if !error.is_connect() && !error.is_builder() => UnreachableReason::ConnectionClosed,
            None => UnreachableReason::Other,
        }
    }
}

impl UnreachableReason {
    /// Whether an answer came that cannot be decompressed.
    pub(super) fn is_corrupt(error: &reqwest::Error) -> bool {
        let corrupt = |io: &io::Error| io.kind() == io::ErrorKind::InvalidData;
        chain(error).iter().any(|link| link.downcast_ref::<io::Error>().is_some_and(corrupt))
    }
}

/// An error and everything under it. An I/O error hides what it wraps from `source`, and the wrapped error is
/// often the one that tells.
fn chain<'a>(error: &'a (dyn Error + 'static)) -> Vec<&'a (dyn Error + 'static)> {
    let mut links = vec![error];
    let mut last = error;
    loop {
        let wrapped = last.downcast_ref::<io::Error>().and_then(|io| io.get_ref());
        let wrapped = wrapped.map(|wrapped| wrapped as &(dyn Error + 'static));
        let Some(next) = wrapped.or_else(|| last.source()) else { return links };
        links.push(next);
        last = next;
    }
}

/// What a proxy did with our wish to be connected. `hyper_util` does not name this error's type in public, so its
/// own words are all there is; `tests/suite/network_squid.rs` notices when they change.
fn of_tunnel(link: &dyn Error) -> Option<UnreachableReason> {
    let text = link.to_string();
    Some(match text.strip_prefix("tunnel error: ")? {
        "proxy authorization required" => UnreachableReason::ProxyNeedsPassword,
        "failed to create underlying connection" => UnreachableReason::ProxyUnreachable,
        _ => UnreachableReason::ProxyRefused,
    })
}

fn of_io(error: &io::Error) -> Option<UnreachableReason> {
    match error.kind() {
        io::ErrorKind::ConnectionRefused => Some(UnreachableReason::Refused),
        io::ErrorKind::TimedOut => Some(UnreachableReason::TimedOut),
        io::ErrorKind::ConnectionReset
        | io::ErrorKind::ConnectionAborted
        | io::ErrorKind::BrokenPipe
        | io::ErrorKind::UnexpectedEof => Some(UnreachableReason::ConnectionClosed),
        _ => None,
    }
}

fn of_tls(error: &TlsError) -> Option<UnreachableReason> {
    match error {
        TlsError::InvalidCertificate(error) => {
            Some(UnreachableReason::Certificate { problem: CertificateProblem::of(error) })
        }
        TlsError::NoCertificatesPresented => {
            Some(UnreachableReason::Certificate { problem: CertificateProblem::Other })
        }
        _ => None,
    }
}

impl CertificateProblem {
    fn of(error: &CertificateError) -> CertificateProblem {
        match error {
            CertificateError::Expired | CertificateError::ExpiredContext { .. } => {
                CertificateProblem::Expired
            }
            CertificateError::NotValidYet | CertificateError::NotValidYetContext { .. } => {
                CertificateProblem::NotYetValid
            }
            CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => {
                CertificateProblem::WrongName
            }
            // Whoever signed it has the name of somebody trusted, and not the key.
            CertificateError::UnknownIssuer | CertificateError::BadSignature => {
                CertificateProblem::UnknownIssuer
            }
            CertificateError::Revoked => CertificateProblem::Revoked,
            CertificateError::InvalidPurpose | CertificateError::InvalidPurposeContext { .. } => {
                CertificateProblem::BadUse
            }
            CertificateError::Other(other) => of_other(&*other.0),
            _ => CertificateProblem::Other,
        }
    }
}

fn of_other(error: &(dyn Error + Send + Sync + 'static)) -> CertificateProblem {
    // The verifier for Linux puts an error of a private type in the place of `InvalidPurpose`; its words are all
    // there is. `tests/suite/network_certificates.rs` notices when they change.
    if error.to_string() == "certificate had invalid extensions" {
        return CertificateProblem::BadUse;
    }
    match error.downcast_ref::<webpki::Error>() {
        Some(
            webpki::Error::CaUsedAsEndEntity
            | webpki::Error::EndEntityUsedAsCa
            | webpki::Error::PathLenConstraintViolated
            | webpki::Error::NameConstraintViolation,
        ) => CertificateProblem::BadUse,
        _ => CertificateProblem::Other,
    }
}

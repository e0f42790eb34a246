//! The pages that the browser shows at the end, in English and French.
//! They must never load, run or repeat anything: no script, no link, nothing of the request.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// An answer to a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Page {
    /// The code has arrived.
    Done,
    /// The login host said no.
    Denied,
    /// Not what is waited for.
    Refused,
    /// No such path.
    NotFound,
    /// Not GET.
    WrongMethod,
    /// The request took too long.
    TooSlow,
    /// The request is too large.
    TooLarge,
}

const STYLE: &str = ":root{color-scheme:light dark;font:1.125rem/1.5 system-ui,sans-serif}\
    body{max-width:34rem;margin:18vh auto;padding:0 1.5rem}h1{font-size:1.5rem;margin:0 0 .25rem}\
    section+section{margin-top:2rem;padding-top:2rem;border-top:1px solid #8886}p{margin:0}";

/// A heading and a sentence.
type Words = (&'static str, &'static str);

impl Page {
    fn status(self) -> &'static str {
        match self {
            Page::Done | Page::Denied => "200 OK",
            Page::Refused => "400 Bad Request",
            Page::NotFound => "404 Not Found",
            Page::WrongMethod => "405 Method Not Allowed",
            Page::TooSlow => "408 Request Timeout",
            Page::TooLarge => "431 Request Header Fields Too Large",
        }
    }

    /// English and French.
    fn words(self) -> (Words, Words) {
        match self {
            Page::Done => (
                ("Go back to Latchkey", "You can close this page and return to Latchkey."),
                ("Retournez dans Latchkey", "Vous pouvez fermer cette page et revenir à Latchkey."),
            ),
            Page::Denied => (
                ("You are not signed in", "Access was not given. Return to Latchkey to try again."),
                (
                    "La connexion n’a pas eu lieu",
                    "L’accès n’a pas été accordé. Revenez à Latchkey pour réessayer.",
                ),
            ),
            _ => (
                (
                    "This page does nothing",
                    "Latchkey did not ask for it, or has its answer already. Return to Latchkey.",
                ),
                (
                    "Cette page ne fait rien",
                    "Latchkey ne l’a pas demandée, ou a déjà sa réponse. Revenez à Latchkey.",
                ),
            ),
        }
    }

    /// The whole response.
    pub(super) fn response(self) -> String {
        let ((title, text), (titre, texte)) = self.words();
        let body = format!(
            "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">\
             <meta name=\"viewport\" content=\"width=device-width\"><title>Latchkey</title>\
             <style>{STYLE}</style></head><body><section><h1>{title}</h1><p>{text}</p></section>\
             <section lang=\"fr\"><h1>{titre}</h1><p>{texte}</p></section></body></html>"
        );
        let style = STANDARD.encode(Sha256::digest(STYLE));
        format!(
            "HTTP/1.1 {}\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {}\r\n\
             Content-Security-Policy: default-src 'none'; style-src 'sha256-{style}'; base-uri 'none'; \
             form-action 'none'; frame-ancestors 'none'\r\nReferrer-Policy: no-referrer\r\n\
             X-Content-Type-Options: nosniff\r\nX-Frame-Options: DENY\r\nCache-Control: no-store\r\n\
             Cross-Origin-Resource-Policy: same-origin\r\nConnection: close\r\n\r\n{body}",
            self.status(),
            body.len(),
        )
    }
}

//! Reads the head of one HTTP request: its first line and the few headers that matter here.
//! It must never read more than its limit, nor guess what a malformed request meant.

use tokio::io::{AsyncRead, AsyncReadExt};

/// The most that is read, in bytes.
pub(super) const MOST: usize = 8 * 1024;

/// The head of a request.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Head {
    /// The method, as sent.
    pub(super) method: String,
    /// The path with its query, as sent.
    pub(super) target: String,
    /// The value of `Host`, if sent, in small letters.
    pub(super) host: Option<String>,
    /// The value of `Origin`, if sent.
    pub(super) origin: Option<String>,
    /// Whether a body is announced.
    pub(super) has_body: bool,
}

/// Why there is no head.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bad {
    /// The connection ended before the head did.
    Gone,
    /// It is larger than the limit.
    TooLarge,
    /// It is not HTTP.
    Garbage,
}

/// Reads up to the empty line that ends a head.
pub(super) async fn read(stream: &mut (impl AsyncRead + Unpin)) -> Result<Head, Bad> {
    let mut bytes = Vec::with_capacity(1024);
    let mut part = [0_u8; 1024];
    loop {
        let count = stream.read(&mut part).await.map_err(|_| Bad::Gone)?;
        if count == 0 {
            return Err(Bad::Gone);
        }
        // The empty line may lie across two reads.
        let from = bytes.len().saturating_sub(3);
        bytes.extend_from_slice(part.get(..count).unwrap_or_default());
        let end = bytes.get(from..).and_then(|new| new.windows(4).position(|four| four == b"\r\n\r\n"));
        match end {
            Some(end) if from + end + 4 <= MOST => return parse(bytes.get(..from + end).unwrap_or_default()),
            Some(_) => return Err(Bad::TooLarge),
            None if bytes.len() >= MOST => return Err(Bad::TooLarge),
            // Not even the beginning of a method: no need to wait for more.
            None if !bytes.first().is_some_and(u8::is_ascii_uppercase) => return Err(Bad::Garbage),
            None => {}
        }
    }
}

/// The head from its lines, without the empty one.
fn parse(bytes: &[u8]) -> Result<Head, Bad> {
    let text = std::str::from_utf8(bytes).map_err(|_| Bad::Garbage)?;
    let mut lines = text.split("\r\n");
    let mut first = lines.next().unwrap_or_default().split(' ');
    let (method, target, version) = match (first.next(), first.next(), first.next(), first.next()) {
        (Some(method), Some(target), Some(version), None) => (method, target, version),
        _ => return Err(Bad::Garbage),
    };
    let method_is_word = !method.is_empty() && method.bytes().all(|byte| byte.is_ascii_uppercase());
    let target_is_plain = target.bytes().all(|byte| byte.is_ascii_graphic());
    if !method_is_word || !target_is_plain || !["HTTP/1.1", "HTTP/1.0"].contains(&version) {
        return Err(Bad::Garbage);
    }
    let mut head = Head {
        method: method.to_owned(),
        target: target.to_owned(),
        host: None,
        origin: None,
        has_body: false,
    };
    for line in lines {
        let (name, value) = line.split_once(':').filter(|(name, _)| is_name(name)).ok_or(Bad::Garbage)?;
        let value = value.trim_matches([' ', '\t']);
        if value.chars().any(|letter| letter.is_control() && letter != '\t') {
            return Err(Bad::Garbage);
        }
        match name.to_ascii_lowercase().as_str() {
            // Two of them is the oldest trick to be understood in two ways.
            "host" if head.host.is_some() => return Err(Bad::Garbage),
            "origin" if head.origin.is_some() => return Err(Bad::Garbage),
            "host" => head.host = Some(value.to_ascii_lowercase()),
            "origin" => head.origin = Some(value.to_owned()),
            "content-length" => head.has_body |= value != "0",
            "transfer-encoding" => head.has_body = true,
            _ => {}
        }
    }
    Ok(head)
}

fn is_name(name: &str) -> bool {
    let letter = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    !name.is_empty() && name.bytes().all(letter)
}

#[cfg(test)]
mod tests {
    use super::{Bad, MOST, parse, read};

    #[test]
    fn a_head_is_taken_apart() {
        let head = parse(b"GET /?code=a HTTP/1.1\r\nHost: LocalHost:18253\r\nOrigin: null").expect("a head");
        assert_eq!((head.method.as_str(), head.target.as_str()), ("GET", "/?code=a"));
        assert_eq!((head.host.as_deref(), head.origin.as_deref()), (Some("localhost:18253"), Some("null")));
        assert!(!head.has_body);
    }

    #[test]
    fn what_is_not_http_is_not_understood() {
        for garbage in [
            "",
            "GET",
            "GET /",
            "GET  / HTTP/1.1",
            "GET / HTTP/2.0",
            "get / HTTP/1.1",
            "GET / HTTP/1.1 x",
            "GET /\u{e9} HTTP/1.1",
            "GET / HTTP/1.1\r\nHost",
            "GET / HTTP/1.1\r\nHost : a",
            "GET / HTTP/1.1\r\nA: b\r\n c: d",
            "GET / HTTP/1.1\r\nA: b\rc",
            "GET / HTTP/1.1\r\nHost: a\r\nHost: a",
            "GET / HTTP/1.1\r\nHost:\r\nHost: a",
            "GET / HTTP/1.1\r\nOrigin: https://example.com\r\nOrigin: null",
        ] {
            assert_eq!(parse(garbage.as_bytes()), Err(Bad::Garbage), "{garbage:?}");
        }
        assert_eq!(parse(b"GET /\xff HTTP/1.1"), Err(Bad::Garbage));
    }

    #[tokio::test]
    async fn the_limit_is_exact() {
        let of = |size: usize| {
            let start = "GET / HTTP/1.1\r\nA: ";
            format!("{start}{}\r\n\r\n", "x".repeat(size - start.len() - 4))
        };
        assert!(read(&mut of(MOST).as_bytes()).await.is_ok());
        assert_eq!(read(&mut of(MOST + 1).as_bytes()).await, Err(Bad::TooLarge));
        assert_eq!(read(&mut [b'G'; MOST].as_slice()).await, Err(Bad::TooLarge));
        assert_eq!(read(&mut b"\x16\x03\x01".as_slice()).await, Err(Bad::Garbage));
        assert_eq!(read(&mut b"GET / HTTP/1.1\r\n".as_slice()).await, Err(Bad::Gone));
    }
}

//! What may stand before the colon of a redirect URI: https, http, or the name of a program of one's own.
//! It must never refuse a private-use scheme for its name alone (RFC 8252, 7.1), only one that means something else.

/// What a scheme is to a redirect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// `https` or `http`.
    Web,
    /// Of a program; the operating system opens it.
    Private,
    /// Something else: it runs, shows, calls or mounts, and nobody comes back.
    Foreign,
}

const TABLE: &str = include_str!("schemes.txt");

/// Handlers of Windows begin like this, but for two at which programs of Windows are met again.
/// Source: Microsoft's pages on the web authentication broker.
const WINDOWS: &str = "ms-";
const WINDOWS_RETURNS: [&str; 2] = ["ms-app", "ms-appx-web"];

/// What a scheme is, whatever its case.
pub(super) fn kind(scheme: &str) -> Kind {
    let scheme = scheme.to_ascii_lowercase();
    if matches!(scheme.as_str(), "http" | "https") {
        return Kind::Web;
    }
    let names = TABLE.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace);
    let of_windows = scheme.starts_with(WINDOWS) && !WINDOWS_RETURNS.contains(&scheme.as_str());
    if of_windows || names.into_iter().any(|name| name == scheme) { Kind::Foreign } else { Kind::Private }
}

/// The scheme of a text and what follows its colon, where the letters before it are those of a scheme (RFC 3986, 3.1).
pub(super) fn split(text: &str) -> Option<(&str, &str)> {
    let (scheme, rest) = text.split_once(':')?;
    let letter = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.');
    let named = scheme.starts_with(|first: char| first.is_ascii_alphabetic()) && scheme.bytes().all(letter);
    named.then_some((scheme, rest))
}

/// `http` or `https`, where a scheme is one of them with one letter wrong, or as it is written to be no link.
pub(super) fn meant(scheme: &str) -> Option<&'static str> {
    let scheme = scheme.to_ascii_lowercase();
    match scheme.as_str() {
        "http" | "https" => None,
        "hxxp" | "ttp" => Some("http"),
        "hxxps" | "ttps" => Some("https"),
        "shttp" | "dhttp" | "pttp" => None,
        _ if one_off(&scheme, "https") => Some("https"),
        _ if one_off(&scheme, "http") => Some("http"),
        _ => None,
    }
}

/// Whether one letter too many, too few, another or two swapped make one word of the other.
fn one_off(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len().abs_diff(b.len()) > 1 {
        return false;
    }
    let head = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let tail = a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| x == y).count();
    let shorter = a.len().min(b.len());
    if head + tail >= shorter && a.len() != b.len() {
        return true;
    }
    let swapped = a.len() == b.len()
        && head + tail + 2 == shorter
        && a.get(head) == b.get(head + 1)
        && a.get(head + 1) == b.get(head);
    a.len() == b.len() && (head + tail + 1 == shorter) || swapped
}

#[cfg(test)]
mod tests {
    use super::{Kind, kind, meant};

    #[test]
    fn what_runs_or_shows_is_no_place_to_return_to() {
        let foreign = "javascript vbscript data blob file about mailto tel ws wss ftp view-source chrome intent jar \
                       ms-settings ms-word filesystem urn news sms VBScript";
        for scheme in foreign.split_whitespace() {
            assert_eq!(kind(scheme), Kind::Foreign, "{scheme}");
        }
        let private = "com.example.app vcclient tauri msauth ms-app myapp capacitor ionic org.example.x-y";
        for scheme in private.split_whitespace() {
            assert_eq!(kind(scheme), Kind::Private, "{scheme}");
        }
    }

    #[test]
    fn one_wrong_letter_is_seen() {
        for typed in ["htps", "htts", "ttps", "hhttps", "httpss", "hxxps", "httsp", "htpps", "Htps"] {
            assert!(meant(typed).is_some(), "{typed}");
        }
        assert_eq!(meant("htp"), Some("http"));
        assert_eq!(meant("htps"), Some("https"));
        for other in ["https", "HTTP", "ftp", "tauri", "smtp", "myapp", "h"] {
            assert_eq!(meant(other), None, "{other}");
        }
    }
}

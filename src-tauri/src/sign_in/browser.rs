//! Opens an address in the system browser.
//! It must never go through a shell, nor open anything but https, or http on this computer.

use std::io;
use std::process::{Command, Stdio};
use std::time::Duration;

use tokio::sync::oneshot;
use url::{Host, Url};

/// How long a launcher may take to say that it failed. One that still runs then is the browser itself.
const LAUNCH_LIMIT: Duration = Duration::from_secs(3);

/// Why the browser was not opened. The address can still be shown, to be copied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BrowserError {
    /// The address is neither https nor http on this computer.
    #[error("this address is not opened")]
    Address,
    /// The system's launcher is missing, or says that it could not open anything.
    #[error("the system browser cannot be opened")]
    Launcher,
}

/// The program that opens addresses.
#[derive(Debug, Clone)]
pub struct Browser {
    program: String,
    arguments: Vec<String>,
}

impl Browser {
    /// The launcher of this operating system. `xdg-open` itself heeds the variable `BROWSER`.
    pub fn system() -> Browser {
        if cfg!(target_os = "windows") {
            Browser::launched_by("rundll32", &["url.dll,FileProtocolHandler"])
        } else if cfg!(target_os = "macos") {
            Browser::launched_by("open", &[])
        } else {
            Browser::launched_by("xdg-open", &[])
        }
    }

    /// A named program, which gets the address as its last argument.
    pub fn launched_by(program: &str, arguments: &[&str]) -> Browser {
        let arguments = arguments.iter().map(|argument| (*argument).to_owned()).collect();
        Browser { program: program.to_owned(), arguments }
    }

    /// Opens an address.
    ///
    /// # Errors
    /// When the address is not one to open, or nothing can open it.
    pub async fn open(&self, address: &str) -> Result<(), BrowserError> {
        // As the parser writes it: plain ASCII, without spaces or quotes, and never an option.
        let address = allowed(address).ok_or(BrowserError::Address)?;
        let mut command = Command::new(&self.program);
        command.args(&self.arguments).arg(address.as_str());
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let mut child = command.spawn().map_err(|_| BrowserError::Launcher)?;
        let (report, reported) = oneshot::channel();
        // Somebody must wait for the child, or it stays as a zombie; a browser may run for hours.
        let waiting = move || report.send(child.wait());
        std::thread::Builder::new().spawn(waiting).map_err(|_| BrowserError::Launcher)?;
        match tokio::time::timeout(LAUNCH_LIMIT, reported).await {
            Ok(Ok(Ok(status))) if !status.success() => Err(BrowserError::Launcher),
            Ok(Ok(Err::<_, io::Error>(_))) => Err(BrowserError::Launcher),
            _ => Ok(()),
        }
    }
}

/// The address, when it is one that a browser may be sent to.
fn allowed(address: &str) -> Option<Url> {
    let url = Url::parse(address).ok()?;
    let plain = url.username().is_empty() && url.password().is_none();
    let here = match url.host()? {
        Host::Domain(name) => name == "localhost",
        Host::Ipv4(ip) => ip.is_loopback(),
        Host::Ipv6(ip) => ip.is_loopback(),
    };
    (plain && (url.scheme() == "https" || (url.scheme() == "http" && here))).then_some(url)
}

#[cfg(test)]
mod tests {
    use super::allowed;

    #[test]
    fn only_https_and_this_computer_are_opened() {
        for good in ["https://login.mypurecloud.de/oauth/authorize?a=b&c=d", "http://127.0.0.1:4242/x"] {
            assert_eq!(allowed(good).map(String::from).as_deref(), Some(good));
        }
        for bad in [
            "http://login.mypurecloud.de/",
            "https://login.mypurecloud.de@example.com/",
            "http://127.0.0.1.example.com/",
            "http://localhost.example.com/",
            "file:///etc/passwd",
            "javascript:alert(1)",
            "ms-settings:network",
            "--help",
            "-a Calculator",
            "",
        ] {
            assert!(allowed(bad).is_none(), "{bad}");
        }
        let quoted = allowed("https://example.com/\"&calc ' |x").map(String::from);
        assert_eq!(quoted.as_deref(), Some("https://example.com/%22&calc%20'%20|x"));
    }
}

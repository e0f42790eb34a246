//! Brings the system packages that are missing, or says in full who must run what.
//! It must never raise its own rights without asking.
use crate::packages::{self, Purpose};
use crate::run::{command, output, run};
use std::io::{BufRead, IsTerminal, Write};
use std::process::Stdio;

/// Ready to build, or also to open windows and browsers that nobody looks at.
pub(crate) fn prepare(purpose: Purpose) -> Result<(), String> {
    if cfg!(target_os = "linux") {
        if output("dpkg-query", &["--version"]).is_some() { debian(purpose) } else { other_linux(purpose) }
    } else if cfg!(target_os = "macos") {
        let tools = output("xcode-select", &["-p"]);
        tools
            .map(drop)
            .ok_or("the Xcode command line tools are missing; run `xcode-select --install`".to_owned())
    } else {
        // Windows 11 has WebView2, and Rust itself asked for the Visual Studio build tools.
        if cfg!(windows) {
            eprintln!(
                "If Latchkey does not open: it needs the WebView2 runtime, https://developer.microsoft.com/microsoft-edge/webview2"
            );
        }
        Ok(())
    }
}

fn debian(purpose: Purpose) -> Result<(), String> {
    let wanted = packages::debian(purpose, has_browser());
    let missing = missing_here(&wanted);
    if missing.is_empty() {
        return Ok(());
    }
    let list = missing.join(" ");
    let by_hand = format!("apt-get update && apt-get install --no-install-recommends {list}");
    let sudo = if output("id", &["-u"]).is_some_and(|id| id.trim() == "0") {
        false
    } else if may_ask() {
        eprint!("These system packages are missing: {list}\nInstall with sudo? [y/N] ");
        if !agreed() {
            return Err(format!("nothing was installed. To do it yourself, as root:\n  {by_hand}"));
        }
        true
    } else {
        return Err(format!(
            "system packages are missing. Somebody with the rights must run, as root:\n  {by_hand}"
        ));
    };
    eprintln!("Installing system packages: {list}");
    install(&missing, sudo).map_err(|why| format!("{why}. To do it by hand, as root:\n  {by_hand}"))?;
    let left = missing_here(&wanted);
    if left.is_empty() { Ok(()) } else { Err(format!("still missing after installing: {}", left.join(" "))) }
}

/// dpkg-query fails when one of the packages is unknown to it, and lists the others all the same.
fn missing_here<'a>(wanted: &[&'a str]) -> Vec<&'a str> {
    let mut query = command("dpkg-query");
    query.args(["-W", "-f", "${db:Status-Abbrev} ${Package}\n"]).args(wanted).stderr(Stdio::null());
    let listing = query.output().map(|done| done.stdout).unwrap_or_default();
    packages::missing(wanted, &String::from_utf8_lossy(&listing))
}

fn install(packages: &[&str], sudo: bool) -> Result<(), String> {
    let words = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"];
    let (program, before) = if sudo { ("sudo", &words[..]) } else { ("env", &words[1..]) };
    let apt = |args: &[&str]| {
        // Standard output belongs to the command that was asked for.
        run(command(program).args(before).args(args).stdout(std::io::stderr()))
    };
    let install: Vec<&str> =
        ["install", "-y", "-q", "--no-install-recommends"].iter().chain(packages).copied().collect();
    // The lists of a fresh machine are empty, those of an old one may name files that are gone. One source that
    // does not answer need not matter.
    let lists = apt(&["update", "-q"]);
    apt(&install).map_err(|why| lists.err().unwrap_or(why))
}

fn other_linux(purpose: Purpose) -> Result<(), String> {
    let os_release = std::fs::read_to_string("/etc/os-release").unwrap_or_default();
    let mut lacking = Vec::new();
    if output("pkg-config", &["--exists", "webkit2gtk-4.1", "gtk+-3.0"]).is_none() {
        lacking.push("the development files of GTK 3 and WebKitGTK 4.1 (or pkg-config)");
    }
    if purpose != Purpose::Build {
        lacking.extend(
            ["WebKitWebDriver", "xvfb-run", "dbus-run-session"].into_iter().filter(|name| !on_path(name)),
        );
    }
    if purpose == Purpose::Test && !has_browser() {
        lacking.push("Chromium");
    }
    if lacking.is_empty() {
        return Ok(());
    }
    let how = packages::advice(&os_release).map_or_else(
        || "This distribution is not known here; see https://v2.tauri.app/start/prerequisites".to_owned(),
        |line| format!("They come with:\n  {line}"),
    );
    Err(format!("missing: {}. {how}", lacking.join("; ")))
}

/// The interface's tests find the same ones.
fn has_browser() -> bool {
    std::env::var_os("CHROMIUM").is_some()
        || ["chromium", "chromium-browser", "google-chrome"]
            .iter()
            .any(|name| std::path::Path::new("/usr/bin").join(name).exists())
}

fn on_path(program: &str) -> bool {
    std::env::var_os("PATH")
        .is_some_and(|path| std::env::split_paths(&path).any(|folder| folder.join(program).is_file()))
}

fn may_ask() -> bool {
    std::env::var_os("CI").is_none()
        && std::io::stdin().is_terminal()
        && std::io::stderr().is_terminal()
        && on_path("sudo")
}

fn agreed() -> bool {
    let _ = std::io::stderr().flush();
    let mut answer = String::new();
    let _ = std::io::stdin().lock().read_line(&mut answer);
    matches!(answer.trim(), "y" | "Y" | "yes")
}

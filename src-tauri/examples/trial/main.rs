//! `cargo xtask trial`: settles what is open about the real cloud, with a test organization.
//! Must never take a secret from the command line, nor print one.

mod settle;

use std::io::{self, BufRead, IsTerminal, Write};
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use latchkey::domain::region::Region;
use latchkey::domain::secret::Secret;
use latchkey::genesys::endpoint::Endpoint;
use settle::{Outcome, Plan, SignIn};

const USAGE: &str = "usage: trial --base-url ADDRESS [--report FILE]
Signs in with LATCHKEY_TRIAL_TOKEN, or LATCHKEY_TRIAL_CLIENT_ID and LATCHKEY_TRIAL_CLIENT_SECRET; asks for what is not
set. ADDRESS is one of the organization's addresses, such as https://api.mypurecloud.de";
/// A quarter of a second: 240 requests in a minute, of 300.
const PACE: Duration = Duration::from_millis(250);

#[tokio::main]
async fn main() -> ExitCode {
    match trial().await {
        Ok(code) => code,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

async fn trial() -> Result<ExitCode, String> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let (address, file) = match words.as_slice() {
        ["--base-url", address] => (*address, "latchkey-trial.md"),
        ["--base-url", address, "--report", file] => (*address, *file),
        _ => return Err(USAGE.to_owned()),
    };
    let (endpoint, place, pace) = place(address)?;
    let sign_in = sign_in()?;
    let stop = Arc::new(AtomicBool::new(false));
    let run = format!("{:08x}", std::process::id());
    let asked = Arc::clone(&stop);
    let plan = Plan { endpoint, place, run, pace, stop };
    let Some(Outcome { report, left }) =
        settle::run(plan, sign_in, |name| agrees(name) && cleans_up(asked)).await?
    else {
        return Err("Nothing was done.".to_owned());
    };
    std::fs::write(file, report).map_err(|error| format!("{file}: {error}"))?;
    println!("The report is in {file}. Read it before you send it.");
    match left {
        Ok(left) if left.is_empty() => Ok(ExitCode::SUCCESS),
        Ok(left) => {
            for (name, id) in left {
                println!("Still there, delete it by hand: {name} ({id})");
            }
            Ok(ExitCode::FAILURE)
        }
        Err(why) => Err(format!("Whether clients named \"Latchkey trial\" are left is not known: {why}")),
    }
}

/// The organization's place. Loopback is a practice organization, which needs no pause between requests.
fn place(address: &str) -> Result<(Endpoint, String, Duration), String> {
    let address = address.trim_end_matches('/');
    if address.starts_with("http://127.0.0.1:") {
        let region = Region::of_domain("mypurecloud.com").ok_or("no region")?;
        let endpoint = Endpoint::practice(address.to_owned(), region);
        return Ok((endpoint, "a practice organization".to_owned(), Duration::ZERO));
    }
    let region =
        Region::of_address(address).ok_or_else(|| format!("{address} is in no region of Genesys Cloud"))?;
    let place = format!("the region {}", region.domain);
    Ok((Endpoint::cloud(region), place, PACE))
}

fn sign_in() -> Result<SignIn, String> {
    // The composition root of this program.
    #[allow(clippy::disallowed_methods)]
    let set = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    if let Some(token) = set("LATCHKEY_TRIAL_TOKEN") {
        return Ok(SignIn::Token(Secret::new(token)));
    }
    let id = match set("LATCHKEY_TRIAL_CLIENT_ID") {
        Some(id) => id,
        None => line("Client ID (nothing, to enter a token): ")?,
    };
    if id.is_empty() {
        return Ok(SignIn::Token(hidden("Access token: ")?));
    }
    let secret = match set("LATCHKEY_TRIAL_CLIENT_SECRET") {
        Some(secret) => Secret::new(secret),
        None => hidden("Client secret: ")?,
    };
    Ok(SignIn::Client { id, secret })
}

fn agrees(organization: &str) -> bool {
    println!("Signed in to the organization \"{organization}\".");
    println!(
        "The trial creates about twenty clients named \"Latchkey trial …\" there, changes them and deletes them."
    );
    let answer = line("Enter the name of the organization to go on: ");
    !organization.is_empty() && answer.is_ok_and(|answer| answer == organization.trim())
}

/// From here on Ctrl-C asks the trial to stop and to delete what it made; before, it ends the program as ever.
fn cleans_up(stop: Arc<AtomicBool>) -> bool {
    let handler = move || {
        stop.store(true, Ordering::Relaxed);
        eprintln!("Stopping: the clients of this trial are deleted first.");
    };
    ctrlc::set_handler(handler).is_ok()
}

fn line(prompt: &str) -> Result<String, String> {
    print!("{prompt}");
    let _ = io::stdout().flush();
    let mut line = String::new();
    io::stdin().lock().read_line(&mut line).map_err(|error| error.to_string())?;
    Ok(line.trim().to_owned())
}

/// Not shown while it is entered at a terminal.
fn hidden(prompt: &str) -> Result<Secret, String> {
    let text = if io::stdin().is_terminal() {
        rpassword::prompt_password(prompt).map_err(|error| error.to_string())?
    } else {
        line(prompt)?
    };
    Ok(Secret::new(text.trim().to_owned()))
}

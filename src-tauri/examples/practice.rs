//! Serves the practice organization alone, for trainers and other programs, until it is killed.
//! Must never print anything but one line of JSON on its standard output.

use std::process::ExitCode;

use latchkey::practice::{Practice, Start};

#[tokio::main]
async fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some(start) = read(&arguments) else {
        eprintln!("usage: practice [--port NUMBER] [--clients NUMBER]");
        return ExitCode::from(2);
    };
    let practice = match Practice::start(start).await {
        Ok(practice) => practice,
        Err(error) => {
            eprintln!("The practice organization cannot start: {error}");
            return ExitCode::FAILURE;
        }
    };
    let address = practice.address();
    let ready = serde_json::json!({
        "api": address,
        "login": address,
        "clientId": practice.client_id(),
        "clientSecret": practice.client_secret(),
    });
    println!("{ready}");
    std::future::pending::<()>().await;
    ExitCode::SUCCESS
}

/// How to start; nothing where the words say something else.
fn read(words: &[String]) -> Option<Start> {
    let mut start = Start::default();
    for pair in words.chunks(2) {
        match pair {
            [name, number] if name == "--port" => start.port = Some(number.parse().ok()?),
            [name, number] if name == "--clients" => start.settings.crowd = number.parse().ok()?,
            _ => return None,
        }
    }
    Some(start)
}

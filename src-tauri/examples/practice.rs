//! Serves the practice organization alone, for trainers and other programs, until it is killed.
//! Must never print anything but one line of JSON on its standard output.

use std::process::ExitCode;

use latchkey::practice::{Practice, Start};

#[tokio::main]
async fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let port = match words.as_slice() {
        [] => None,
        ["--port", number] => match number.parse() {
            Ok(port) => Some(port),
            Err(_) => return usage(),
        },
        _ => return usage(),
    };
    let practice = match Practice::start(Start { port, ..Start::default() }).await {
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

fn usage() -> ExitCode {
    eprintln!("usage: practice [--port NUMBER]");
    ExitCode::from(2)
}

//! `cargo xtask practice`: the practice organization alone, for trainers and for any other client.
use crate::run::cargo;
use std::process::Command;

/// Standard output is left to the server, whose one line of JSON others read.
pub(crate) fn practice(port: Option<u16>, clients: u32) -> Result<(), String> {
    let mut server = cargo();
    server.args(["run", "--no-default-features", "--example", "practice", "--"]);
    if let Some(port) = port {
        server.args(["--port", &port.to_string()]);
    }
    if clients > 0 {
        server.args(["--clients", &clients.to_string()]);
    }
    serve(&mut server)
}

/// The server takes this process over, as Cargo itself does, so that whoever ends the process ends the server.
#[cfg(unix)]
fn serve(server: &mut Command) -> Result<(), String> {
    let why = std::os::unix::process::CommandExt::exec(server);
    Err(format!("cannot run Cargo: {why}"))
}

#[cfg(not(unix))]
fn serve(server: &mut Command) -> Result<(), String> {
    crate::run::run(server)
}

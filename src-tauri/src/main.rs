//! Starts Latchkey.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::process::ExitCode;

fn main() -> ExitCode {
    match latchkey::desktop::run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("Latchkey cannot start: {error}");
            ExitCode::FAILURE
        }
    }
}

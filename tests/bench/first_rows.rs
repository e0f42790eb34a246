//! From the start of the program to the first rows of 5,000 clients on the display, beside the time that the Python SDK
//! needs to count them.

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Instant;

use crate::contest::{Figures, milliseconds};
use crate::headless::python;
use crate::organization::Organization;
use crate::screen::Display;

const CLIENTS: u32 = 5_000;

/// The real program with a folder of its own.
pub(crate) struct Running(Child);

impl Running {
    pub(crate) fn start(folder: &Path) -> Running {
        let mut program = Command::new(env!("CARGO_BIN_EXE_latchkey"));
        program.env("LATCHKEY_DATA", folder).env("GDK_BACKEND", "x11").env("NO_AT_BRIDGE", "1");
        program.env_remove("WEBKIT_DISABLE_DMABUF_RENDERER");
        program.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        Running(program.spawn().expect("the program starts"))
    }

    pub(crate) fn id(&self) -> u32 {
        self.0.id()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// The two in turn, after one round that does not count.
pub(crate) async fn measure(rounds: u32) -> bool {
    let org = Organization::with_clients(CLIENTS).await;
    let (line, folder) = (org.line(), org.signed_in().await.to_owned());
    let display = Display::open();
    let (mut rows, mut counted) = (Figures::new("Latchkey, first rows"), Figures::new("Python SDK, counted"));
    for round in 0..=rounds {
        let shown = tokio::task::block_in_place(|| {
            let begun = Instant::now();
            let _running = Running::start(&folder);
            display.written_after(begun).as_secs_f64() * 1_000.0
        });
        let time = tokio::task::block_in_place(|| milliseconds(&mut python(&line), &CLIENTS.to_string()));
        if round > 0 {
            rows.values.push(shown);
            counted.values.push(time);
        }
    }
    rows.say("ms");
    counted.say("ms");
    rows.at_most(&counted, 0.40)
}

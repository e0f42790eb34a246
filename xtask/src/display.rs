//! A display to open windows on: the person's, or one of our own that nobody sees.
use crate::run::{command, root};
use std::path::PathBuf;
use std::process::Command;

/// Whether a window would be seen.
pub(crate) fn present() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}

/// Where the window tests put what they see.
pub(crate) fn pictures() -> PathBuf {
    root().join("target/pictures")
}

/// Those of an earlier run must not pass for those of the next.
pub(crate) fn clear_pictures() {
    let _ = std::fs::remove_dir_all(pictures());
}

/// The window tests: each window has a display and a message bus of its own, so several are open at once. No
/// WEBKIT_DISABLE_* variable may reach them: with one, taking a picture hangs for ever.
pub(crate) fn window_tests(args: &[&str]) -> Command {
    let mut tests = crate::run::cargo();
    tests.args(["test", "--test", "window", "--"]).args(args);
    unseen(&mut tests);
    tests
}

/// A program on a virtual display, with a message bus and folders of its own.
pub(crate) fn on_a_display_of_its_own(program: &std::ffi::OsStr) -> Command {
    let mut tests = command("xvfb-run");
    tests.args(["-a", "-s", "-screen 0 1280x900x24 -nolisten tcp", "dbus-run-session", "--"]);
    tests.arg(program);
    unseen(&mut tests);
    // A keychain that wakes up on the bus must be nobody's own.
    for (name, folder) in
        [("XDG_DATA_HOME", "share"), ("XDG_CACHE_HOME", "cache"), ("XDG_CONFIG_HOME", "config")]
    {
        tests.env(name, root().join("target/window-session").join(folder));
    }
    tests
}

/// What a program that opens windows finds around it.
fn unseen(program: &mut Command) {
    program.env("LATCHKEY_PICTURES", pictures()).env("NO_AT_BRIDGE", "1").env("GDK_BACKEND", "x11");
    program.env_remove("WAYLAND_DISPLAY");
    for name in ["WEBKIT_DISABLE_DMABUF_RENDERER", "WEBKIT_DISABLE_COMPOSITING_MODE"] {
        program.env_remove(name);
    }
}

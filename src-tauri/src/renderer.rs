//! How WebKitGTK draws: on a machine without a graphics card, its way through shared GPU buffers only costs.
//! It must never change what the person has set, and nothing where there is a graphics card.

use std::io;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::Command;

/// The variable by which WebKitGTK is told to draw without shared GPU buffers. Source: WebKitGTK's own list of
/// environment variables.
const VARIABLE: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";

/// Starts the program again with the variable set, where that makes it draw more than twice as many frames: in a virtual
/// machine, on a remote desktop, wherever the kernel shows no graphics card. Comes back only where there is nothing to do.
///
/// # Errors
/// When the program could not be started again; it can go on as it is.
pub(crate) fn without_graphics_card() -> io::Result<()> {
    #[allow(
        clippy::disallowed_methods,
        reason = "before anything else runs: GTK reads the environment itself"
    )]
    let decided = std::env::var_os(VARIABLE).is_some();
    if decided || has_graphics_card(Path::new("/dev/dri")) {
        return Ok(());
    }
    // In place of this process: its number, its terminal and what it was given stay.
    let mut again = Command::new(std::env::current_exe()?);
    Err(again.args(std::env::args_os().skip(1)).env(VARIABLE, "1").exec())
}

/// Whether the kernel offers a node for drawing.
fn has_graphics_card(folder: &Path) -> bool {
    let Ok(nodes) = folder.read_dir() else { return false };
    nodes.flatten().any(|node| node.file_name().to_string_lossy().starts_with("renderD"))
}

#[cfg(test)]
mod tests {
    use super::has_graphics_card;

    #[test]
    fn a_card_is_known_by_its_node() {
        let folder = std::env::temp_dir().join(format!("latchkey-cards-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder");
        assert!(!has_graphics_card(&folder.join("missing")));
        std::fs::write(folder.join("card0"), "").expect("a screen without a way to draw");
        assert!(!has_graphics_card(&folder));
        std::fs::write(folder.join("renderD128"), "").expect("a node");
        assert!(has_graphics_card(&folder));
        std::fs::remove_dir_all(&folder).expect("cleared");
    }
}

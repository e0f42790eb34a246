//! Lists of addresses as they are pasted into the form.
//! It must never know which formats there are, only what has to be true of what is read.

use latchkey::domain::redirect_uri::read_pasted;

pub(super) fn run(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let read = read_pasted(text);
    assert_eq!(read_pasted(text), read, "read twice, understood twice");
    assert!(read.rows.len() >= read.found as usize, "more found than there is");
    if read.found == 0 {
        // Nothing that was pasted is lost where there is no address in it.
        let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
        assert_eq!(read.rows, lines, "a text without an address was changed");
        assert!(read.left_out.is_empty(), "left out of nothing");
        return;
    }
    for row in &read.rows {
        assert!(!row.trim().is_empty(), "an empty row");
        assert!(!row.contains('\n'), "two lines in one row");
    }
    for piece in &read.left_out {
        assert!(!piece.trim().is_empty(), "nothing was left out, and it is said");
    }
    // What was read is read again as it is, each row by itself.
    for row in &read.rows {
        let again = read_pasted(row);
        assert_eq!(again.rows, std::slice::from_ref(row), "another reading of its own row");
    }
}

//! The one writer of tables as CSV: with the mark by which spreadsheets know UTF-8, and ends of lines that all take.
//! It must never let a spreadsheet take a cell, or a part of one, for a formula.

/// Without it, spreadsheets read accents wrongly.
const UTF8_MARK: &str = "\u{FEFF}";
/// With what a formula begins. Source: OWASP ASVS 1.2.10, and for the wide ones OWASP "CSV Injection".
const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
/// What means something to a spreadsheet at the beginning of a cell only. Same source.
const FORMULA_FIRST: [char; 4] = ['\t', '\r', '\n', '\0'];

/// A table: its header, and rows that may be of different lengths.
pub(super) fn csv<Head, Row>(
    header: impl IntoIterator<Item = Head>,
    rows: impl IntoIterator<Item = Row>,
) -> Result<Vec<u8>, csv::Error>
where
    Head: AsRef<str>,
    Row: IntoIterator,
    Row::Item: AsRef<str>,
{
    let mut table = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .flexible(true)
        .from_writer(UTF8_MARK.as_bytes().to_vec());
    table.write_record(header.into_iter().map(|cell| harmless(cell.as_ref())))?;
    for row in rows {
        table.write_record(row.into_iter().map(|cell| harmless(cell.as_ref())))?;
    }
    Ok(table.into_inner().map_err(|error| error.into_error())?)
}

/// With an apostrophe before what a spreadsheet would take for a formula: at the beginning, and behind every separator,
/// since which of them parts cells depends on the country of the reader.
fn harmless(cell: &str) -> String {
    let mut harmless = String::with_capacity(cell.len() + 1);
    if cell.starts_with(FORMULA_FIRST) {
        harmless.push('\'');
    }
    let mut begins = true;
    for letter in cell.chars() {
        if begins && FORMULA.contains(&letter) {
            harmless.push('\'');
        }
        harmless.push(letter);
        let parts = matches!(letter, ',' | ';' | '|' | '\t' | '\r' | '\n');
        begins = parts || begins && (letter.is_whitespace() || letter.is_control() || letter == '"');
    }
    harmless
}

#[cfg(test)]
mod tests {
    use super::{FORMULA, FORMULA_FIRST, csv};
    use proptest::prelude::{ProptestConfig, prop_assert, proptest};

    fn table(cells: &[String]) -> String {
        let header = ["name"];
        String::from_utf8(csv(header, [cells]).expect("a table")).expect("UTF-8")
    }

    #[test]
    fn one_mark_one_kind_of_line_end_and_no_formula() {
        let cells = ["=1".to_owned(), "a;=1".into(), "a, -b".into(), "a-b".into(), "\"=1".into()];
        assert_eq!(table(&cells), "\u{FEFF}name\r\n'=1,a;'=1,\"a, '-b\",a-b,\"\"\"'=1\"\r\n");
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        /// Whatever a spreadsheet takes for the separator, and even where it does not know quotes.
        #[test]
        fn no_reader_finds_a_formula(cells in proptest::collection::vec("[=+@\\-＝;,|\t\r\n\0 \"'a\u{A0}é]{0,12}", 1..5)) {
            let text = table(&cells);
            let text = text.strip_prefix('\u{FEFF}').expect("the mark");
            for separator in [',', ';', '\t', '|'] {
                for cell in text.split([separator, '\r', '\n']) {
                    let begins = cell.trim_start_matches(|letter: char| letter == '"' || letter.is_whitespace() || letter.is_control());
                    prop_assert!(!begins.starts_with(FORMULA), "{cell:?} of {text:?}");
                }
            }
            let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
            let row = reader.records().next().expect("a row").expect("readable");
            prop_assert!(row.len() == cells.len());
            for (read, given) in row.iter().zip(&cells) {
                prop_assert!(!read.starts_with(FORMULA_FIRST));
                prop_assert!(read.replace('\'', "") == given.replace('\'', ""), "{read:?} {given:?}");
            }
        }
    }
}

//! Writes a report on the health of an organization: HTML to print or send, CSV for a spreadsheet.
//! It must never contain a sentence of its own, nor let a name become markup or a formula.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::App;
use super::csv_file::csv;
use super::export_file::{Exported, write_new};
use super::failure::Failure;

/// The form of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum ReportFormat {
    /// One page that needs nothing else, to print or send.
    Html,
    /// For a spreadsheet.
    Csv,
}

/// A report in the reader's language: every sentence comes from the page, as plain text.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ReportText {
    /// Language of the texts, for example `fr`.
    pub language: String,
    /// Title, with the organization's name.
    pub title: String,
    /// What stands below it: when, of how many clients, with what limits.
    pub lines: Vec<String>,
    /// What was counted.
    pub counts: Vec<ReportCount>,
    /// Name of the column that says which part a row belongs to; the parts have headings in HTML.
    pub part_column: String,
    /// Names of the columns.
    pub columns: Vec<String>,
    /// Rows under headings.
    pub parts: Vec<ReportPart>,
}

/// A number with its name.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
pub struct ReportCount {
    /// What was counted.
    pub label: String,
    /// How many.
    pub count: u32,
}

/// Rows under a heading.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
pub struct ReportPart {
    /// Heading.
    pub title: String,
    /// What stands there when there are no rows.
    pub empty: String,
    /// One cell for each column.
    pub rows: Vec<Vec<String>>,
}

/// Writes the report to a new file in the person's folder for downloads.
pub async fn save_health_report(
    app: &App,
    report: &ReportText,
    format: ReportFormat,
) -> Result<Exported, Failure> {
    let (ending, bytes) = match format {
        ReportFormat::Html => ("html", html(report).into_bytes()),
        ReportFormat::Csv => ("csv", table(report).map_err(|_| Failure::NotExported)?),
    };
    let name = format!("latchkey-health-{}", app.clock.now().strftime("%Y-%m-%d"));
    let path = write_new(&app.exports, &name, ending, &bytes).await.map_err(|_| Failure::NotExported)?;
    let rows = report.parts.iter().map(|part| part.rows.len()).sum::<usize>();
    Ok(Exported { path: path.display().to_string(), entries: u32::try_from(rows).unwrap_or(u32::MAX) })
}

fn table(report: &ReportText) -> Result<Vec<u8>, csv::Error> {
    let head = std::iter::once(&report.part_column).chain(&report.columns);
    let rows = report.parts.iter().flat_map(|part| {
        part.rows.iter().map(|row| std::iter::once(&part.title).chain(row).collect::<Vec<_>>())
    });
    csv(head, rows)
}

/// Nothing is loaded and nothing runs, whatever the names contain.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

const STYLE: &str = "\
:root{color-scheme:light}body{font:14px/1.45 system-ui,sans-serif;color:#1d2433;margin:32px auto;max-width:1080px;\
padding:0 24px}h1{font-size:22px;margin:0 0 8px}h2{font-size:17px;margin:28px 0 8px}p{margin:2px 0}\
dl{display:flex;flex-wrap:wrap;gap:8px 28px;margin:16px 0}dt{color:#535d70}dd{margin:0;font-size:20px;\
font-weight:600}dl div{display:flex;flex-direction:column-reverse}table{border-collapse:collapse;width:100%}\
th,td{border:1px solid #d5dbe6;padding:6px 8px;text-align:left;vertical-align:top}\
td:last-child{overflow-wrap:anywhere;min-width:14em}\
th{background:#eef1f7}tr{break-inside:avoid}thead{display:table-header-group}\
@media print{body{margin:0;max-width:none;padding:0;font-size:11px}h2{break-after:avoid}}";

fn html(report: &ReportText) -> String {
    let each = |texts: &[String], before: &str, after: &str| -> String {
        texts.iter().map(|text| format!("{before}{}{after}", escaped(text))).collect()
    };
    let counts: String = report
        .counts
        .iter()
        .map(|count| format!("<div><dt>{}</dt><dd>{}</dd></div>", escaped(&count.label), count.count))
        .collect();
    let head = each(&report.columns, "<th scope=\"col\">", "</th>");
    let parts: String = report
        .parts
        .iter()
        .map(|part| {
            let title = escaped(&part.title);
            if part.rows.is_empty() {
                return format!("<h2>{title}</h2>\n<p>{}</p>\n", escaped(&part.empty));
            }
            // A name that runs from right to left must not turn its neighbours round.
            let rows: String = part
                .rows
                .iter()
                .map(|row| format!("<tr>{}</tr>\n", each(row, "<td><bdi>", "</bdi></td>")))
                .collect();
            format!(
                "<h2>{title}</h2>\n<table><thead><tr>{head}</tr></thead><tbody>\n{rows}</tbody></table>\n"
            )
        })
        .collect();
    format!(
        "<!doctype html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>\n\
         <style>{STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n{lines}\n<dl>{counts}</dl>\n{parts}</body>\n</html>\n",
        language = escaped(&report.language),
        title = escaped(&report.title),
        lines = each(&report.lines, "<p>", "</p>\n"),
    )
}

/// A text that is only a text, in an element and in an attribute.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            letter => escaped.push(letter),
        }
    }
    escaped
}

//! Writes clients of the list to a file: CSV and XLSX for a spreadsheet, JSON for a program.
//! It must never hold a secret, which no listed client has, nor a cell that a spreadsheet takes for a formula.

use std::collections::HashSet;
use std::sync::Arc;

use rust_xlsxwriter::{Format, Workbook, XlsxError};
use serde::{Deserialize, Serialize};
use specta::Type;

use super::App;
use super::csv_file::csv;
use super::export_file::{Exported, export, word};
use super::failure::Failure;
use crate::domain::client::OauthClient;
use crate::domain::client_list::{ClientColumn, ClientRow, GrantKind, ListQuery};
use crate::domain::facts::OrgFacts;

/// The form of an exported table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum TableFormat {
    /// For a spreadsheet, as plain text.
    Csv,
    /// For a spreadsheet.
    Xlsx,
    /// For a program; all columns.
    Json,
}

/// What is exported.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ClientExport {
    /// What is asked of the list, whose order the file has.
    pub query: ListQuery,
    /// Only these of what is found; all when absent.
    pub only: Option<Vec<String>>,
    /// The columns of a spreadsheet.
    pub columns: Vec<ClientColumn>,
    /// The form of the file.
    pub format: TableFormat,
}

/// Most characters of a cell. Source: Microsoft, "Excel specifications and limits".
const LONGEST_CELL: usize = 32_767;
/// Widest column that a file opens with, in characters.
const WIDEST: usize = 60;

type Found<'a> = (&'a OauthClient, ClientRow);

/// Writes what the list shows, or the selected part of it, to a new file in the person's folder for downloads.
pub async fn export_clients(app: &App, org: &str, asked: &ClientExport) -> Result<Exported, Failure> {
    let org = app.org(org).await?;
    let shown = org.shown(app).await?;
    let listing = shown.look(&asked.query);
    let only: Option<HashSet<&String>> = asked.only.as_ref().map(|ids| ids.iter().collect());
    let chosen = |found: &Found| only.as_ref().is_none_or(|ids| ids.contains(&found.0.id));
    let found: Vec<Found> = shown.table.found(&listing).filter(chosen).collect();
    // Without the names of roles, their identifiers still say which they are.
    let outline = org.read_outline().await.ok();
    let (ending, bytes) = match asked.format {
        TableFormat::Csv => ("csv", as_csv(&asked.columns, &found, outline.as_ref()).ok()),
        TableFormat::Xlsx => ("xlsx", as_xlsx(&asked.columns, &found, outline.as_ref()).ok()),
        TableFormat::Json => ("json", as_json(&found).ok()),
    };
    let bytes = bytes.ok_or(Failure::NotExported)?;
    export(app, "clients", ending, &bytes, found.len()).await
}

fn as_json(found: &[Found]) -> serde_json::Result<Vec<u8>> {
    serde_json::to_vec_pretty(&found.iter().map(|(client, _)| client).collect::<Vec<_>>())
}

fn as_csv(
    columns: &[ClientColumn],
    found: &[Found],
    outline: Option<&Arc<OrgFacts>>,
) -> Result<Vec<u8>, csv::Error> {
    let header: Vec<&str> = columns.iter().map(|column| column.header()).collect();
    let row = |found: &Found| {
        columns.iter().map(|column| cell(*column, found, outline).text()).collect::<Vec<String>>()
    };
    csv(header, found.iter().map(row))
}

fn as_xlsx(
    columns: &[ClientColumn],
    found: &[Found],
    outline: Option<&Arc<OrgFacts>>,
) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name("clients")?.set_freeze_panes(1, 0)?;
    let bold = Format::new().set_bold();
    for (column, index) in columns.iter().zip(0_u16..) {
        sheet.write_string_with_format(0, index, column.header(), &bold)?;
        let mut width = column.header().len() + 2;
        for (found, line) in found.iter().zip(1_u32..) {
            match cell(*column, found, outline) {
                Cell::Text(text) => {
                    width = width.max(text.chars().count());
                    // Written as a text, it stays one whatever it begins with.
                    sheet.write_string(line, index, fitting(text))?;
                }
                Cell::Number(number) => {
                    sheet.write_number(line, index, number)?;
                }
                Cell::Empty => {}
            }
        }
        sheet.set_column_width(index, u32::try_from(width.min(WIDEST)).unwrap_or(u32::MAX))?;
    }
    if let (Some(last), false) = (columns.len().checked_sub(1), found.is_empty()) {
        let (rows, last) = (u32::try_from(found.len()), u16::try_from(last));
        sheet.autofilter(0, 0, rows.unwrap_or(u32::MAX), last.unwrap_or(u16::MAX))?;
    }
    book.save_to_buffer()
}

/// One cell of a table.
enum Cell {
    Text(String),
    Number(u32),
    Empty,
}

impl Cell {
    fn text(self) -> String {
        match self {
            Cell::Text(text) => text,
            Cell::Number(number) => number.to_string(),
            Cell::Empty => String::new(),
        }
    }

    fn of(text: &str) -> Cell {
        if text.is_empty() { Cell::Empty } else { Cell::Text(text.to_owned()) }
    }
}

fn cell(column: ClientColumn, (client, row): &Found, outline: Option<&Arc<OrgFacts>>) -> Cell {
    let moment = |text: &Option<String>| Cell::of(text.as_deref().unwrap_or_default());
    match column {
        ClientColumn::Name => Cell::of(&client.name),
        ClientColumn::Description => Cell::of(&client.description),
        ClientColumn::ClientId => Cell::of(&client.id),
        ClientColumn::GrantType => Cell::Text(word(GrantKind::from(&client.grant_type))),
        ClientColumn::State => Cell::Text(word(client.state)),
        ClientColumn::LooksLike => Cell::Text(word(row.looks_like)),
        ClientColumn::Findings => row.findings.as_ref().map_or(Cell::Empty, |all| Cell::Number(all.open)),
        ClientColumn::LastUse => moment(&row.last_use.as_ref().and_then(|last| last.last_day.clone())),
        ClientColumn::Duration => client.seconds.map_or(Cell::Empty, Cell::Number),
        ClientColumn::RedirectUris => Cell::of(&client.redirect_uris.join(" ")),
        ClientColumn::Scopes => Cell::of(&client.scopes.join(" ")),
        ClientColumn::Roles => Cell::of(&roles(client, outline)),
        ClientColumn::Created => moment(&client.created_at),
        ClientColumn::Modified => moment(&client.modified_at),
    }
}

/// Roles with their divisions, by their names where these are known.
fn roles(client: &OauthClient, outline: Option<&Arc<OrgFacts>>) -> String {
    let role =
        |id: &str| outline.and_then(|facts| facts.role(id)).map_or(id.to_owned(), |role| role.name.clone());
    let division = |id: &str| {
        outline.and_then(|facts| facts.division(id)).map_or(id.to_owned(), |division| division.name.clone())
    };
    let pair = |held: &crate::domain::client::RoleDivision| {
        format!("{} [{}]", role(&held.role_id), division(&held.division_id))
    };
    client.roles.iter().map(pair).collect::<Vec<_>>().join("; ")
}

/// As much of a text as a cell takes; the end is marked where something is missing.
fn fitting(text: String) -> String {
    if text.encode_utf16().count() <= LONGEST_CELL {
        return text;
    }
    // Two units for a character at most.
    text.chars().take(LONGEST_CELL / 2 - 1).chain(['…']).collect()
}

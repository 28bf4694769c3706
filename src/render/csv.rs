//! The table of a report as CSV: quoted as RFC 4180 has it, lines that end with LF, one header of
//! keys, values as machines write them. A value with parts is a column for each of them.

use std::borrow::Cow;
use std::collections::HashSet;
use std::io::{self, Write};

use crate::finding::Diagnostic;
use crate::render::Style;
use crate::render::dialect::{DIALECTS, Dialect};
use crate::report::{Block, Cell, Header, Report};
use crate::tree::Tree;
use crate::tree::flat::{self, at, flatten};

/// Writes the rows of the report's main table, or its findings; of one that has neither, its fields
/// as keys and values.
pub(super) fn render(report: &Report, style: &Style, out: &mut dyn Write) -> io::Result<()> {
    render_as(&DIALECTS[0], report, style, out)
}

/// The same in a dialect.
pub(super) fn render_as(
    dialect: &Dialect,
    report: &Report,
    style: &Style,
    out: &mut dyn Write,
) -> io::Result<()> {
    out.write_all(dialect.bom.as_bytes())?;
    write(dialect, report, style, out).map_err(|error| match error.into_kind() {
        // As it was, so that a reader who has gone away is known by it.
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    })
}

/// Every text in the cells of a file.
pub(super) fn texts(bytes: &[u8], give: &mut dyn FnMut(&str)) {
    let text = String::from_utf8_lossy(bytes);
    let first = text.lines().next().unwrap_or_default();
    let named = |dialect: &&Dialect| dialect.bom.is_empty() || first.starts_with(dialect.bom);
    let dialect = DIALECTS.iter().rev().find(named).unwrap_or(&DIALECTS[0]);
    let text = text.strip_prefix(dialect.bom).unwrap_or(&text);
    let mut reader =
        csv::ReaderBuilder::new().delimiter(dialect.separator).from_reader(text.as_bytes());
    for record in reader.records().flatten() {
        for cell in &record {
            give(cell);
            // An item of a list, whose own quotation marks are doubled.
            if cell.contains("\"\"") {
                give(&cell.replace("\"\"", "\""));
            }
        }
    }
}

fn write(
    dialect: &Dialect,
    report: &Report,
    style: &Style,
    out: &mut dyn Write,
) -> csv::Result<()> {
    let mut csv = csv::WriterBuilder::new().delimiter(dialect.separator).from_writer(out);
    let diagnostics = report.blocks.iter().find_map(|block| match block {
        Block::Diagnostics { diagnostics, .. } => Some(diagnostics),
        _ => None,
    });
    match (report.table(), diagnostics) {
        (Some((headers, rows)), _) => write_rows(headers, rows, dialect, style, &mut csv)?,
        (None, Some(diagnostics)) => write_findings(diagnostics, style, &mut csv)?,
        (None, None) => write_fields(report, style, &mut csv)?,
    }
    Ok(csv.flush()?)
}

/// A column: its name, the index of its cells, and the path in their data.
struct Leaf<'a> {
    name: String,
    index: usize,
    path: &'a str,
}

/// The columns, each once.
fn leaves(headers: &[Header]) -> Vec<Leaf<'_>> {
    let mut known = HashSet::new();
    let mut columns = Vec::new();
    for (index, header) in headers.iter().enumerate() {
        if header.visible.to_machines() {
            columns.extend(header.leaves().map(|(name, path)| Leaf { name, index, path }));
        }
    }
    columns.retain(|leaf| known.insert(leaf.name.clone()));
    columns
}

fn write_rows<'r>(
    headers: &[Header],
    rows: impl Iterator<Item = Cow<'r, [Cell]>>,
    dialect: &Dialect,
    style: &Style,
    csv: &mut csv::Writer<&mut dyn Write>,
) -> csv::Result<()> {
    let leaves = leaves(headers);
    csv.write_record(leaves.iter().map(|leaf| escape_formula(&leaf.name, style)))?;
    for row in rows {
        let values = leaves.iter().map(|leaf| at(&row[leaf.index].data, leaf.path));
        csv.write_record(values.map(|value| cell(&value, dialect, style)))?;
    }
    Ok(())
}

fn write_findings(
    diagnostics: &[Diagnostic],
    style: &Style,
    csv: &mut csv::Writer<&mut dyn Write>,
) -> csv::Result<()> {
    csv.write_record(["severity", "code", "path", "line", "column", "title", "message", "help"])?;
    for diagnostic in diagnostics {
        let Diagnostic { path, finding, .. } = diagnostic;
        let start = finding.span.start;
        let (line, column) = (start.line.to_string(), start.column.to_string());
        let help = diagnostic.help(style.lang);
        let messages = [finding.lint.title.get(style.lang), finding.label.get(style.lang), &help];
        let place = [finding.severity.code(), finding.lint.code, path, &line, &column];
        csv.write_record(
            place.into_iter().chain(messages).map(|text| escape_formula(text, style)),
        )?;
    }
    Ok(())
}

fn write_fields(
    report: &Report,
    style: &Style,
    csv: &mut csv::Writer<&mut dyn Write>,
) -> csv::Result<()> {
    csv.write_record(["key", "value"])?;
    for block in &report.blocks {
        match block {
            Block::Fields { fields, .. } => {
                for field in fields.iter().filter(|field| field.visible.to_machines()) {
                    let value = cell(&field.cell.data, &DIALECTS[0], style);
                    csv.write_record([escape_formula(&field.key, style), value])?;
                }
            }
            Block::Verbatim { key: Some(key), text } => {
                csv.write_record([(*key).to_owned(), escape_formula(text, style)])?
            }
            _ => {}
        }
    }
    Ok(())
}

/// A value in one cell: a number by its digits, whatever sign it begins with.
fn cell(data: &Tree, dialect: &Dialect, style: &Style) -> String {
    let text = flatten(data, dialect.decimal);
    if flat::is_number(data) { text } else { escape_formula(&text, style) }
}

/// Guards a text that a spreadsheet would run, and marks what a terminal must not obey.
fn escape_formula(text: &str, style: &Style) -> String {
    flat::guarded(style.clean(text).into_owned())
}

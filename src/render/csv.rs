//! The table of a report as CSV: quoted as RFC 4180 has it, lines that end with LF, one header of
//! keys, values as machines write them. A value with parts is a column for each of them.

use std::collections::HashSet;
use std::io::{self, Write};

use crate::finding::Diagnostic;
use crate::render::Style;
use crate::report::{Block, Cell, Header, Report};
use crate::tree::Tree;

/// Between the items of a list within one value.
const LIST_SEPARATOR: &str = "; ";

/// Writes the rows of the report's main table, or its findings; of one that has neither, its fields
/// as keys and values.
pub(super) fn render(report: &Report, style: &Style, out: &mut dyn Write) -> io::Result<()> {
    write(report, style, out).map_err(|error| match error.into_kind() {
        // As it was, so that a reader who has gone away is known by it.
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    })
}

fn write(report: &Report, style: &Style, out: &mut dyn Write) -> csv::Result<()> {
    let mut csv = csv::Writer::from_writer(out);
    let diagnostics = report.blocks.iter().find_map(|block| match block {
        Block::Diagnostics { diagnostics, .. } => Some(diagnostics),
        _ => None,
    });
    match (report.table(), diagnostics) {
        (Some((headers, rows)), _) => write_rows(headers, &rows, style, &mut csv)?,
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

fn write_rows(
    headers: &[Header],
    rows: &[&Vec<Cell>],
    style: &Style,
    csv: &mut csv::Writer<&mut dyn Write>,
) -> csv::Result<()> {
    let leaves = leaves(headers);
    csv.write_record(leaves.iter().map(|leaf| escape_formula(&leaf.name, style)))?;
    for row in rows {
        let cells = leaves.iter().map(|leaf| flatten(&at(&row[leaf.index].data, leaf.path)));
        csv.write_record(cells.map(|text| escape_formula(&text, style)))?;
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
                    let value = escape_formula(&flatten(&field.cell.data), style);
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

/// What stands at a path; of a list, for each item what stands there.
fn at(data: &Tree, path: &str) -> Tree {
    let (key, rest) = path.split_once('.').unwrap_or((path, ""));
    match data {
        data if path.is_empty() => data.clone(),
        Tree::List(items) => Tree::List(items.iter().map(|item| at(item, path)).collect()),
        Tree::Map(pairs) => {
            let value = pairs.iter().find(|(name, _)| name == key);
            value.map_or(Tree::Missing, |(_, value)| at(value, rest))
        }
        Tree::Missing | Tree::Text { .. } => Tree::Missing,
    }
}

/// A value in one cell: the items of a list one after the other, of a mapping its values alone.
/// Where no item says anything, nothing.
fn flatten(data: &Tree) -> String {
    match data {
        Tree::Missing => String::new(),
        Tree::Text { text, .. } => text.clone(),
        Tree::List(items) if items.iter().all(says_nothing) => String::new(),
        Tree::List(items) => items.iter().map(item).collect::<Vec<_>>().join(LIST_SEPARATOR),
        Tree::Map(pairs) => {
            pairs.iter().map(|(_, value)| flatten(value)).collect::<Vec<_>>().join(" ")
        }
    }
}

/// An item of a list: in quotation marks where it could not be told from the others without them.
fn item(data: &Tree) -> String {
    let text = flatten(data);
    let is_alone = text.trim() == text && !text.contains([';', '"', '\n', '\r']);
    if says_nothing(data) || is_alone && !text.is_empty() {
        text
    } else {
        format!("\"{}\"", text.replace('"', "\"\""))
    }
}

fn says_nothing(data: &Tree) -> bool {
    match data {
        Tree::Missing => true,
        Tree::List(items) => items.is_empty(),
        Tree::Text { .. } | Tree::Map(_) => false,
    }
}

/// Puts an apostrophe before a text that a spreadsheet would run as a formula, and before one that
/// would be taken for such a text; marks what a terminal must not obey. Source: OWASP, CSV Injection.
fn escape_formula(text: &str, style: &Style) -> String {
    let text = style.clean(text).into_owned();
    let number = crate::tree::number(&text).is_some();
    let bare = text.trim_start_matches('\'');
    if bare.starts_with(['=', '+', '-', '@', '\t', '\r']) && !number {
        format!("'{text}")
    } else {
        text
    }
}

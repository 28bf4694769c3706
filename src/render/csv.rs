//! The table of a report as CSV: quoted as RFC 4180 has it, lines that end with LF, one header of
//! keys, values as machines write them.

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
    csv.flush()
}

fn write_rows(
    headers: &[Header],
    rows: &[&Vec<Cell>],
    style: &Style,
    csv: &mut csv::Writer<&mut dyn Write>,
) -> io::Result<()> {
    let shown: Vec<usize> =
        (0..headers.len()).filter(|index| headers[*index].visible.to_machines()).collect();
    csv.write_record(shown.iter().map(|index| escape_formula(&headers[*index].key, style)))?;
    for row in rows {
        csv.write_record(shown.iter().map(|index| cell_text(&row[*index], style)))?;
    }
    Ok(())
}

fn write_findings(
    diagnostics: &[Diagnostic],
    style: &Style,
    csv: &mut csv::Writer<&mut dyn Write>,
) -> io::Result<()> {
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
) -> io::Result<()> {
    csv.write_record(["key", "value"])?;
    for block in &report.blocks {
        match block {
            Block::Fields { fields, .. } => {
                for field in fields.iter().filter(|field| field.visible.to_machines()) {
                    csv.write_record([
                        escape_formula(&field.key, style),
                        cell_text(&field.cell, style),
                    ])?;
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

fn cell_text(cell: &Cell, style: &Style) -> String {
    escape_formula(&flatten(&cell.data), style)
}

/// A value in one cell: the items of a list one after the other, of a mapping its values alone.
fn flatten(data: &Tree) -> String {
    match data {
        Tree::Missing => String::new(),
        Tree::Text { text, .. } => text.clone(),
        Tree::List(items) => items.iter().map(flatten).collect::<Vec<_>>().join(LIST_SEPARATOR),
        Tree::Map(pairs) => {
            pairs.iter().map(|(_, value)| flatten(value)).collect::<Vec<_>>().join(" ")
        }
    }
}

/// Puts an apostrophe before a text that a spreadsheet would run as a formula, and marks what a
/// terminal must not obey. Source: OWASP, CSV Injection.
fn escape_formula(text: &str, style: &Style) -> String {
    let text = style.clean(text).into_owned();
    let number = crate::tree::number(&text).is_some();
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) && !number {
        format!("'{text}")
    } else {
        text
    }
}

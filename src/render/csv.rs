//! The table of a report as CSV: RFC 4180, one header of keys, values as machines write them.

use std::io::{self, Write};

use crate::render::Style;
use crate::report::{Block, Cell, Report, Table};
use crate::source::tree::Tree;

/// Between the items of a list within one value.
const BETWEEN: &str = "; ";

/// Writes the first table of the report; of one that has none, its fields as keys and values.
pub fn render(report: &Report, _style: &Style, out: &mut dyn Write) -> io::Result<()> {
    let mut csv = csv::Writer::from_writer(out);
    let table = report.blocks.iter().find_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    match table {
        Some(table) => rows(table, &mut csv)?,
        None => fields(report, &mut csv)?,
    }
    csv.flush()
}

fn rows(table: &Table, csv: &mut csv::Writer<&mut dyn Write>) -> io::Result<()> {
    let kept = |index: &usize| !table.columns[*index].key.is_empty();
    let columns: Vec<usize> = (0..table.columns.len()).filter(kept).collect();
    csv.write_record(columns.iter().map(|index| &table.columns[*index].key))?;
    for row in &table.rows {
        csv.write_record(columns.iter().map(|index| plain(&row[*index])))?;
    }
    Ok(())
}

fn fields(report: &Report, csv: &mut csv::Writer<&mut dyn Write>) -> io::Result<()> {
    csv.write_record(["key", "value"])?;
    for block in &report.blocks {
        match block {
            Block::Fields { fields, .. } => {
                for field in fields {
                    csv.write_record([&field.key, &plain(&field.cell)])?;
                }
            }
            Block::Verbatim { key, text } => csv.write_record([key, text.as_str()])?,
            _ => {}
        }
    }
    Ok(())
}

fn plain(cell: &Cell) -> String {
    neutral(flat(&cell.data))
}

fn flat(data: &Tree) -> String {
    match data {
        Tree::Missing => String::new(),
        Tree::Text { text, .. } => text.clone(),
        Tree::List(items) => items.iter().map(flat).collect::<Vec<_>>().join(BETWEEN),
        Tree::Map(pairs) => {
            pairs.iter().map(|(_, value)| flat(value)).collect::<Vec<_>>().join(" ")
        }
    }
}

/// Puts an apostrophe before a text that a spreadsheet would run as a formula.
/// Source: OWASP, CSV Injection.
fn neutral(text: String) -> String {
    let number = crate::source::tree::number(&text).is_some();
    match text.starts_with(['=', '+', '-', '@', '\t', '\r']) && !number {
        true => format!("'{text}"),
        false => text,
    }
}

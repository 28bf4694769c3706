//! The lines of our own exports, CSV, NDJSON and workbooks, as they come back.

use std::collections::HashMap;

use crate::import::spreadsheet::own_lines;
use crate::sheet::returned::columns;
use crate::sheet::rev::REV;
use crate::tree::Tree;
use crate::tree::flat::{at, flatten, unguarded};

/// A line that came back.
pub(crate) struct ExportRow {
    pub id: String,
    /// For whom it was exported, and the digest of the sheet then.
    pub rev: String,
    /// Every other cell, by its key.
    pub cells: HashMap<String, String>,
}

const BOM: &[u8] = "\u{feff}".as_bytes();

/// Whether a file is one of our exports: its first columns or keys are the id and the digest.
pub(crate) fn is_export(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(BOM).unwrap_or(bytes);
    let first = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let first = String::from_utf8_lossy(first);
    let names: Vec<&str> =
        first.split([',', ';']).map(|name| name.trim_matches(['"', '\r', ' '])).collect();
    let is_csv = names.contains(&"id") && names.contains(&REV);
    is_csv
        || own_lines(bytes).is_some()
        || first.starts_with("{\"id\":") && first.contains(&format!("\"{REV}\":"))
}

/// Whether an export is a workbook, of which the tab of the sheets alone comes back.
pub(crate) fn is_workbook(bytes: &[u8]) -> bool {
    own_lines(bytes).is_some()
}

/// Reads the lines; `None` where the file is broken.
pub(crate) fn read(bytes: &[u8]) -> Option<Vec<ExportRow>> {
    if let Some(lines) = own_lines(bytes) {
        return lines.into_iter().map(row).collect();
    }
    let bytes = bytes.strip_prefix(BOM).unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).ok()?;
    if text.starts_with('{') { read_json(text) } else { read_csv(text) }
}

fn row(mut cells: HashMap<String, String>) -> Option<ExportRow> {
    Some(ExportRow { id: cells.remove("id")?, rev: cells.remove(REV).unwrap_or_default(), cells })
}

fn read_csv(text: &str) -> Option<Vec<ExportRow>> {
    let head = text.lines().next().unwrap_or_default();
    let separator = if head.matches(';').count() > head.matches(',').count() { b';' } else { b',' };
    let mut reader = csv::ReaderBuilder::new().delimiter(separator).from_reader(text.as_bytes());
    let names = reader.headers().ok()?.clone();
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.ok()?;
        let cell = |(name, cell): (&str, &str)| {
            let cell = unguarded(cell).to_owned();
            // What French spreadsheets write has decimal commas.
            let number = if separator == b';' { cell.replace(',', ".") } else { cell.clone() };
            let numeric = number.split("; ").all(|item| crate::tree::number(item).is_some());
            (name.to_owned(), if numeric { number } else { cell })
        };
        rows.push(row(names.iter().zip(record.iter()).map(cell).collect())?);
    }
    Some(rows)
}

fn read_json(text: &str) -> Option<Vec<ExportRow>> {
    let values = serde_json::Deserializer::from_str(text).into_iter::<serde_json::Value>();
    let columns = columns().into_iter().map(|column| column.key);
    let keys: Vec<String> = columns.chain(["id", REV].map(str::to_owned)).collect();
    let mut rows = Vec::new();
    for value in values {
        let tree = tree(value.ok()?);
        // A key that is not there came not back; one that holds nothing was emptied.
        let there = keys.iter().filter(|key| holds(&tree, key));
        let cells = there.map(|key| (key.clone(), flatten(&at(&tree, key), '.')));
        rows.push(row(cells.collect())?);
    }
    Some(rows)
}

/// Whether the first name of a key is there.
fn holds(tree: &Tree, key: &str) -> bool {
    let first = key.split('.').next().unwrap_or(key);
    matches!(tree, Tree::Map(pairs) if pairs.iter().any(|(known, _)| known == first))
}

fn tree(value: serde_json::Value) -> Tree {
    use serde_json::Value;
    match value {
        Value::Null => Tree::Missing,
        Value::Bool(is) => Tree::flag(is),
        Value::Number(number) => Tree::number(number),
        Value::String(text) => Tree::text(text),
        Value::Array(items) => Tree::List(items.into_iter().map(tree).collect()),
        Value::Object(pairs) => {
            Tree::Map(pairs.into_iter().map(|(key, value)| (key, tree(value))).collect())
        }
    }
}

//! Workbooks that were exported here, as they come back: the lines of the tab that has ids.

use std::collections::HashMap;

use crate::import::how_written::SaidOfText;
use crate::import::spreadsheet::file::{self, Grid, is_book};
use crate::sheet::fields;
use crate::sheet::returned::{CellColumn, columns};
use crate::sheet::rev::REV;
use crate::sheet::shape::Shape;

/// The rows that stand above the sheets: labels and keys.
const MAX_ABOVE: usize = 3;

/// The cells of each line by their keys; `None` where the file is no workbook with ids.
pub(in crate::import) fn own_lines(bytes: &[u8]) -> Option<Vec<HashMap<String, String>>> {
    let grids =
        if is_book(bytes) { file::read(bytes, SaidOfText::default()).ok()? } else { Vec::new() };
    let (grid, at) = grids.iter().find_map(|grid| Some((grid, keys(grid)?)))?;
    let keys = &grid.rows[at];
    let columns = columns();
    let line = |row: &file::GridRow| {
        let cells = keys.filled().map(|key| {
            let name = key.text.trim().to_owned();
            let text = row.cell(key.column).map(|cell| cell.text.clone()).unwrap_or_default();
            (name.clone(), as_exported(&name, text, &columns))
        });
        cells.collect()
    };
    Some(grid.rows[at + 1..].iter().map(line).collect())
}

/// The row of keys.
fn keys(grid: &Grid) -> Option<usize> {
    let has = |row: &file::GridRow, name: &str| row.filled().any(|cell| cell.text.trim() == name);
    grid.rows.iter().take(MAX_ABOVE).position(|row| has(row, "id") && has(row, REV))
}

/// A text as it is shown, as an export writes it.
fn as_exported(key: &str, text: String, columns: &[CellColumn]) -> String {
    let is_numeric = columns.iter().any(|column| column.key == key && column.is_numeric());
    let is_flag = matches!(fields::shape_at(key), Some(Shape::Flag));
    match text.as_str() {
        "VRAI" | "TRUE" if is_flag => "true".to_owned(),
        "FAUX" | "FALSE" if is_flag => "false".to_owned(),
        _ if is_numeric => text.replace(',', "."),
        _ => text,
    }
}

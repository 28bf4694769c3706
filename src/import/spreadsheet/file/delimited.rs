//! A text whose cells are told apart by a sign (CSV) → a grid.

use crate::import::how_written::SaidOfText;
use crate::import::rows;
use crate::import::spreadsheet::file::grid::{Grid, GridCell, GridRow};
use crate::import::spreadsheet::file::refusal::{Count, MAX_ROWS, Refusal};
use crate::lang::text;

/// Reads the one grid of a text.
pub(super) fn read(bytes: &[u8], said: SaidOfText, count: &mut Count) -> Result<Grid, Refusal> {
    // A line may end with any of these; what is in quotation marks is counted too, and is rare.
    let ends = |end: u8| bytes.iter().filter(|byte| **byte == end).count();
    if ends(b'\n').max(ends(b'\r')) > MAX_ROWS * 4 {
        return Err(Refusal::too_large(MAX_ROWS as u64, text!("rows", "lignes")));
    }
    let rows::TextTable { rows, how } = rows::read(bytes, said, rows::Stroke::IsText);
    let width = rows.first().map_or(0, |row| row.cells.len());
    let is_even = width > 1 && rows.iter().all(|row| row.cells.len() == width);
    let mut grid = Grid { is_even, how: Some(how), ..Grid::default() };
    for (index, row) in rows.into_iter().enumerate() {
        let number = row.line as usize;
        let breaks: usize = row.cells.iter().map(|cell| cell.matches('\n').count()).sum();
        let is_open = row.is_open;
        let mut read = GridRow { number, last: number + breaks, is_open, ..GridRow::default() };
        for (column, text) in row.cells.into_iter().enumerate() {
            if !text.trim().is_empty() {
                count.cell(index, column)?;
                read.put(GridCell { column, text, asides: Vec::new() });
            }
        }
        grid.rows.push(read);
    }
    Ok(grid)
}

//! The XML of a document → its grids.

use std::io::BufRead;

use crate::import::spreadsheet::file::grid::{Grid, GridRow, Merge};
use crate::import::spreadsheet::file::ods::cell::OpenCell;
use crate::import::spreadsheet::file::ods::looks::Looks;
use crate::import::spreadsheet::file::refusal::{Count, MAX_COLUMNS, Refusal};
use crate::import::spreadsheet::file::xml::{Element, Node, Xml};

/// Reads every table of a document.
pub(in crate::import::spreadsheet::file) fn read(
    source: impl BufRead,
    count: &mut Count,
) -> Result<Vec<Grid>, Refusal> {
    let mut xml = Xml::new(source);
    let mut reader = Reader::default();
    while let Some(node) = xml.next()? {
        match node {
            Node::Open(element) => reader.open(&element),
            Node::Text(text) => reader.text(&text),
            Node::Close(name) => reader.close(&name, count)?,
            Node::Other => {}
        }
    }
    Ok(reader.grids)
}

/// A document under way.
#[derive(Default)]
struct Reader {
    grids: Vec<Grid>,
    looks: Looks,
    row: GridRow,
    /// For how many rows it stands, and how many columns are behind the one that is open.
    rows: usize,
    column: usize,
    next_row: usize,
    /// How many columns have been described.
    described: usize,
    cell: Option<OpenCell>,
    /// Paragraphs are read, and within a cell only.
    in_paragraph: bool,
    in_comment: bool,
    /// How deep a drawing is open: what is written in it stands in no cell.
    drawings: usize,
}

/// Elements in which drawings stand.
const DRAWINGS: [&str; 5] = ["shapes", "frame", "custom-shape", "forms", "tracked-changes"];

impl Reader {
    fn open(&mut self, element: &Element) {
        let repeated = |name: &str| element.number(name).unwrap_or(1).max(1);
        let is_hidden =
            || element.attribute("table:visibility").is_some_and(|value| value != "visible");
        match element.name() {
            name if DRAWINGS.contains(&name) => self.drawings += 1,
            _ if self.drawings > 0 => {}
            "table" => {
                let name = element.attribute("table:name");
                let is_hidden = self.looks.is_hidden(element);
                self.grids.push(Grid { name, is_hidden, ..Grid::default() });
                (self.next_row, self.described) = (1, 0);
            }
            "table-column" => {
                let count = repeated("table:number-columns-repeated");
                let end = self.described.saturating_add(count);
                if let Some(grid) = self.grids.last_mut().filter(|_| is_hidden()) {
                    grid.hidden_columns.extend(self.described..end.min(MAX_COLUMNS));
                }
                self.described = end;
            }
            "table-row" => {
                self.row =
                    GridRow { number: self.next_row, is_hidden: is_hidden(), ..GridRow::default() };
                self.rows = repeated("table:number-rows-repeated");
                self.column = 0;
            }
            "table-cell" | "covered-table-cell" => {
                self.cell = Some(OpenCell::of(element, &self.looks));
            }
            "annotation" => self.in_comment = true,
            "p" => self.paragraph(),
            "s" => self.text(&" ".repeat(repeated("text:c").min(MAX_SPACES))),
            "tab" => self.text("\t"),
            "line-break" => self.text("\n"),
            "a" => {
                let address = element.attribute("xlink:href");
                if let Some(cell) = &mut self.cell {
                    cell.links.extend(address);
                }
            }
            "span" if self.looks.is_struck(element) => {
                if let Some(cell) = &mut self.cell {
                    cell.is_struck = true;
                }
            }
            _ => self.looks.open(element),
        }
    }

    /// Begins a paragraph, below the one before.
    fn paragraph(&mut self) {
        self.in_paragraph = true;
        if let Some(cell) = &mut self.cell {
            let text = if self.in_comment { &mut cell.comment } else { &mut cell.text };
            if !text.is_empty() {
                text.push('\n');
            }
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(cell) = self.cell.as_mut().filter(|_| self.in_paragraph && self.drawings == 0) {
            if self.in_comment { &mut cell.comment } else { &mut cell.text }.push_str(text);
        }
    }

    fn close(&mut self, name: &str, count: &mut Count) -> Result<(), Refusal> {
        match name {
            name if DRAWINGS.contains(&name) => self.drawings = self.drawings.saturating_sub(1),
            "p" => self.in_paragraph = false,
            "annotation" => self.in_comment = false,
            "table-cell" | "covered-table-cell" => self.close_cell(count)?,
            "table-row" => self.close_row(count)?,
            _ => {}
        }
        Ok(())
    }

    fn close_cell(&mut self, count: &mut Count) -> Result<(), Refusal> {
        let Some(open) = self.cell.take() else {
            return Ok(());
        };
        let (repeated, (columns, rows)) = (open.repeated, open.spanned);
        let column = self.column;
        self.column = column.saturating_add(repeated);
        let cell = open.shown(column);
        if cell.text.trim().is_empty() && cell.asides.is_empty() {
            return Ok(());
        }
        // Counted before it is repeated.
        count.cell(self.row.number - 1, self.column - 1)?;
        count.repeated(repeated - 1)?;
        let merge = Merge {
            rows: self.row.number..self.row.number.saturating_add(rows),
            columns: column..column.saturating_add(columns),
        };
        if let Some(grid) = self.grids.last_mut().filter(|_| rows > 1 || columns > 1) {
            grid.merges.push(merge);
        }
        for column in column..self.column {
            let mut copy = cell.clone();
            copy.column = column;
            self.row.put(copy);
        }
        Ok(())
    }

    fn close_row(&mut self, count: &mut Count) -> Result<(), Refusal> {
        let row = std::mem::take(&mut self.row);
        let first = row.number;
        self.next_row = first.saturating_add(self.rows);
        let Some(grid) = self.grids.last_mut().filter(|_| !row.cells.is_empty()) else {
            return Ok(());
        };
        count.cell(self.next_row - 2, 0)?;
        count.repeated((self.rows - 1).saturating_mul(row.cells.len()))?;
        for number in first..self.next_row {
            grid.rows.push(GridRow { number, ..row.clone() });
        }
        Ok(())
    }
}

/// No text needs more spaces in one place.
const MAX_SPACES: usize = 1000;

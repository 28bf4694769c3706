//! A tab as people see it: texts at their places, and what is to be known of them.

use std::collections::{BTreeSet, HashSet};
use std::ops::Range;

use crate::import::how_written::HowWritten;
use crate::import::spreadsheet::file::refusal::{Count, Refusal};

/// A tab of a spreadsheet, or the one table of a text.
#[derive(Clone, Debug, Default)]
pub(in crate::import::spreadsheet) struct Grid {
    /// Its name; a text has none.
    pub name: Option<String>,
    pub is_hidden: bool,
    /// The rows that say something, in their order.
    pub rows: Vec<GridRow>,
    pub hidden_columns: BTreeSet<usize>,
    /// How it was read, if it is a text.
    pub how: Option<HowWritten>,
    /// Whether it is a text whose rows all have the same number of cells.
    pub is_even: bool,
    pub merges: Vec<Merge>,
}

/// A row of a tab.
#[derive(Clone, Debug, Default)]
pub(in crate::import::spreadsheet) struct GridRow {
    /// Its number as people see it: of a text, that of its line.
    pub number: usize,
    /// That of its last line, where a text in it goes on over several.
    pub last: usize,
    pub is_hidden: bool,
    /// The cells that say something, in their order.
    pub cells: Vec<GridCell>,
    /// Whether its cells cannot be told apart.
    pub is_open: bool,
}

/// A cell that says something.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::import::spreadsheet) struct GridCell {
    /// From 0.
    pub column: usize,
    /// Its text as it is shown.
    pub text: String,
    pub asides: Vec<Aside>,
}

/// What is to be known of a cell beside its text.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::import::spreadsheet) enum Aside {
    /// The value, where less of it is shown.
    Value(String),
    Comment(String),
    /// The address that it leads to, where its text does not say it.
    Link(String),
    /// It is struck out, as a whole or in part.
    Struck,
    /// A formula that was never calculated.
    NoValue,
    /// The file does not say how its value is shown.
    NotShown,
}

impl Aside {
    /// The address that a text leads to; nothing where the text says it, or where it leads nowhere but
    /// to another cell.
    pub(super) fn link(address: &str, text: &str) -> Option<Aside> {
        let address = address.trim();
        let bare = address.trim_start_matches("mailto:").trim_end_matches('/');
        let leads_out = !address.is_empty() && !address.starts_with('#');
        (leads_out && !text.contains(bare)).then(|| Aside::Link(address.to_owned()))
    }

    /// The address in a formula that makes a link: `HYPERLINK("https://…";"the text")`.
    pub(super) fn address_in(formula: &str) -> Option<&str> {
        const FUNCTION: &str = "HYPERLINK(\"";
        let at = formula.to_ascii_uppercase().find(FUNCTION)?;
        formula[at + FUNCTION.len()..].split('"').next()
    }
}

/// Cells that are one: the rows by their numbers, the columns from 0.
#[derive(Clone, Debug)]
pub(in crate::import::spreadsheet) struct Merge {
    pub rows: Range<usize>,
    pub columns: Range<usize>,
}

impl Merge {
    /// Which of the rows of a tab it covers, the first included.
    fn rows_of(&self, rows: &[GridRow]) -> Range<usize> {
        let at = |number: usize| rows.partition_point(|row| row.number < number);
        at(self.rows.start)..at(self.rows.end.max(self.rows.start))
    }
}

impl GridRow {
    /// The text in a column, without the spaces around it; empty where there is none.
    pub(in crate::import::spreadsheet) fn text(&self, column: usize) -> &str {
        self.cell(column).map_or("", |cell| cell.text.trim())
    }

    pub(in crate::import::spreadsheet) fn cell(&self, column: usize) -> Option<&GridCell> {
        let found = self.cells.binary_search_by_key(&column, |cell| cell.column);
        found.ok().map(|at| &self.cells[at])
    }

    /// The cells that have a text.
    pub(in crate::import::spreadsheet) fn filled(&self) -> impl Iterator<Item = &GridCell> {
        self.cells.iter().filter(|cell| !cell.text.trim().is_empty())
    }

    /// All its texts, as one line.
    pub(in crate::import::spreadsheet) fn line(&self) -> String {
        let texts =
            self.filled().map(|cell| cell.text.split_whitespace().collect::<Vec<_>>().join(" "));
        texts.collect::<Vec<_>>().join(" | ")
    }

    /// Adds a cell, unless nothing is to be said of it.
    pub(super) fn put(&mut self, cell: GridCell) {
        if !cell.text.trim().is_empty() || !cell.asides.is_empty() {
            self.cells.push(cell);
        }
    }
}

impl Grid {
    /// What is merged holds for each of its rows, in its first column.
    ///
    /// # Errors
    /// More cells are merged than may be repeated.
    pub(super) fn fill_down(&mut self, count: &mut Count) -> Result<(), Refusal> {
        for merge in self.merges.iter().filter(|merge| merge.rows.len() > 1) {
            let rows = merge.rows_of(&self.rows);
            count.repeated(rows.len().saturating_sub(1))?;
            let [first, below @ ..] = &mut self.rows[rows] else {
                continue;
            };
            let is_first = first.number == merge.rows.start;
            let Some(cell) = first.cell(merge.columns.start).filter(|_| is_first) else {
                continue;
            };
            for row in below {
                let at = row.cells.binary_search_by_key(&cell.column, |there| there.column);
                if let Err(at) = at {
                    row.cells.insert(at, GridCell { asides: Vec::new(), ..cell.clone() });
                }
            }
        }
        Ok(())
    }

    /// A cell that says something, by its row as people see it and its column from 0.
    pub(super) fn cell_mut(&mut self, row: usize, column: usize) -> Option<&mut GridCell> {
        let at = self.rows.binary_search_by_key(&row, |row| row.number).ok()?;
        self.rows[at].cells.iter_mut().find(|cell| cell.column == column)
    }

    /// The rows in which what stands in a column is said in a row above: merged cells are one.
    pub(in crate::import::spreadsheet) fn covered(&self, column: usize) -> HashSet<usize> {
        let merges = self.merges.iter().filter(|merge| merge.columns.start == column);
        let rows = merges.flat_map(|merge| {
            let rows = self.rows[merge.rows_of(&self.rows)].iter().map(|row| row.number);
            rows.filter(|number| *number > merge.rows.start)
        });
        rows.collect()
    }

    /// The name of a place: `Suivi!B8`.
    pub(in crate::import::spreadsheet) fn place(
        &self,
        row: usize,
        column: Option<usize>,
    ) -> String {
        let tab = self.name.as_ref().map(|name| format!("{name}!")).unwrap_or_default();
        format!("{tab}{}{row}", column.map(letters).unwrap_or_default())
    }
}

/// The letters of a column, from 0: `A`, `Z`, `AA`.
pub(in crate::import::spreadsheet) fn letters(column: usize) -> String {
    let last = char::from(b'A' + (column % 26) as u8);
    let before = (column / 26).checked_sub(1).map(letters).unwrap_or_default();
    format!("{before}{last}")
}

/// The row, as it is shown, and the column, from 0, of a place: `B8`.
pub(super) fn of_place(place: &str) -> Option<(usize, usize)> {
    let place = place.replace('$', "");
    let digits = place.find(|c: char| c.is_ascii_digit())?;
    let (letters, row) = place.split_at(digits);
    let mut column = 0_usize;
    for letter in letters.chars() {
        let value = letter.to_digit(36).filter(|_| letter.is_ascii_alphabetic())? as usize - 9;
        column = column.checked_mul(26)?.checked_add(value)?;
    }
    Some((row.parse().ok()?, column.checked_sub(1)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_read_as_it_is_named() {
        let grid = Grid { name: Some("Suivi".into()), ..Grid::default() };
        for (column, name) in [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")] {
            assert_eq!(letters(column), name);
            assert_eq!(of_place(&format!("{name}8")), Some((8, column)));
            assert_eq!(grid.place(8, Some(column)), format!("Suivi!{name}8"));
        }
        for wrong in ["", "A", "8", "A-8", "é8"] {
            assert_eq!(of_place(wrong), None, "{wrong}");
        }
    }
}

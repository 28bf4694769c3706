//! A table: rows under headers.

use std::borrow::Cow;
use std::ops::Range;

use crate::lang::Lang;
use crate::report::table::cell::Cell;
use crate::report::table::column::{Column, Header};
use crate::report::table::rows::Rows;

/// Rows under headers.
#[derive(Clone, Debug)]
pub struct Table {
    pub key: &'static str,
    pub headers: Vec<Header>,
    pub rows: Rows,
    /// Where each row is a passage to be read, its last cell below the others: the stretches of
    /// that cell's words that stand out, in bytes.
    marks: Option<Vec<Highlights>>,
}

/// A row that is read as a passage.
pub struct PassageRow<'a> {
    /// Where it comes from: the cells that say something.
    pub beside: Vec<String>,
    pub text: String,
    /// The stretches of the text that stand out.
    pub marks: &'a Highlights,
}

/// Stretches of a text, in bytes, in their order.
pub type Highlights = Vec<Range<usize>>;

impl Table {
    /// A table whose columns are known only when it is asked for.
    pub fn new(key: &'static str, headers: Vec<Header>, rows: Rows) -> Table {
        Table { key, headers, rows, marks: None }
    }

    /// The table of the rows, each with the cells of all columns.
    pub fn of<'a, T: ?Sized + 'a>(
        key: &'static str,
        rows: impl IntoIterator<Item = &'a T>,
        columns: &[Column<T>],
        lang: Lang,
    ) -> Table {
        let cells = |row: &'a T| columns.iter().map(|column| (column.cell)(row, lang)).collect();
        let rows = rows.into_iter().map(cells).collect();
        Table::new(key, columns.iter().map(|column| column.header(lang)).collect(), rows)
    }

    /// The columns of this table and, beside them, those of another with as many rows.
    pub fn beside(mut self, other: Table) -> Table {
        self.headers.extend(other.headers);
        let pairs = self.rows.iter().zip(other.rows.iter());
        self.rows = pairs.map(|(row, cells)| [&*row, &*cells].concat()).collect();
        self
    }

    /// The same rows as passages.
    pub fn of_passages(self, marks: Vec<Highlights>) -> Table {
        Table { marks: Some(marks), ..self }
    }

    /// The rows as passages; `None` where they are rows of a table.
    pub fn passages(&self) -> Option<impl Iterator<Item = PassageRow<'_>>> {
        let marks = self.marks.as_ref()?;
        let passage = |(row, marks): (Cow<[Cell]>, _)| {
            let mut row = row.into_owned();
            let text = row.pop()?.text;
            let beside = row.into_iter().zip(&self.headers);
            let beside = beside.filter(|(_, header)| header.visible.to_people());
            let beside = beside.map(|(cell, _)| cell.text).filter(|text| !text.is_empty());
            Some(PassageRow { beside: beside.collect(), text, marks })
        };
        Some(self.rows.iter().zip(marks).filter_map(passage))
    }

    /// The columns that people read, by their indexes.
    pub fn columns_for_people(&self) -> Vec<usize> {
        let shown = |index: &usize| self.headers[*index].visible.to_people();
        (0..self.headers.len()).filter(shown).collect()
    }

    /// For each column, whether any of its cells says something.
    pub fn has_words(&self) -> Vec<bool> {
        let mut has_words = vec![false; self.headers.len()];
        for row in self.rows.iter() {
            has_words.iter_mut().zip(&*row).for_each(|(has, cell)| *has |= !cell.text.is_empty());
        }
        has_words
    }
}

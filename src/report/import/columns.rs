//! How each column of a table was read.

use crate::lang::{Lang, Text, text};
use crate::report::{Cell, Column, Table, Tone};
use crate::sheet::key::Key;
use crate::sheet::unknown::EXTRA;

/// A column of a foreign table, and where its values went.
#[derive(Clone, Debug)]
pub struct PlacedColumn {
    /// The path of the foreign file.
    pub from: String,
    pub name: String,
    pub label: Option<String>,
    /// The key of a field, `extra`, or nothing where its values were left out.
    pub key: &'static str,
    /// How sure that is: its code and its words.
    pub sure: (&'static str, Text),
    /// In how many entries it says something.
    pub filled: usize,
}

/// The code of a column of which nobody knows what it is.
const UNPLACED: &str = "unplaced";

impl PlacedColumn {
    /// What people call it.
    pub fn shown(&self) -> &str {
        self.label.as_ref().unwrap_or(&self.name)
    }

    /// Whether its values go to a field.
    pub fn is_placed(&self) -> bool {
        Key::find(self.key).is_some() && self.key != EXTRA
    }

    /// Whether nobody knows of which field its values are.
    pub fn is_unplaced(&self) -> bool {
        self.sure.0 == UNPLACED && self.filled > 0
    }
}

/// The table of the columns, those that were not placed behind the others.
pub(super) fn table(columns: &[PlacedColumn], lang: Lang) -> Table {
    let (placed, others): (Vec<_>, Vec<_>) = columns.iter().partition(|column| column.is_placed());
    Table::of("columns", placed.into_iter().chain(others), &COLUMNS, lang)
}

const COLUMNS: [Column<PlacedColumn>; 6] = [
    Column::for_machines("source", |column, _| Cell::text(&column.from)),
    Column::new("column", text!("Column", "Colonne"), |column, _| Cell {
        text: column.shown().to_owned(),
        ..Cell::text(&column.name)
    }),
    Column::for_machines("label", |column, _| {
        column.label.as_ref().map_or_else(Cell::empty, Cell::text)
    }),
    Column::new("key", text!("Becomes", "Devient"), |column, lang| match column.key {
        "" => {
            let words = text!("(left out)", "(laissée de côté)").get(lang);
            Cell::text_only(words).with_tone(Tone::Muted)
        }
        key => Cell::text(key),
    }),
    Column::new("sure", text!("How sure", "Certitude"), |column, lang| {
        let (code, label) = column.sure;
        let tone = if code == UNPLACED { Tone::Error } else { Tone::Plain };
        Cell::labelled(code, label, lang).with_tone(tone)
    }),
    Column::new("entries", text!("Entries", "Entrées"), |column: &PlacedColumn, lang| {
        Cell::count(column.filled, lang)
    })
    .numeric(),
];

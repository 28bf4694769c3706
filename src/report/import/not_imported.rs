//! What stands in a foreign file and is no project.

use crate::lang::{Lang, Text, text};
use crate::report::{Cell, Column, Table, Tone};
use crate::text::clip::clip;

/// A part of a foreign file that is no project.
#[derive(Clone, Debug)]
pub struct NotImported {
    /// The path of the foreign file.
    pub from: String,
    /// The row that it stands in.
    pub place: String,
    pub text: String,
    /// Why it is none: a code and its words.
    pub why: (&'static str, Text),
}

/// The table of all that was left out of files on purpose.
pub(super) fn table(rows: &[NotImported], lang: Lang) -> Table {
    Table::of("notImported", rows, &COLUMNS, lang)
}

const COLUMNS: [Column<NotImported>; 4] = [
    Column::for_machines("source", |row, _| Cell::text(&row.from)),
    Column::new("place", text!("Where", "Où"), |row, _| {
        Cell::text(&row.place).with_tone(Tone::Muted)
    }),
    Column::new("text", text!("What it says", "Ce qui y figure"), |row, _| {
        const MAX_LENGTH: usize = 70;
        Cell { text: clip(&row.text, MAX_LENGTH).into_owned(), ..Cell::text(&row.text) }
    }),
    Column::new("why", text!("Why", "Pourquoi"), |row, lang| {
        let (code, label) = row.why;
        Cell::labelled(code, label, lang)
    }),
];

//! How many of all there are: a count, with a bar as long as its share of the greatest.

use crate::lang::{Text, text};
use crate::report::{Cell, Column, Tone};

pub const SHEETS: Text = text!("Sheets", "Fiches");

/// A count, and the greatest beside it.
#[derive(Clone, Copy, Debug)]
pub struct CountBar {
    pub count: usize,
    greatest: usize,
}

impl CountBar {
    /// How many sheets, and a bar as long as its share of the greatest.
    pub const COLUMNS: [Column<CountBar>; 2] = [
        Column::new("sheets", SHEETS, |bar: &CountBar, lang| Cell::count(bar.count, lang))
            .numeric(),
        Column::drawn(|bar: &CountBar, _| bar.cell()),
    ];

    pub fn of_each(counts: &[usize]) -> Vec<CountBar> {
        let greatest = counts.iter().copied().max().unwrap_or(1).max(1);
        counts.iter().map(|count| CountBar { count: *count, greatest }).collect()
    }

    pub fn cell(self) -> Cell {
        Cell::empty().with_tone(Tone::Bar((self.count * 100 / self.greatest) as u8))
    }
}

//! The columns of a table that people read: their texts, how wide they are, and the bars in them.

use std::borrow::Cow;
use std::cell::OnceCell;

use unicode_width::UnicodeWidthStr;

use crate::render::Style;
use crate::report::{AxisSpan, Cell, Table, Tone};
use crate::text::sanitize::{is_plain, one_line};

/// Columns between two columns of a table.
pub(super) const GAP: usize = 2;

/// A column no wider than this is never folded.
pub(super) const SHORT: usize = 12;

/// The longest bar, and the shortest that still says something, in columns.
const BAR: usize = 24;
const SHORT_BAR: usize = 8;

/// The longest axis, in columns.
const AXIS: usize = 40;

/// A column that people read: its index, the text of its cells, and how wide they are.
pub(super) struct TextColumn<'a> {
    pub index: usize,
    pub label: Cow<'a, str>,
    pub cells: Vec<Cow<'a, str>>,
    pub bars: bool,
    pub numeric: bool,
    /// The columns in which no word is broken, once they were asked for.
    min_width: OnceCell<usize>,
    /// The columns in which no cell is broken.
    pub max_width: usize,
}

impl TextColumn<'_> {
    /// The columns in which no word is broken. Numbers, and short texts, stay on one line; the names
    /// above numbers need not.
    pub(super) fn min_width(&self) -> usize {
        let longest = |text: &str| text.split(' ').map(text_width).max().unwrap_or(0);
        let cells = || self.cells.iter().map(Cow::as_ref);
        *self.min_width.get_or_init(|| match (self.numeric, self.max_width <= SHORT) {
            (true, _) => cells().map(text_width).max().unwrap_or(0).max(longest(&self.label)),
            (false, true) => self.max_width,
            (false, false) => cells().chain([self.label.as_ref()]).map(longest).max().unwrap_or(0),
        })
    }
}

pub(super) fn columns<'a>(
    table: &'a Table,
    rows: &'a [Cow<[Cell]>],
    style: &Style,
) -> Vec<TextColumn<'a>> {
    let is_bar = |cell: &Cell| matches!(cell.tone, Tone::Bar(_) | Tone::Span(_));
    let mut columns = Vec::new();
    for (index, header) in table.headers.iter().enumerate() {
        let bars = style.bars && rows.iter().any(|row| is_bar(&row[index]));
        let has_words = || rows.iter().any(|row| !row[index].text.is_empty());
        let read = header.visible.to_people() && (!header.optional || has_words());
        if !bars && !read {
            continue;
        }
        let cells: Vec<Cow<str>> = rows.iter().map(|row| one_line(&row[index].text)).collect();
        let label = one_line(&header.label);
        let all = cells.iter().map(Cow::as_ref).chain([label.as_ref()]);
        let max_width = all.map(text_width).max().unwrap_or(0);
        let (numeric, min_width) = (header.numeric, OnceCell::new());
        columns.push(TextColumn { index, label, cells, bars, numeric, min_width, max_width });
    }
    draw_bars(rows, &mut columns, style.columns());
    columns
}

/// The columns that a text of one line takes, in which no control is left.
pub(super) fn text_width(text: &str) -> usize {
    if is_plain(text) { text.chars().count() } else { text.width() }
}

/// Gives bars the room that is left, within reason.
fn draw_bars(rows: &[Cow<[Cell]>], columns: &mut [TextColumn], width: usize) {
    let others = columns.iter().filter(|column| !column.bars);
    let taken: usize =
        others.map(|column| column.max_width.min(30).max(column.min_width()) + GAP).sum();
    let room = width.saturating_sub(taken);
    for column in columns.iter_mut().filter(|column| column.bars) {
        let tones = || rows.iter().map(|row| row[column.index].tone);
        let longest = if tones().any(|tone| matches!(tone, Tone::Span(_))) { AXIS } else { BAR };
        let min_width = SHORT_BAR.max(text_width(&column.label)).min(longest);
        let room = room.clamp(min_width, longest);
        let drawn = tones().map(|tone| match tone {
            Tone::Bar(share) => "█".repeat((usize::from(share) * room).div_ceil(100).max(1)).into(),
            Tone::Span(stretch) => span(stretch, room).into(),
            _ => Cow::Borrowed(""),
        });
        column.cells = drawn.collect();
        (column.min_width, column.max_width) = (room.into(), room);
    }
}

/// A stretch on an axis of so many columns.
fn span(stretch: AxisSpan, room: usize) -> String {
    let place = |thousandths: u16| (usize::from(thousandths) * room / 1000).min(room - 1);
    let within = |at: usize, (from, to): (u16, u16)| (place(from)..=place(to)).contains(&at);
    (0..room)
        .map(|at| match at {
            _ if stretch.sure.is_some_and(|sure| within(at, sure)) => '█',
            _ if within(at, (stretch.from, stretch.to)) => '░',
            _ => '·',
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn plain_text_is_as_wide_as_its_characters(text in "[ -~\u{c0}-\u{2ff}]{0,20}") {
            prop_assert_eq!(text_width(&text), text.width());
        }
    }
}

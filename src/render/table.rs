//! Rows under columns, within the width of a terminal. This is the door of `comfy-table`.

use std::borrow::Cow;
use std::cell::OnceCell;

use comfy_table::{CellAlignment, ColumnConstraint, ContentArrangement, Width};
use unicode_width::UnicodeWidthStr;

use crate::lang::text;
use crate::render::Style;
use crate::render::wrap::wrap;
use crate::report::{AxisSpan, Cell, Table, Tone};
use crate::text::sanitize::{is_plain, one_line};

/// Below this many columns, a row is written as lines of its own.
const NARROW: usize = 50;

/// Columns between two columns of a table.
const GAP: usize = 2;

/// A column no wider than this is never folded.
const SHORT: usize = 12;

/// The longest bar, and the shortest that still says something, in columns.
const BAR: usize = 24;
const SHORT_BAR: usize = 8;

/// The longest axis, in columns.
const AXIS: usize = 40;

/// Draws a table: side by side where no word must be broken for it, else a line for each value.
/// Columns that can be spared are left out before that, the last ones first, and named below.
pub(super) fn draw(table: &Table, style: &Style) -> String {
    // Their widths are needed before the first is drawn.
    let rows: Vec<Cow<[Cell]>> = table.rows.iter().collect();
    let all = columns(table, &rows, style);
    let width = style.columns();
    let fits_unfolded = |columns: &[&TextColumn]| room(columns, |column| column.max_width) <= width;
    let fits = |columns: &[&TextColumn]| {
        fits_unfolded(columns) || room(columns, |column| column.min_width()) <= width
    };
    let mut columns: Vec<&TextColumn> = all.iter().collect();
    let mut dropped = Vec::new();
    while !fits(&columns) {
        let Some(last) = columns.iter().rposition(|column| table.headers[column.index].optional)
        else {
            break;
        };
        let column = columns.remove(last);
        dropped.extend(Some(column.label.as_ref()).filter(|_| !column.bars));
    }
    let bars = all.iter().any(|column| column.bars);
    let is_narrow_table = dropped.is_empty() && (columns.len() <= 2 || bars);
    if fits(&columns) && (width >= NARROW || is_narrow_table) {
        let draw = if fits_unfolded(&columns) { unfolded } else { folded };
        draw(&rows, &columns, style) + &left_out(&dropped, style)
    } else {
        stacked(rows.len(), &all, style)
    }
}

/// The columns that a row takes whose cells are so wide.
fn room(columns: &[&TextColumn], width: impl Fn(&TextColumn) -> usize) -> usize {
    columns.iter().map(|column| width(column)).sum::<usize>()
        + GAP * columns.len().saturating_sub(1)
}

/// Names the columns for which there was no room.
fn left_out(dropped: &[&str], style: &Style) -> String {
    if dropped.is_empty() {
        return String::new();
    }
    let names = dropped.iter().rev().copied().collect::<Vec<_>>().join(", ");
    let room = text!("columns hidden for lack of width:", "colonnes masquées, faute de place :")
        .get(style.lang);
    let line = wrap(&format!("({room} {names})"), style.columns(), 0);
    format!("{}\n", style.paint(&line, Tone::Muted))
}

/// A column that people read: its index, the text of its cells, and how wide they are.
struct TextColumn<'a> {
    index: usize,
    label: Cow<'a, str>,
    cells: Vec<Cow<'a, str>>,
    bars: bool,
    numeric: bool,
    /// The columns in which no word is broken, once they were asked for.
    min_width: OnceCell<usize>,
    /// The columns in which no cell is broken.
    max_width: usize,
}

impl TextColumn<'_> {
    /// The columns in which no word is broken. Numbers, and short texts, stay on one line; the names
    /// above numbers need not.
    fn min_width(&self) -> usize {
        let longest = |text: &str| text.split(' ').map(text_width).max().unwrap_or(0);
        let cells = || self.cells.iter().map(Cow::as_ref);
        *self.min_width.get_or_init(|| match (self.numeric, self.max_width <= SHORT) {
            (true, _) => cells().map(text_width).max().unwrap_or(0).max(longest(&self.label)),
            (false, true) => self.max_width,
            (false, false) => cells().chain([self.label.as_ref()]).map(longest).max().unwrap_or(0),
        })
    }
}

fn columns<'a>(table: &'a Table, rows: &'a [Cow<[Cell]>], style: &Style) -> Vec<TextColumn<'a>> {
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
fn text_width(text: &str) -> usize {
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

/// Side by side, each row on one line: a long list is drawn so several times faster than by the
/// library, which asks of each cell where it may be folded.
fn unfolded(rows: &[Cow<[Cell]>], columns: &[&TextColumn], style: &Style) -> String {
    let mut text = String::new();
    let mut add = |cells: &mut dyn Iterator<Item = (&Cow<str>, Tone)>| {
        let mut missing = 0;
        for ((cell, tone), column) in cells.zip(columns) {
            let spaces = column.max_width.saturating_sub(text_width(cell));
            let (before, behind) = if column.numeric { (spaces, 0) } else { (0, spaces) };
            missing += before;
            if !cell.is_empty() {
                text.extend(std::iter::repeat_n(' ', missing));
                text.push_str(&style.paint(cell, tone));
                missing = 0;
            }
            missing += behind + GAP;
        }
        text.push('\n');
    };
    add(&mut columns.iter().map(|column| (&column.label, Tone::Muted)));
    for (number, row) in rows.iter().enumerate() {
        add(&mut columns.iter().map(|column| (&column.cells[number], row[column.index].tone)));
    }
    text
}

/// Side by side, where cells must be folded for it.
fn folded(rows: &[Cow<[Cell]>], columns: &[&TextColumn], style: &Style) -> String {
    let mut drawn = comfy_table::Table::new();
    drawn.load_style(comfy_table::presets::NOTHING);
    drawn.set_content_arrangement(ContentArrangement::Dynamic);
    drawn.set_width(style.columns().min(usize::from(u16::MAX)) as u16);
    if style.colour {
        drawn.enforce_styling();
    } else {
        drawn.force_no_tty();
    }
    let header =
        columns.iter().map(|column| align(cell(&column.label, Tone::Muted, style), column.numeric));
    drawn.set_header(header);
    for (number, row) in rows.iter().enumerate() {
        drawn.add_row(columns.iter().map(|column| {
            let text = &column.cells[number];
            align(cell(text, row[column.index].tone, style), column.numeric)
        }));
    }
    for (position, shown) in columns.iter().enumerate() {
        let Some(column) = drawn.column_mut(position) else {
            continue;
        };
        // Colours reach to the end of a cell, which must not be beyond that of the line.
        let gap = if position + 1 == columns.len() { 0 } else { GAP };
        column.set_padding((0, gap as u16));
        let width =
            |columns: usize| Width::Fixed((columns + gap).min(usize::from(u16::MAX)) as u16);
        let width = width(shown.min_width());
        column.set_constraint(if shown.max_width <= SHORT || shown.numeric {
            ColumnConstraint::Absolute(width)
        } else {
            ColumnConstraint::LowerBoundary(width)
        });
    }
    let mut text = String::new();
    for line in drawn.lines() {
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

/// One row after the other, a line for each value.
fn stacked(rows: usize, columns: &[TextColumn], style: &Style) -> String {
    let mut text = String::new();
    let Some((first, others)) = columns.split_first() else {
        return text;
    };
    let max_width = others.iter().map(|column| text_width(&column.label)).max().unwrap_or(0);
    for number in 0..rows {
        let name = wrap(&first.cells[number], style.columns(), 0);
        text.push_str(&style.paint(&name, Tone::Strong));
        text.push('\n');
        for column in
            others.iter().filter(|column| !column.bars && !column.cells[number].is_empty())
        {
            let label = style.paint(&wrap(&column.label, style.columns(), GAP), Tone::Muted);
            // A name that leaves no room has its value below.
            if max_width + 3 * GAP > style.columns() / 2 {
                let below = wrap(&column.cells[number], style.columns(), 2 * GAP);
                text.push_str(&format!("{label}\n{below}\n"));
            } else {
                let gap = " ".repeat(max_width - text_width(&column.label) + GAP);
                let beside = wrap(&column.cells[number], style.columns(), max_width + 2 * GAP);
                text.push_str(&format!("{label}{gap}{}\n", beside.trim_start()));
            }
        }
        text.push('\n');
    }
    text
}

fn cell(words: &str, tone: Tone, style: &Style) -> comfy_table::Cell {
    use comfy_table::{Attribute, Color};
    let cell = comfy_table::Cell::new(words);
    match (style.colour, tone) {
        (false, _) | (_, Tone::Plain) => cell,
        (_, Tone::Strong) => cell.add_attribute(Attribute::Bold),
        (_, Tone::Muted) => cell.add_attribute(Attribute::Dim),
        (_, Tone::Good) => cell.fg(Color::DarkGreen),
        (_, Tone::Error) => cell.fg(Color::DarkRed),
        (_, Tone::Bar(_) | Tone::Span(_)) => cell.fg(Color::DarkCyan),
    }
}

fn align(cell: comfy_table::Cell, numeric: bool) -> comfy_table::Cell {
    if numeric { cell.set_alignment(CellAlignment::Right) } else { cell }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::lang::Lang;
    use crate::report::{Header, Visible};
    use crate::text::path::Folders;

    proptest! {
        #[test]
        fn what_need_not_be_folded_is_drawn_as_the_library_draws_it(
            cells in prop::collection::vec("[aé€漢🎉\u{301} ]{0,14}", 3..30), numeric in 0..3_usize,
        ) {
            let header = |index| Header { numeric: index == numeric, ..Header::new("", "Lieu") };
            let rows = cells.as_chunks::<3>().0.iter();
            let rows = rows.map(|row| row.iter().map(|cell| Cell::text_only(cell.trim())).collect());
            let table = Table::new("x", (0..3).map(header).collect(), rows.collect());
            let (folders, rows) = (Folders::default(), table.rows.iter().collect::<Vec<_>>());
            let style = Style {
                lang: Lang::Fr,
                folders: &folders,
                organisation: None,
                width: 120,
                colour: false,
                bars: false,
                terminal: true,
            };
            let columns = columns(&table, &rows, &style);
            let columns: Vec<&TextColumn> = columns.iter().collect();
            prop_assert_eq!(unfolded(&rows, &columns, &style), folded(&rows, &columns, &style));
        }

        #[test]
        fn plain_text_is_as_wide_as_its_characters(text in "[ -~\u{c0}-\u{2ff}]{0,20}") {
            prop_assert_eq!(text_width(&text), text.width());
        }
    }

    #[test]
    fn lengths_and_stretches_are_drawn_in_the_room_that_is_left() {
        let drawn = |label: &str| Header {
            visible: Visible::Terminal,
            optional: true,
            ..Header::new("", label)
        };
        let headers = vec![Header::new("id", "Sheet"), drawn(""), drawn("2022 – 2023")];
        let row = |id: &str, share, from, to, sure| {
            let span = Tone::Span(AxisSpan { from, to, sure });
            vec![
                Cell::text(id),
                Cell::text_only("").with_tone(Tone::Bar(share)),
                Cell::text_only("").with_tone(span),
            ]
        };
        let rows = vec![
            row("one", 100, 0, 500, Some((100, 400))),
            row("two", 50, 600, 1000, None),
            row("three", 1, 1000, 1000, Some((1000, 1000))),
        ];
        let table = Table::new("x", headers, rows.into());
        let folders = Folders::default();
        let style = |width, bars| Style {
            lang: Lang::En,
            folders: &folders,
            organisation: None,
            width,
            colour: false,
            bars,
            terminal: true,
        };
        let wide = "\
Sheet                                                            2022 – 2023
one    ████████████████████████  ░░░░█████████████░░░░···················
two    ████████████              ························░░░░░░░░░░░░░░░░
three  █                         ·······································█
";
        let drawn = draw(&table, &style(80, true));
        assert_eq!(
            drawn.lines().skip(1).collect::<Vec<_>>(),
            wide.lines().skip(1).collect::<Vec<_>>()
        );
        let narrow = draw(&table, &style(30, true));
        assert!(narrow.lines().all(|line| line.width() <= 30), "{narrow}");
        assert_eq!(draw(&table, &style(80, false)).lines().nth(1), Some("one"));
    }
}

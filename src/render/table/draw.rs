//! Rows under columns, within the width of a terminal.

use std::borrow::Cow;

use crate::lang::text;
use crate::render::Style;
use crate::render::table::columns::{GAP, TextColumn, columns, text_width};
use crate::render::table::folded::folded;
use crate::render::wrap::wrap;
use crate::report::{Cell, Table, Tone};

/// Below this many columns, a row is written as lines of its own.
const NARROW: usize = 50;

/// Draws a table: side by side where no word must be broken for it, else a line for each value.
/// Columns that can be spared are left out before that, the last ones first, and named below.
pub(in crate::render) fn draw(table: &Table, style: &Style) -> String {
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use unicode_width::UnicodeWidthStr;

    use super::*;
    use crate::lang::Lang;
    use crate::report::{AxisSpan, Header, Visible};
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

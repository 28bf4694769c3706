//! Rows of which some cells must be folded. This is the door of `comfy-table`.

use std::borrow::Cow;

use comfy_table::{CellAlignment, ColumnConstraint, ContentArrangement, Width};

use crate::render::Style;
use crate::render::table::columns::{GAP, SHORT, TextColumn};
use crate::report::{Cell, Tone};

/// Side by side, where cells must be folded for it.
pub(super) fn folded(rows: &[Cow<[Cell]>], columns: &[&TextColumn], style: &Style) -> String {
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

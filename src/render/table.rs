//! Rows under columns, within the width of a terminal. This is the door of `comfy-table`.

use comfy_table::{CellAlignment, ColumnConstraint, ContentArrangement, Width};
use unicode_width::UnicodeWidthStr;

use crate::lang::visible::one_line;
use crate::render::Style;
use crate::render::wrap::wrap;
use crate::report::{Cell, Table, Tone};

/// Below this many columns, a row is written as lines of its own.
const NARROW: usize = 50;

/// Columns between two columns of a table.
const GAP: usize = 2;

/// The longest bar, in columns.
const BAR: usize = 24;

/// Draws a table: side by side where no word must be broken for it, else a line for each value.
pub fn draw(table: &Table, style: &Style) -> String {
    let shown = shown(table, style);
    let columns = style.columns();
    let needed: usize = shown.iter().map(|index| least(table, *index, columns) + GAP).sum();
    let bars = table.rows.iter().flatten().any(|cell| matches!(cell.tone, Tone::Bar(_)));
    let narrow = columns < NARROW || needed > columns + GAP;
    match narrow && !bars && shown.len() > 2 {
        true => stacked(table, style),
        false => side_by_side(table, style),
    }
}

/// The least columns in which the words of a table's column stand unbroken.
fn least(table: &Table, index: usize, columns: usize) -> usize {
    let words = |text: &str| text.split(' ').map(UnicodeWidthStr::width).max().unwrap_or(0);
    let cells = table.rows.iter().map(|row| match row[index].tone {
        Tone::Bar(_) => bar_width(columns),
        _ => words(&one_line(&row[index].words)),
    });
    cells.chain([words(&table.columns[index].label)]).max().unwrap_or(0)
}

/// How long the longest bar is.
fn bar_width(columns: usize) -> usize {
    columns.saturating_sub(36).clamp(8, BAR)
}

/// The columns that have words for people.
fn shown(table: &Table, style: &Style) -> Vec<usize> {
    let bar = |cell: &Cell| matches!(cell.tone, Tone::Bar(_));
    let words = |index: usize| {
        !table.columns[index].label.is_empty()
            || style.bars && table.rows.iter().any(|row| bar(&row[index]))
    };
    (0..table.columns.len()).filter(|index| words(*index)).collect()
}

fn side_by_side(table: &Table, style: &Style) -> String {
    let shown = shown(table, style);
    let mut drawn = comfy_table::Table::new();
    drawn.load_style(comfy_table::presets::NOTHING);
    drawn.set_content_arrangement(ContentArrangement::Dynamic);
    drawn.set_width(style.columns().min(usize::from(u16::MAX)) as u16);
    if style.colour {
        drawn.enforce_styling();
    } else {
        drawn.force_no_tty();
    }
    let bar = bar_width(style.columns());
    let header = shown.iter().map(|index| {
        let column = &table.columns[*index];
        align(cell(&column.label, Tone::Muted, style), column.numeric)
    });
    drawn.set_header(header);
    for row in &table.rows {
        drawn.add_row(shown.iter().map(|index| {
            let words = words(&row[*index], bar);
            align(cell(&words, row[*index].tone, style), table.columns[*index].numeric)
        }));
    }
    for (position, index) in shown.iter().enumerate() {
        let Some(column) = drawn.column_mut(position) else {
            continue;
        };
        column.set_padding((0, GAP as u16));
        let widths = table.rows.iter().map(|row| words(&row[*index], bar).width());
        let widest = widths.chain([table.columns[*index].label.width()]).max().unwrap_or(0);
        let width =
            |columns: usize| Width::Fixed((columns + GAP).min(usize::from(u16::MAX)) as u16);
        column.set_constraint(match widest <= 12 || table.columns[*index].numeric {
            true => ColumnConstraint::Absolute(width(widest)),
            false => ColumnConstraint::LowerBoundary(width(least(table, *index, style.columns()))),
        });
    }
    let lines: Vec<String> = drawn.lines().map(|line| line.trim_end().to_owned()).collect();
    lines.join("\n") + "\n"
}

/// One row after the other, a line for each value.
fn stacked(table: &Table, style: &Style) -> String {
    let mut text = String::new();
    let shown = shown(table, style);
    let label = |index: usize| table.columns[index].label.width();
    let widest = shown.iter().skip(1).map(|index| label(*index)).max().unwrap_or(0);
    for row in &table.rows {
        for (position, index) in shown.iter().enumerate() {
            let words = one_line(&row[*index].words).into_owned();
            if position == 0 {
                text.push_str(&style.paint(&words, Tone::Strong));
                text.push('\n');
            } else if !words.is_empty() {
                let name = &table.columns[*index].label;
                let gap = " ".repeat(widest - name.width() + 2);
                let indent = widest + 4;
                let folded = wrap(&words, style.columns(), indent);
                text.push_str(&format!(
                    "  {}{gap}{}\n",
                    style.paint(name, Tone::Muted),
                    folded.trim_start()
                ));
            }
        }
        text.push('\n');
    }
    text
}

fn words(cell: &Cell, bar: usize) -> String {
    match cell.tone {
        Tone::Bar(share) => "█".repeat((usize::from(share) * bar).div_ceil(100).max(1)),
        _ => one_line(&cell.words).into_owned(),
    }
}

fn cell(words: &str, tone: Tone, style: &Style) -> comfy_table::Cell {
    use comfy_table::{Attribute, Color};
    let cell = comfy_table::Cell::new(words);
    match (style.colour, tone) {
        (false, _) | (_, Tone::Plain) => cell,
        (_, Tone::Strong) => cell.add_attribute(Attribute::Bold),
        (_, Tone::Muted) => cell.add_attribute(Attribute::Dim),
        (_, Tone::Good) => cell.fg(Color::Green),
        (_, Tone::Wrong) => cell.fg(Color::Red),
        (_, Tone::Bar(_)) => cell.fg(Color::Cyan),
    }
}

fn align(cell: comfy_table::Cell, numeric: bool) -> comfy_table::Cell {
    match numeric {
        true => cell.set_alignment(CellAlignment::Right),
        false => cell,
    }
}

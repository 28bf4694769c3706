//! A report for people, in the terminal.

use std::borrow::Cow;
use std::io::{self, Write};
use std::iter;

use unicode_width::UnicodeWidthStr;

use crate::finding::Diagnostic;
use crate::lang::{Lang, phrase, plural};
use crate::render::style::marked;
use crate::render::wrap::{bullet, wrap};
use crate::render::{Style, diff, snippet, table};
use crate::report::{Block, FieldCell, FieldLayout, GroupBy, PassageRow, Report, Tone};
use crate::text::sanitize::{one_line, sanitize};

/// Lines of prose longer than this are hard to read, however wide the terminal is.
const PROSE: usize = 100;

/// Writes the report.
pub(super) fn render(report: &Report, style: &Style, out: &mut dyn Write) -> io::Result<()> {
    let mut first = true;
    for block in &report.blocks {
        let text = draw(block, style);
        if text.is_empty() {
            continue;
        }
        if !first && matches!(block, Block::Title { .. } | Block::Heading(_) | Block::Line(..)) {
            writeln!(out)?;
        }
        out.write_all(text.as_bytes())?;
        first = false;
    }
    Ok(())
}

fn draw(block: &Block, style: &Style) -> String {
    match block {
        Block::Title { text, subtitle } => title(text, subtitle, style),
        Block::Heading(text) => {
            let lines = wrap(&one_line(text).to_uppercase(), style.columns(), 0);
            format!("{}\n", style.paint(&lines, Tone::Strong))
        }
        Block::Line(text, tone) => {
            let lines = wrap(&sanitize(text), style.columns(), 0);
            format!("{}\n", style.paint(&lines, *tone))
        }
        Block::Fields { fields, .. } => self::fields(fields, style),
        Block::Table(table) if table.rows.is_empty() || table.columns_for_people().is_empty() => {
            String::new()
        }
        Block::Table(table) => match table.passages() {
            Some(rows) => passages(rows, style),
            None => table::draw(table, style),
        },
        Block::Diagnostics { diagnostics, groups, .. } => {
            let drawn = groups.members(diagnostics).iter().map(|group| {
                let others: Vec<&Diagnostic> =
                    group.iter().skip(1).map(|at| &diagnostics[*at]).collect();
                let more = match groups.by {
                    GroupBy::Lint => elsewhere(&diagnostics[group[0]], &others, style.lang),
                    GroupBy::File => more(&others, style.lang),
                };
                snippet::snippet(&diagnostics[group[0]], more.as_deref(), style)
            });
            let drawn: Vec<String> = drawn.collect();
            if drawn.is_empty() {
                String::new()
            } else {
                format!("{}\n", drawn.join("\n\n").trim_end())
            }
        }
        Block::Diff { path, before, after, .. } => diff::draw(path, before, after, style),
        Block::Verbatim { text, .. } => {
            let lines = text.lines().map(|line| format!("  {}\n", sanitize(line)));
            lines.collect()
        }
    }
}

/// Says where else in the file the same is reported.
fn more(others: &[&Diagnostic], lang: Lang) -> Option<String> {
    let lines: Vec<u32> =
        others.iter().map(|diagnostic| diagnostic.finding.span.start.line).collect();
    let count = Some(lines.len()).filter(|count| *count > 0)?;
    let mut places: Vec<String> = lines.iter().take(6).map(u32::to_string).collect();
    if count > places.len() {
        places.push("…".to_owned());
    }
    let places = places.join(", ");
    let more = match count {
        1 => phrase!("also on line {places}", "aussi ligne {places}", places),
        _ => phrase!(
            "{count} more, on lines {places}",
            "et {count} autres, lignes {places}",
            count,
            places,
        ),
    };
    Some(more.get(lang).to_owned())
}

/// Says how often the same is reported elsewhere, and in how many sheets.
fn elsewhere(first: &Diagnostic, others: &[&Diagnostic], lang: Lang) -> Option<String> {
    let count = Some(others.len()).filter(|count| *count > 0)?;
    let all = iter::once(&first).chain(others);
    let mut sheets: Vec<&str> = all.map(|diagnostic| diagnostic.path.as_ref()).collect();
    // Mostly they are in this order already.
    sheets.sort_unstable();
    sheets.dedup();
    let sheets = plural::SHEET.phrase(sheets.len());
    let times = count + 1;
    let elsewhere =
        phrase!("{times} times, in {sheets}", "{times} fois, dans {sheets}", times, sheets);
    Some(elsewhere.get(lang).to_owned())
}

/// Each row as a passage: its last cell below the others, with what stands out in it.
fn passages<'a>(rows: impl Iterator<Item = PassageRow<'a>>, style: &Style) -> String {
    let width = style.columns().min(PROSE);
    rows.map(|row| {
        let beside: Vec<Cow<str>> = row.beside.iter().map(|words| one_line(words)).collect();
        let head = style.paint(&wrap(&beside.join(" · "), width, 0), Tone::Muted);
        let words = marked(&row.text, row.marks, |piece, stands_out| {
            if stands_out {
                style.paint(&sanitize(piece), Tone::Strong)
            } else {
                sanitize(piece).into_owned()
            }
        });
        format!("{head}\n{}\n", wrap(&words, width, 2))
    })
    .collect::<Vec<_>>()
    .join("\n")
}

fn title(text: &str, subtitle: &str, style: &Style) -> String {
    let (text, subtitle) = (one_line(text), one_line(subtitle));
    let free = style.columns().min(PROSE).checked_sub(text.width() + subtitle.width());
    match free {
        Some(free) if free >= 2 => {
            let gap = " ".repeat(free);
            format!(
                "{}{gap}{}\n",
                style.paint(&text, Tone::Strong),
                style.paint(&subtitle, Tone::Muted)
            )
        }
        _ => {
            let text = wrap(&text, style.columns(), 0);
            format!(
                "{}\n{}\n",
                style.paint(&text, Tone::Strong),
                style.paint(&subtitle, Tone::Muted)
            )
        }
    }
}

fn fields(fields: &[FieldCell], style: &Style) -> String {
    // Measured as they are shown.
    let shown = fields.iter().filter(|field| field.is_for_people());
    let shown: Vec<(Cow<str>, &FieldCell)> =
        shown.map(|field| (one_line(&field.label), field)).collect();
    let beside = shown.iter().filter(|(_, field)| field.layout == FieldLayout::Line);
    let widest = beside.map(|(label, _)| label.width()).max().unwrap_or(0);
    let stacked = style.columns() < widest + 30;
    let mut text = String::new();
    for (label, field) in shown {
        let name = style.paint(&label, Tone::Muted);
        let words = sanitize(&field.cell.text);
        let width = style.columns().min(PROSE);
        let heading = style.paint(&wrap(&label, width, 2), Tone::Muted);
        match &field.layout {
            FieldLayout::Line if !stacked => {
                let indent = widest + 4;
                let gap = " ".repeat(widest - label.width() + 2);
                let folded = wrap(&words, width, indent);
                let words = style.paint(folded.trim_start(), field.cell.tone);
                text.push_str(&format!("  {name}{gap}{words}\n"));
            }
            FieldLayout::Line | FieldLayout::Prose => {
                let folded = style.paint(&wrap(&words, width, 4), field.cell.tone);
                text.push_str(&format!("{heading}\n{folded}\n"));
            }
            FieldLayout::Items(items) | FieldLayout::Boxes(items) => {
                let mark =
                    if matches!(field.layout, FieldLayout::Boxes(_)) { '☐' } else { '•' };
                let items = items.iter().map(|item| bullet(mark, &sanitize(item), width));
                let items = style.paint(&items.collect::<Vec<_>>().join("\n"), field.cell.tone);
                text.push_str(&format!("{heading}\n{items}\n"));
            }
        }
    }
    text
}

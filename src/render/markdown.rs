//! A report as Markdown, to be pasted into a tender or a wiki. Source: CommonMark 0.31 and the tables
//! of GitHub Flavored Markdown.

use std::io::{self, Write};

use crate::finding::Notice;
use crate::lang::visible::{one_line, visible};
use crate::render::{Style, marked};
use crate::report::{Block, Cell, Field, Look, Marks, Report, Table};

/// Writes the report: titles, lists and tables.
pub fn render(report: &Report, style: &Style, out: &mut dyn Write) -> io::Result<()> {
    let mut first = true;
    for block in &report.blocks {
        let text = draw(block, style);
        if text.is_empty() {
            continue;
        }
        if !first {
            writeln!(out)?;
        }
        out.write_all(text.as_bytes())?;
        first = false;
    }
    Ok(())
}

fn draw(block: &Block, style: &Style) -> String {
    match block {
        Block::Title { text, aside } => format!("# {} `{}`\n", escaped(text), code(aside)),
        Block::Heading(text) => format!("## {}\n", escaped(text)),
        Block::Line(text, _) => format!("{}\n", escaped(text)),
        Block::Fields { fields, .. } => fields.iter().map(field).collect(),
        Block::Table(Table { rows, passages: Some(marks), .. }) => {
            rows.iter().zip(marks).filter_map(|(row, marks)| passage(row, marks)).collect()
        }
        Block::Table(table) => self::table(table),
        Block::Notices { notices, .. } => {
            notices.iter().map(|notice| told(notice, style)).collect()
        }
        Block::Verbatim { text, .. } => format!("```yaml\n{}\n```\n", visible(text).trim_end()),
        Block::Change { path, .. } => format!("- `{}`\n", code(path)),
    }
}

fn field(field: &Field) -> String {
    let words = &field.cell.words;
    let label = escaped(&field.label);
    match field.look {
        _ if words.is_empty() => String::new(),
        Look::Line => format!("- **{label}** {}\n", escaped(words)),
        Look::Prose => {
            let lines = words.lines().map(|line| format!("  {}\n", escaped(line).trim_end()));
            format!("- **{label}**\n\n{}\n", lines.collect::<String>())
        }
        Look::Items => {
            let items = words.lines().map(|item| format!("  - {}\n", escaped(item)));
            format!("- **{label}**\n{}", items.collect::<String>())
        }
    }
}

/// A row as an item: what it says, and where that comes from.
fn passage(row: &[Cell], marks: &Marks) -> Option<String> {
    let (text, beside) = row.split_last()?;
    let beside = beside.iter().filter(|cell| !cell.words.is_empty());
    let beside: Vec<String> = beside.map(|cell| escaped(&one_line(&cell.words))).collect();
    let text = marked(&text.words, marks, |piece, stands_out| match stands_out {
        true => format!("**{}**", escaped(piece)),
        false => escaped(piece),
    });
    Some(format!("- {} *({})*\n", one_line(&text), beside.join(", ")))
}

/// A table of the columns that have words; numbers stand at the right.
fn table(table: &Table) -> String {
    let said = |index: &usize| {
        let spoken = table.rows.iter().any(|row| !row[*index].words.is_empty());
        spoken && !table.columns[*index].label.is_empty()
    };
    let columns: Vec<usize> = (0..table.columns.len()).filter(said).collect();
    if table.rows.is_empty() {
        return String::new();
    }
    let line = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    let head = columns.iter().map(|index| cell(&table.columns[*index].label)).collect();
    let rule = columns.iter().map(|index| match table.columns[*index].numeric {
        true => "---:".to_owned(),
        false => "---".to_owned(),
    });
    let mut text = line(head) + &line(rule.collect());
    for row in &table.rows {
        text += &line(columns.iter().map(|index| cell(&row[*index].words)).collect());
    }
    text
}

fn cell(words: &str) -> String {
    escaped(&one_line(words)).replace('|', "\\|")
}

fn told(notice: &Notice, style: &Style) -> String {
    let finding = &notice.finding;
    let start = finding.span.start;
    let place = format!("{}:{}:{}", notice.path, start.line, start.column);
    format!(
        "- `{}` **{}** `{}` {}\n",
        code(&place),
        finding.severity.label().say(style.lang),
        finding.kind.code,
        escaped(&finding.sentence(style.lang))
    )
}

/// Text within a code span.
fn code(text: &str) -> String {
    one_line(text).replace('`', "'")
}

/// Text in which nothing is markup: what could begin some stands behind a backslash.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for (at, c) in visible(text).char_indices() {
        let starts = at == 0 && matches!(c, '#' | '-' | '+' | '>' | '=');
        if starts || matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '~') {
            out.push('\\');
        }
        out.push(c);
    }
    match text.split_once(['.', ')']) {
        // `1. ` would begin a list.
        Some((digits, rest))
            if !digits.is_empty()
                && digits.bytes().all(|b| b.is_ascii_digit())
                && rest.starts_with(' ') =>
        {
            out.replacen('.', "\\.", 1).replacen(
                ')',
                "\\)",
                usize::from(!text[..digits.len() + 1].ends_with('.')),
            )
        }
        _ => out,
    }
}

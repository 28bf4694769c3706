//! A report as Markdown, to be pasted into a tender or a wiki. Source: CommonMark 0.31 and the tables
//! of GitHub Flavored Markdown.

use std::io::{self, Write};

use crate::finding::Diagnostic;
use crate::render::Style;
use crate::render::style::marked;
use crate::report::{Block, FieldCell, FieldLayout, PassageRow, Report, Table};
use crate::text::links;

/// Writes the report below the name of the organisation: titles, lists and tables.
pub(super) fn render(report: &Report, style: &Style, out: &mut dyn Write) -> io::Result<()> {
    let organisation = style.organisation.map(|name| format!("**{}**\n", escaped(name, style)));
    let blocks = report.blocks.iter().map(|block| draw(block, style));
    let mut first = true;
    for text in organisation.into_iter().chain(blocks) {
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

/// A document as its readers see it.
pub(super) fn texts(bytes: &[u8], give: &mut dyn FnMut(&str)) {
    let text = String::from_utf8_lossy(bytes);
    let mut seen = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let escapes = letter == '\\' && letters.peek().is_some_and(char::is_ascii_punctuation);
        seen.extend(if escapes { letters.next() } else { Some(letter) });
    }
    give(&seen);
}

fn draw(block: &Block, style: &Style) -> String {
    match block {
        Block::Title { text, subtitle } => {
            format!("# {} `{}`\n", escaped(text, style), code(subtitle, style))
        }
        Block::Heading(text) => format!("## {}\n", escaped(text, style)),
        Block::Line(text, _) => format!("{}\n", escaped(text, style)),
        Block::Fields { fields, .. } => fields.iter().map(|one| field(one, style)).collect(),
        Block::Table(table) => match table.passages() {
            Some(rows) => rows.map(|row| passage(&row, style)).collect(),
            None => self::table(table, style),
        },
        Block::Diagnostics { diagnostics, .. } => {
            diagnostics.iter().map(|diagnostic| finding_item(diagnostic, style)).collect()
        }
        Block::Verbatim { text, .. } => format!("```yaml\n{}\n```\n", style.clean(text).trim_end()),
        Block::Diff { path, .. } => format!("- `{}`\n", code(path, style)),
    }
}

fn field(field: &FieldCell, style: &Style) -> String {
    let words = &field.cell.text;
    let label = escaped(&field.label, style);
    match &field.layout {
        _ if !field.is_for_people() => String::new(),
        FieldLayout::Line => format!("- **{label}** {}\n", escaped(words, style)),
        FieldLayout::Prose => {
            let lines =
                words.lines().map(|line| format!("  {}\n", escaped(line, style).trim_end()));
            format!("- **{label}**\n\n{}\n", lines.collect::<String>())
        }
        FieldLayout::Items(items) | FieldLayout::Boxes(items) => {
            // A box is a task of GitHub Flavored Markdown.
            let mark = if matches!(field.layout, FieldLayout::Boxes(_)) { "- [ ]" } else { "-" };
            let items = items
                .iter()
                .map(|item| format!("  {mark} {}\n", paragraphs(&escaped(item, style), "    ")));
            format!("- **{label}**\n{}", items.collect::<String>())
        }
    }
}

/// Paragraphs of an item, each below the first with this indent; what to do goes on behind what was
/// learnt.
fn paragraphs(text: &str, indent: &str) -> String {
    let text = text.replace("\n→ ", " → ");
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join(&format!("\n\n{indent}"))
}

/// A row as an item: what it says, and where that comes from.
fn passage(row: &PassageRow, style: &Style) -> String {
    let beside: Vec<String> =
        row.beside.iter().map(|words| escaped(&style.one_line(words), style)).collect();
    let text = marked(&row.text, row.marks, |piece, stands_out| {
        if stands_out { format!("**{}**", escaped(piece, style)) } else { escaped(piece, style) }
    });
    format!("- {} *({})*\n", paragraphs(&style.clean(&text), "  "), beside.join(", "))
}

/// A table of the columns that have words; numbers stand at the right.
fn table(table: &Table, style: &Style) -> String {
    let mut columns = table.columns_for_people();
    let has_words = table.has_words();
    columns.retain(|index| has_words[*index]);
    if table.rows.is_empty() || columns.is_empty() {
        return String::new();
    }
    let line = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    let head = columns.iter().map(|index| cell(&table.headers[*index].label, style)).collect();
    let rule = columns.iter().map(|index| {
        if table.headers[*index].numeric { "---:".to_owned() } else { "---".to_owned() }
    });
    let mut text = line(head) + &line(rule.collect());
    for row in table.rows.iter() {
        text += &line(columns.iter().map(|index| cell(&row[*index].text, style)).collect());
    }
    text
}

fn cell(words: &str, style: &Style) -> String {
    escaped(&style.one_line(words), style).replace('|', "\\|")
}

fn finding_item(diagnostic: &Diagnostic, style: &Style) -> String {
    let finding = &diagnostic.finding;
    let start = finding.span.start;
    let place = format!("{}:{}:{}", diagnostic.path, start.line, start.column);
    format!(
        "- `{}` **{}** `{}` {}\n",
        code(&place, style),
        finding.severity.label().get(style.lang),
        finding.lint.code,
        escaped(&finding.sentence(style.lang), style)
    )
}

/// Text within a code span.
fn code(text: &str, style: &Style) -> String {
    style.one_line(text).replace('`', "'")
}

/// Text in which nothing is markup but its links: what could begin some stands behind a backslash.
fn escaped(text: &str, style: &Style) -> String {
    let clean = style.clean(text);
    let text = links::linked(&clean, |url| format!("<{url}>"), plain);
    // What would begin a list, a heading or a quotation.
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    match text[digits..].chars().next() {
        Some('#' | '-' | '+' | '>' | '=') if digits == 0 => format!("\\{text}"),
        Some('.' | ')') if digits > 0 && text[digits + 1..].starts_with(' ') => {
            format!("{}\\{}", &text[..digits], &text[digits..])
        }
        _ => text,
    }
}

fn plain(text: &str) -> String {
    let marks = |c: char| matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '~' | '&');
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if marks(c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

//! A report as a fragment of HTML, for a page of one's own: no style, no script, every text escaped.

use std::io::{self, Write};

use crate::render::Style;
use crate::render::escape::markup;
use crate::render::style::marked;
use crate::report::{Block, FieldCell, FieldLayout, PassageRow, Report, Table};
use crate::text::links;

/// Writes the report as one `section`, headed by the name of the organisation.
pub(super) fn render(report: &Report, style: &Style, out: &mut dyn Write) -> io::Result<()> {
    let lang = style.lang.code();
    writeln!(out, "<section class=\"sheet-{}\" lang=\"{lang}\">", report.name)?;
    if let Some(organisation) = style.organisation {
        writeln!(out, "<header>{}</header>", escaped(organisation, style))?;
    }
    for block in &report.blocks {
        match block {
            Block::Title { text, subtitle } => {
                let (id, text) = (escaped(subtitle, style), escaped(text, style));
                writeln!(out, "<h1 id=\"{id}\">{text}</h1>")?;
            }
            Block::Heading(text) => writeln!(out, "<h2>{}</h2>", escaped(text, style))?,
            Block::Line(text, _) => writeln!(out, "<p>{}</p>", linked(text, style))?,
            Block::Fields { fields, .. } => self::fields(fields, style, out)?,
            Block::Table(table) => match table.passages() {
                Some(mut rows) => rows.try_for_each(|row| passage(&row, style, out))?,
                None => self::table(table, style, out)?,
            },
            Block::Diagnostics { diagnostics, .. } => {
                writeln!(out, "<ul>")?;
                for diagnostic in diagnostics {
                    let start = diagnostic.finding.span.start;
                    writeln!(
                        out,
                        "<li class=\"{}\"><code>{}:{}:{}</code> {}</li>",
                        diagnostic.finding.severity.code(),
                        escaped(&diagnostic.path, style),
                        start.line,
                        start.column,
                        escaped(&diagnostic.finding.sentence(style.lang), style)
                    )?;
                }
                writeln!(out, "</ul>")?;
            }
            Block::Verbatim { text, .. } => writeln!(out, "<pre>{}</pre>", escaped(text, style))?,
            Block::Diff { path, .. } => {
                writeln!(out, "<p><code>{}</code></p>", escaped(path, style))?
            }
        }
    }
    writeln!(out, "</section>")
}

fn fields(fields: &[FieldCell], style: &Style, out: &mut dyn Write) -> io::Result<()> {
    let shown: Vec<&FieldCell> = fields.iter().filter(|field| field.is_for_people()).collect();
    if shown.is_empty() {
        return Ok(());
    }
    writeln!(out, "<dl>")?;
    for field in shown {
        writeln!(out, "<dt>{}</dt>", escaped(&field.label, style))?;
        let words = &field.cell.text;
        match &field.layout {
            FieldLayout::Line => writeln!(out, "<dd>{}</dd>", linked(words, style))?,
            FieldLayout::Prose => {
                let lines = words.lines().filter(|line| !line.trim().is_empty());
                let paragraphs: String =
                    lines.map(|line| format!("<p>{}</p>", linked(line, style))).collect();
                writeln!(out, "<dd>{paragraphs}</dd>")?;
            }
            FieldLayout::Items(items) | FieldLayout::Boxes(items) => {
                let mark = if matches!(field.layout, FieldLayout::Boxes(_)) { "☐ " } else { "" };
                let items = items.iter().map(|item| {
                    format!("<li>{mark}{}</li>", linked(item, style).replace('\n', "<br>"))
                });
                let items: String = items.collect();
                writeln!(out, "<dd><ul>{items}</ul></dd>")?;
            }
        }
    }
    writeln!(out, "</dl>")
}

/// A row as a quotation, with where it comes from.
fn passage(row: &PassageRow, style: &Style, out: &mut dyn Write) -> io::Result<()> {
    let beside: Vec<String> = row.beside.iter().map(|words| escaped(words, style)).collect();
    let text = marked(&row.text, row.marks, |piece, stands_out| {
        if stands_out {
            format!("<mark>{}</mark>", escaped(piece, style))
        } else {
            linked(piece, style)
        }
    });
    let text = text.replace('\n', "<br>");
    writeln!(
        out,
        "<figure><blockquote>{text}</blockquote><figcaption>{}</figcaption></figure>",
        beside.join(" · ")
    )
}

fn table(table: &Table, style: &Style, out: &mut dyn Write) -> io::Result<()> {
    let columns = table.columns_for_people();
    if columns.is_empty() {
        return Ok(());
    }
    let row = |tag: &str, cells: Vec<&str>| {
        let cells = cells.iter().map(|words| format!("<{tag}>{}</{tag}>", linked(words, style)));
        format!("<tr>{}</tr>", cells.collect::<String>())
    };
    let head = columns.iter().map(|index| table.headers[*index].label.as_str()).collect();
    writeln!(out, "<table>\n<thead>{}</thead>\n<tbody>", row("th", head))?;
    for cells in table.rows.iter() {
        let cells = columns.iter().map(|index| cells[*index].text.as_str()).collect();
        writeln!(out, "{}", row("td", cells))?;
    }
    writeln!(out, "</tbody>\n</table>")
}

/// A text in an element, with its links.
fn linked(text: &str, style: &Style) -> String {
    let link = |url: &str| format!("<a href=\"{0}\">{0}</a>", escaped(url, style));
    links::linked(text, link, |plain| escaped(plain, style))
}

/// A text as its reader may get it, in an element or an attribute.
fn escaped(text: &str, style: &Style) -> String {
    markup(&style.clean(text))
}

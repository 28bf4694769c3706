//! A report as JSON: one object with `schemaVersion`, the report's name, and its data by key.
//!
//! The contract: keys are the fields' keys, a dotted key is a path of objects, dates are ISO
//! 8601, numbers are numbers. A row has all its keys, with null where nothing is said; in an object
//! that is no row, what is missing is absent. It changes only with its version.

use std::io::{self, Write};

use serde::ser::{Error, Serialize, SerializeMap, SerializeSeq, Serializer};
use serde_json::ser::{CompactFormatter, Formatter, PrettyFormatter};

use crate::finding::{Diagnostic, Finding};
use crate::render::Style;
use crate::report::{Block, Cell, Header, Report};
use crate::text::{Position, Span};
use crate::tree::Tree;
use crate::tree::merge::put;
use crate::tree::number as is_number;

/// The version of the contract.
pub(super) const SCHEMA_VERSION: u32 = 1;

/// Writes the report.
pub(super) fn render(report: &Report, style: &Style, out: &mut dyn Write) -> io::Result<()> {
    tree(&data(report, style), out)
}

/// The data of a report.
fn data(report: &Report, style: &Style) -> Tree {
    let mut top = vec![
        ("schemaVersion".to_owned(), Tree::number(SCHEMA_VERSION)),
        ("report".to_owned(), Tree::text(report.name)),
    ];
    for block in &report.blocks {
        match block {
            Block::Fields { key, fields } => {
                let cells = fields.iter().filter(|field| field.visible.to_machines());
                let cells = cells.map(|field| (field.key.as_str(), &field.cell));
                if cells.clone().next().is_some() {
                    extend(&mut top, key, object(cells));
                }
            }
            Block::Table(table) => append(&mut top, table.key, rows(&table.headers, &table.rows)),
            Block::Diagnostics { key, diagnostics, .. } => {
                top.push(((*key).to_owned(), findings(diagnostics, style)));
            }
            Block::Verbatim { key: Some(key), text } => {
                top.push(((*key).to_owned(), Tree::text(text)));
            }
            Block::Diff { key, path, before, after } => {
                let change = [("path", path), ("before", before), ("after", after)];
                let change = change.map(|(name, text)| (name, Tree::text(text)));
                append(&mut top, key, vec![Tree::map(change.to_vec())]);
            }
            Block::Verbatim { key: None, .. }
            | Block::Title { .. }
            | Block::Heading(_)
            | Block::Line(..) => {}
        }
    }
    if !report.unreadable.is_empty() {
        top.push(("unreadable".to_owned(), findings(&report.unreadable, style)));
    }
    Tree::Map(top)
}

fn findings(diagnostics: &[Diagnostic], style: &Style) -> Tree {
    Tree::List(diagnostics.iter().map(|diagnostic| finding_tree(diagnostic, style)).collect())
}

/// Writes the rows of the table that the report is about, or its findings, as an object on a line
/// each; of a report about one thing, that thing; of any other, its data as one object.
pub(super) fn render_lines(report: &Report, style: &Style, out: &mut dyn Write) -> io::Result<()> {
    let diagnostics = report.blocks.iter().find_map(|block| match block {
        Block::Diagnostics { diagnostics, .. } => Some(diagnostics),
        _ => None,
    });
    let lines = match (report.table(), diagnostics) {
        (Some((headers, rows)), _) => self::rows(headers, rows),
        (None, Some(diagnostics)) => {
            diagnostics.iter().map(|diagnostic| finding_tree(diagnostic, style)).collect()
        }
        (None, None) => vec![the_one_thing(data(report, style))],
    };
    for line in lines {
        let mut json = serde_json::Serializer::with_formatter(&mut *out, Visible(CompactFormatter));
        Json(&line).serialize(&mut json)?;
        writeln!(out)?;
    }
    Ok(())
}

/// What a report is about, where that is one object.
fn the_one_thing(data: Tree) -> Tree {
    let Tree::Map(mut pairs) = data else {
        return data;
    };
    match pairs.as_slice() {
        [_version, _name, (_, Tree::Map(_))] => pairs.remove(2).1,
        _ => Tree::Map(pairs),
    }
}

fn rows<'a>(headers: &[Header], rows: impl IntoIterator<Item = &'a Vec<Cell>>) -> Vec<Tree> {
    let row = |row: &'a Vec<Cell>| {
        let cells = headers.iter().zip(row).filter(|(header, _)| header.visible.to_machines());
        let mut pairs = Vec::new();
        for (header, cell) in cells {
            put(&mut pairs, &header.place, cell.data.clone());
        }
        Tree::Map(pairs)
    };
    rows.into_iter().map(row).collect()
}

/// Writes a tree by itself.
pub fn tree(tree: &Tree, out: &mut dyn Write) -> io::Result<()> {
    let mut json =
        serde_json::Serializer::with_formatter(&mut *out, Visible(PrettyFormatter::new()));
    Json(tree).serialize(&mut json)?;
    writeln!(out)
}

/// Every text in some JSON, or in the lines of NDJSON, but for keys.
pub fn texts(bytes: &[u8]) -> Vec<String> {
    let mut texts = Vec::new();
    let values = serde_json::Deserializer::from_slice(bytes).into_iter::<serde_json::Value>();
    values.flatten().for_each(|value| gather(value, &mut texts));
    texts
}

fn gather(value: serde_json::Value, texts: &mut Vec<String>) {
    match value {
        serde_json::Value::String(text) => texts.push(text),
        serde_json::Value::Array(items) => items.into_iter().for_each(|item| gather(item, texts)),
        serde_json::Value::Object(pairs) => {
            pairs.into_iter().for_each(|(_, value)| gather(value, texts));
        }
        serde_json::Value::Null | serde_json::Value::Bool(_) | serde_json::Value::Number(_) => {}
    }
}

fn object<'a>(cells: impl Iterator<Item = (&'a str, &'a Cell)>) -> Vec<(String, Tree)> {
    let mut pairs = Vec::new();
    for (key, cell) in cells.filter(|(_, cell)| cell.data != Tree::Missing) {
        let place: Vec<String> = key.split('.').map(str::to_owned).collect();
        put(&mut pairs, &place, cell.data.clone());
    }
    pairs
}

/// Adds items to the list of that key.
fn append(top: &mut Vec<(String, Tree)>, key: &str, more: Vec<Tree>) {
    match top.iter_mut().find(|(name, _)| name == key) {
        Some((_, Tree::List(items))) => items.extend(more),
        _ => top.push((key.to_owned(), Tree::List(more))),
    }
}

/// Adds members to the object of that key.
fn extend(top: &mut Vec<(String, Tree)>, key: &str, members: Vec<(String, Tree)>) {
    let there = top.iter_mut().find_map(|(name, value)| match value {
        Tree::Map(inner) if name == key => Some(inner),
        _ => None,
    });
    match there {
        Some(inner) => inner.extend(members),
        None => top.push((key.to_owned(), Tree::Map(members))),
    }
}

fn finding_tree(diagnostic: &Diagnostic, style: &Style) -> Tree {
    let lang = style.lang;
    let Finding { lint, span, label, related, .. } = &diagnostic.finding;
    let mut pairs = vec![
        ("code", Tree::text(lint.code)),
        ("severity", Tree::text(diagnostic.finding.severity.code())),
        ("path", Tree::text(diagnostic.path.as_ref())),
        ("repositoryPath", Tree::text(style.folders.in_repository(&diagnostic.path))),
    ];
    pairs.extend(place(span));
    pairs.push(("title", Tree::text(lint.title.get(lang))));
    pairs.push(("message", Tree::text(label.get(lang))));
    pairs.push(("help", Tree::text(diagnostic.help(lang))));
    if diagnostic.finding.is_fixable() {
        pairs.push(("fixable", Tree::Text { text: "true".to_owned(), plain: true }));
    }
    if let Some((span, label)) = related.as_deref() {
        let mut other = place(span);
        other.push(("message", Tree::text(label.get(lang))));
        pairs.push(("related", Tree::map(other)));
    }
    Tree::map(pairs)
}

fn place(span: &Span) -> Vec<(&'static str, Tree)> {
    let Span { start, end } = span;
    let number = |position: &Position| (Tree::number(position.line), Tree::number(position.column));
    let ((line, column), (end_line, end_column)) = (number(start), number(end));
    vec![("line", line), ("column", column), ("endLine", end_line), ("endColumn", end_column)]
}

/// A tree in the eyes of the JSON writer.
struct Json<'a>(&'a Tree);

impl Serialize for Json<'_> {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Tree::Missing => out.serialize_none(),
            Tree::Text { text, plain: true } => match (text.as_str(), is_number(text)) {
                ("true", _) => out.serialize_bool(true),
                ("false", _) => out.serialize_bool(false),
                (_, Some(_)) => number(text, out),
                _ => out.serialize_str(text),
            },
            Tree::Text { text, .. } => out.serialize_str(text),
            Tree::List(items) => {
                let mut list = out.serialize_seq(Some(items.len()))?;
                for item in items {
                    list.serialize_element(&Json(item))?;
                }
                list.end()
            }
            Tree::Map(pairs) => {
                let mut map = out.serialize_map(Some(pairs.len()))?;
                for (key, value) in pairs {
                    map.serialize_entry(key, &Json(value))?;
                }
                map.end()
            }
        }
    }
}

/// Writes a number with exactly its digits.
fn number<S: Serializer>(digits: &str, out: S) -> Result<S::Ok, S::Error> {
    let raw = serde_json::value::RawValue::from_string(digits.to_owned());
    raw.map_err(S::Error::custom)?.serialize(out)
}

/// Writes what a terminal would act on as `\u….`, so that JSON may be looked at there too.
struct Visible<F>(F);

impl<F: Formatter> Formatter for Visible<F> {
    fn write_string_fragment<W: ?Sized + Write>(
        &mut self,
        out: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        let shown = crate::text::sanitize::sanitize(fragment);
        for (written, shown) in fragment.chars().zip(shown.chars()) {
            if written == shown {
                write!(out, "{written}")?;
            } else {
                let mut units = [0; 2];
                for unit in written.encode_utf16(&mut units) {
                    write!(out, "\\u{unit:04x}")?;
                }
            }
        }
        Ok(())
    }

    fn begin_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.begin_array(out)
    }

    fn end_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_array(out)
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.0.begin_array_value(out, first)
    }

    fn end_array_value<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_array_value(out)
    }

    fn begin_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.begin_object(out)
    }

    fn end_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_object(out)
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.0.begin_object_key(out, first)
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.begin_object_value(out)
    }

    fn end_object_value<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_object_value(out)
    }
}

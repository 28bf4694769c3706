//! A report as JSON: one object with `schemaVersion`, the report's name, and its data by key.
//!
//! The contract: keys are the fields' keys, a dotted key is a path of objects, dates are ISO
//! 8601, numbers are numbers. A row has all its keys, with null where nothing is said; in an object
//! that is no row, what is missing is absent. It changes only with its version.

use std::borrow::Cow;
use std::io::{self, Write};

use serde::ser::{Serialize, Serializer};

use crate::finding::{Diagnostic, Finding};
use crate::render::Style;
use crate::render::json::tree::{Json, line, pretty};
use crate::report::{Block, Cell, Header, Report};
use crate::text::{Position, Span};
use crate::tree::Tree;
use crate::tree::merge::put;

/// The version of the contract.
const SCHEMA_VERSION: u32 = 1;

/// The data of a report, by its keys.
struct Data<'r>(Vec<(String, Member<'r>)>);

/// What stands under a key.
enum Member<'r> {
    Value(Tree),
    /// The items of these blocks, each made when it is written.
    Items(Vec<&'r Block>),
    /// What is reported, each made when it is written.
    Findings(&'r [Diagnostic], &'r Style<'r>),
}

/// Writes the report.
pub(in crate::render) fn render(
    report: &Report,
    style: &Style,
    out: &mut dyn Write,
) -> io::Result<()> {
    pretty(&Data::of(report, style), out)
}

impl<'r> Data<'r> {
    fn of(report: &'r Report, style: &'r Style<'r>) -> Data<'r> {
        let mut data = Data(Vec::new());
        data.push("schemaVersion", Tree::number(SCHEMA_VERSION));
        data.push("report", Tree::text(report.name));
        for block in &report.blocks {
            match block {
                Block::Fields { key, fields } => {
                    let cells = fields.iter().filter(|field| field.visible.to_machines());
                    let cells = cells.map(|field| (field.key.as_str(), &field.cell));
                    if cells.clone().next().is_some() {
                        data.extend(key, object(cells));
                    }
                }
                Block::Table(table) => data.append(table.key, block),
                Block::Diff { key, .. } => data.append(key, block),
                Block::Diagnostics { key, diagnostics, .. } => {
                    data.add(key, Member::Findings(diagnostics, style));
                }
                Block::Verbatim { key: Some(key), text } => data.push(key, Tree::text(text)),
                Block::Verbatim { key: None, .. }
                | Block::Title { .. }
                | Block::Heading(_)
                | Block::Line(..) => {}
            }
        }
        if !report.unreadable.is_empty() {
            data.add("unreadable", Member::Findings(&report.unreadable, style));
        }
        data
    }

    fn push(&mut self, key: &str, value: Tree) {
        self.add(key, Member::Value(value));
    }

    fn add(&mut self, key: &str, member: Member<'r>) {
        self.0.push((key.to_owned(), member));
    }

    fn get_mut(&mut self, key: &str) -> Option<&mut Member<'r>> {
        self.0.iter_mut().find(|(name, _)| name == key).map(|(_, member)| member)
    }

    /// Adds the items of a block to the list of that key.
    fn append(&mut self, key: &str, block: &'r Block) {
        match self.get_mut(key) {
            Some(Member::Items(blocks)) => blocks.push(block),
            _ => self.add(key, Member::Items(vec![block])),
        }
    }

    /// Adds members to the object of that key; each once, wherever parts of it were added.
    fn extend(&mut self, key: &str, members: Vec<(String, Tree)>) {
        match self.get_mut(key) {
            Some(Member::Value(Tree::Map(inner))) => {
                members.into_iter().for_each(|(key, value)| put(inner, &[key], value));
            }
            _ => self.push(key, Tree::Map(members)),
        }
    }
}

impl Serialize for Data<'_> {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.collect_map(self.0.iter().map(|(key, member)| (key, member)))
    }
}

impl Serialize for Member<'_> {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        match self {
            Member::Value(tree) => Json(tree).serialize(out),
            Member::Items(blocks) => out.collect_seq(blocks.iter().flat_map(items).map(Json)),
            Member::Findings(diagnostics, style) => {
                out.collect_seq(findings(diagnostics, style).map(Json))
            }
        }
    }
}

/// What stands in the list of a block's key.
fn items<'r>(block: &&'r Block) -> Box<dyn Iterator<Item = Tree> + 'r> {
    match block {
        Block::Table(table) => Box::new(rows(&table.headers, table.rows.iter())),
        Block::Diff { path, before, after, .. } => {
            let change = [("path", path), ("before", before), ("after", after)];
            let change = change.map(|(name, text)| (name, Tree::text(text)));
            Box::new(std::iter::once(Tree::map(change)))
        }
        _ => Box::new(std::iter::empty()),
    }
}

fn findings(diagnostics: &[Diagnostic], style: &Style) -> impl Iterator<Item = Tree> {
    diagnostics.iter().map(|diagnostic| finding_tree(diagnostic, style))
}

/// Writes the rows of the table that the report is about, or its findings, as an object on a line
/// each; of a report about one thing, that thing; of any other, its data as one object.
pub(in crate::render) fn render_lines(
    report: &Report,
    style: &Style,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut diagnostics = report.blocks.iter().filter_map(|block| match block {
        Block::Diagnostics { diagnostics, .. } => Some(diagnostics),
        _ => None,
    });
    if let Some((headers, rows)) = report.table() {
        return self::rows(headers, rows).try_for_each(|row| line(&Json(row), out));
    }
    if let Some(diagnostics) = diagnostics.next() {
        return findings(diagnostics, style).try_for_each(|finding| line(&Json(finding), out));
    }
    let data = Data::of(report, style);
    match data.0.as_slice() {
        [_version, _name, (_, Member::Value(thing @ Tree::Map(_)))] => line(&Json(thing), out),
        _ => line(&data, out),
    }
}

fn rows<'h>(
    headers: &'h [Header],
    rows: impl Iterator<Item = Cow<'h, [Cell]>> + 'h,
) -> impl Iterator<Item = Tree> + 'h {
    rows.map(move |row| {
        let cells =
            headers.iter().zip(row.into_owned()).filter(|(header, _)| header.visible.to_machines());
        let mut pairs = Vec::new();
        for (header, cell) in cells {
            put(&mut pairs, &header.place, cell.data);
        }
        Tree::Map(pairs)
    })
}

fn object<'a>(cells: impl Iterator<Item = (&'a str, &'a Cell)>) -> Vec<(String, Tree)> {
    let mut pairs = Vec::new();
    for (key, cell) in cells.filter(|(_, cell)| cell.data != Tree::Missing) {
        let place: Vec<String> = key.split('.').map(str::to_owned).collect();
        put(&mut pairs, &place, cell.data.clone());
    }
    pairs
}

fn finding_tree(diagnostic: &Diagnostic, style: &Style) -> Tree {
    let lang = style.lang;
    let Finding { lint, span, label, related, .. } = &*diagnostic.finding;
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

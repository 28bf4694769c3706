//! What a command answers, before anybody decides how it looks.

use std::borrow::Cow;

use crate::finding::{Diagnostic, Severity};
use crate::report::diagnostic_groups::DiagnosticGroups;
use crate::report::table::{Cell, Header, Table, Tone, Visible};

/// The answer of a command: blocks in the order in which they are read.
#[derive(Clone, Debug)]
pub struct Report {
    /// The command, in machine formats.
    pub name: &'static str,
    pub blocks: Vec<Block>,
    /// The files that lack in it, because they could not be read.
    pub unreadable: Vec<Diagnostic>,
    /// The mildest findings that make the exit code 1.
    pub fails_from: Severity,
}

/// A part of a report. Those with a `key` are data, and stand under it in machine formats; the
/// others are for people alone.
#[derive(Clone, Debug)]
pub enum Block {
    /// The name of the whole, with a note at its side.
    Title {
        text: String,
        subtitle: String,
    },
    Heading(String),
    Line(String, Tone),
    /// Names and values; several of one key are one object.
    Fields {
        key: &'static str,
        fields: Vec<FieldCell>,
    },
    Table(Table),
    Diagnostics {
        key: &'static str,
        diagnostics: Vec<Diagnostic>,
        groups: DiagnosticGroups,
    },
    /// A text before and after, of which people see the lines that differ.
    Diff {
        key: &'static str,
        path: String,
        before: String,
        after: String,
    },
    /// Text that must stay as it is; without a key for people alone.
    Verbatim {
        key: Option<&'static str>,
        text: String,
    },
}

/// A name and its value.
#[derive(Clone, Debug)]
pub struct FieldCell {
    /// A dotted path: that of the value in machine formats.
    pub key: String,
    pub label: String,
    pub visible: Visible,
    pub cell: Cell,
    pub layout: FieldLayout,
}

/// How the words of a field want to be laid out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldLayout {
    /// Beside its name.
    Line,
    /// Below its name: paragraphs.
    Prose,
    /// Below its name: items, each of one paragraph or several.
    Items(Vec<String>),
    /// Below its name: what can be ticked.
    Boxes(Vec<String>),
}

impl FieldCell {
    pub fn new(key: impl Into<String>, label: impl Into<String>, cell: Cell) -> FieldCell {
        let (key, label, layout) = (key.into(), label.into(), FieldLayout::Line);
        FieldCell { key, label, visible: Visible::Both, cell, layout }
    }

    /// One for people alone.
    pub fn for_people(label: impl Into<String>, cell: Cell) -> FieldCell {
        FieldCell { visible: Visible::People, ..FieldCell::new("", label, cell) }
    }

    /// One for machine formats alone.
    pub fn for_machines(key: impl Into<String>, cell: Cell) -> FieldCell {
        FieldCell { visible: Visible::Machines, ..FieldCell::new(key, "", cell) }
    }

    pub fn with_layout(self, layout: FieldLayout) -> FieldCell {
        FieldCell { layout, ..self }
    }

    /// Whether people are shown it: it says something, and to them.
    pub fn is_for_people(&self) -> bool {
        self.visible.to_people() && !self.cell.text.is_empty()
    }
}

impl Report {
    pub fn new(name: &'static str) -> Report {
        Report { name, blocks: Vec::new(), unreadable: Vec::new(), fails_from: Severity::Error }
    }

    pub fn with(mut self, block: Block) -> Report {
        self.blocks.push(block);
        self
    }

    /// The first table, which is what the report is about, with the rows of all that have its key.
    pub fn table(&self) -> Option<(&[Header], impl Iterator<Item = Cow<'_, [Cell]>>)> {
        let mut tables = self.blocks.iter().filter_map(|block| match block {
            Block::Table(table) => Some(table),
            _ => None,
        });
        let first = tables.next()?;
        let others = tables.filter(|table| table.key == first.key);
        let rows = std::iter::once(first).chain(others).flat_map(|table| table.rows.iter());
        Some((&first.headers, rows))
    }
}

//! What a command answers, before anybody decides how it looks.

use crate::finding::Diagnostic;
use crate::report::diagnostic_groups::DiagnosticGroups;
use crate::report::table::{Cell, Column, Table, Tone};

/// The answer of a command: blocks in the order in which they are read.
#[derive(Clone, Debug)]
pub struct Report {
    /// The command, in machine formats.
    pub name: &'static str,
    pub blocks: Vec<Block>,
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
    /// Text that must stay as it is.
    Verbatim {
        key: &'static str,
        text: String,
    },
}

/// A name and its value.
#[derive(Clone, Debug)]
pub struct FieldCell {
    /// A dotted path: that of the value in machine formats.
    pub key: String,
    pub label: String,
    pub cell: Cell,
    pub layout: FieldLayout,
}

/// How the words of a field want to be laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldLayout {
    /// Beside its name.
    Line,
    /// Below its name: paragraphs.
    Prose,
    /// Below its name: one item a line.
    Items,
}

impl Report {
    pub fn new(name: &'static str) -> Report {
        Report { name, blocks: Vec::new() }
    }

    pub fn with(mut self, block: Block) -> Report {
        self.blocks.push(block);
        self
    }

    /// The first table, which is what the report is about, with the rows of all that have its key.
    pub fn table(&self) -> Option<(&[Column], Vec<&Vec<Cell>>)> {
        let mut tables = self.blocks.iter().filter_map(|block| match block {
            Block::Table(table) => Some(table),
            _ => None,
        });
        let first = tables.next()?;
        let others = tables.filter(|table| table.key == first.key);
        let rows = std::iter::once(first).chain(others).flat_map(|table| &table.rows).collect();
        Some((&first.columns, rows))
    }
}

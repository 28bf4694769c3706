//! Questions: what do we say?
//!
//! A [`Report`] is what a command answers, before anybody decides how it looks: typed cells with the
//! words for people and the data for machines side by side, and tones instead of colours.

pub mod brief;
pub mod change;
pub mod checklist;
pub mod explain;
pub mod fmt;
pub mod groups;
pub mod import;
pub mod init;
pub mod list;
pub mod money;
pub mod new;
pub mod passages;
pub mod show;
pub mod summary;
pub mod timeline;
pub mod todo;
pub mod validate;

use std::ops::Range;

use crate::finding::Diagnostic;
use crate::lang::Lang;
use crate::sheet::value::Value;
use crate::tree::Tree;

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
    /// The name of the whole, with a remark at its side.
    Title {
        text: String,
        aside: String,
    },
    Heading(String),
    Line(String, Tone),
    /// Names and values; several of one key are one object.
    Fields {
        key: &'static str,
        fields: Vec<Field>,
    },
    Table(Table),
    Diagnostics {
        key: &'static str,
        diagnostics: Vec<Diagnostic>,
        together: Together,
    },
    /// A text before and after, of which people see the lines that differ.
    Change {
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

/// Which diagnostics are shown by the first of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Together {
    /// Each by itself.
    None,
    /// Those of one kind and advice in one file.
    ByFile,
    /// Those of one kind, wherever they are.
    ByKind,
}

/// A name and its value.
#[derive(Clone, Debug)]
pub struct Field {
    /// A dotted path: that of the value in machine formats.
    pub key: String,
    pub label: String,
    pub cell: Cell,
    pub look: Look,
}

/// How the words of a field want to be laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// Beside its name.
    Line,
    /// Below its name: paragraphs.
    Prose,
    /// Below its name: one item a line.
    Items,
}

/// Rows under columns.
#[derive(Clone, Debug)]
pub struct Table {
    pub key: &'static str,
    pub columns: Vec<Column>,
    pub rows: Vec<Vec<Cell>>,
    /// Where each row is a passage to be read, its last cell below the others: the stretches of
    /// that cell's words that stand out, in bytes.
    pub passages: Option<Vec<Marks>>,
}

/// Stretches of a text, in bytes, in their order.
pub type Marks = Vec<Range<usize>>;

impl Table {
    pub fn new(key: &'static str, columns: Vec<Column>, rows: Vec<Vec<Cell>>) -> Table {
        Table { key, columns, rows, passages: None }
    }

    /// The same rows as passages.
    pub fn of_passages(self, marks: Vec<Marks>) -> Table {
        Table { passages: Some(marks), ..self }
    }
}

/// What a column holds.
#[derive(Clone, Debug)]
pub struct Column {
    /// A dotted path: that of its values in machine formats.
    pub key: String,
    pub label: String,
    pub numeric: bool,
    /// Whether it is left out where there is no room for all.
    pub spare: bool,
}

/// One value, for people and for machines.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    pub words: String,
    pub data: Tree,
    pub tone: Tone,
}

/// What a piece of text means; every renderer decides how that looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    #[default]
    Plain,
    Strong,
    Muted,
    Good,
    Wrong,
    /// A length, drawn as a bar of so many hundredths of the longest.
    Bar(u8),
    /// A stretch of an axis.
    Span(Stretch),
}

/// A stretch of an axis, in thousandths of it, both ends within; and where it is sure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    pub from: u16,
    pub to: u16,
    pub sure: Option<(u16, u16)>,
}

impl Cell {
    /// The cell of a table: the shortest words.
    pub fn short(value: &Value, lang: Lang) -> Cell {
        Cell { words: value.short(lang), data: value.tree(), tone: Tone::Plain }
    }

    /// The cell of a page: all the words.
    pub fn full(value: &Value, lang: Lang) -> Cell {
        Cell { words: value.full(lang), ..Cell::short(value, lang) }
    }

    /// Words that are their own data.
    pub fn text(words: impl Into<String>) -> Cell {
        let words = words.into();
        Cell { data: Tree::text(words.clone()), words, tone: Tone::Plain }
    }

    /// A count, as people and as machines write it.
    pub fn count(count: usize, lang: Lang) -> Cell {
        Cell::short(&Value::Number(count.into()), lang)
    }

    /// For people alone: nothing in machine formats.
    pub fn words(words: impl Into<String>) -> Cell {
        Cell { words: words.into(), data: Tree::Missing, tone: Tone::Plain }
    }

    /// The same without its words, where something else says them already.
    pub fn unsaid(self, said: bool) -> Cell {
        if said { Cell { words: String::new(), tone: Tone::Plain, ..self } } else { self }
    }

    pub fn with_tone(self, tone: Tone) -> Cell {
        Cell { tone, ..self }
    }
}

impl Column {
    pub fn new(key: impl Into<String>, label: impl Into<String>) -> Column {
        Column { key: key.into(), label: label.into(), numeric: false, spare: false }
    }

    pub fn numeric(self) -> Column {
        Column { numeric: true, ..self }
    }

    pub fn spare(self) -> Column {
        Column { spare: true, ..self }
    }
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

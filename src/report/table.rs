//! Tables: typed cells with the words for people and the data for machines side by side, and tones
//! instead of colours.

use std::ops::Range;

use crate::lang::Lang;
use crate::tree::Tree;
use crate::value::any::Value;

/// Rows under columns.
#[derive(Clone, Debug)]
pub struct Table {
    pub key: &'static str,
    pub columns: Vec<Column>,
    pub rows: Vec<Vec<Cell>>,
    /// Where each row is a passage to be read, its last cell below the others: the stretches of
    /// that cell's words that stand out, in bytes.
    pub passages: Option<Vec<Highlights>>,
}

/// Stretches of a text, in bytes, in their order.
pub type Highlights = Vec<Range<usize>>;

impl Table {
    pub fn new(key: &'static str, columns: Vec<Column>, rows: Vec<Vec<Cell>>) -> Table {
        Table { key, columns, rows, passages: None }
    }

    /// The same rows as passages.
    pub fn of_passages(self, marks: Vec<Highlights>) -> Table {
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
    pub optional: bool,
}

/// One value, for people and for machines.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    pub text: String,
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
    Error,
    /// A length, drawn as a bar of so many hundredths of the longest.
    Bar(u8),
    /// A stretch of an axis.
    Span(AxisSpan),
}

/// A stretch of an axis, in thousandths of it, both ends within; and where it is sure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AxisSpan {
    pub from: u16,
    pub to: u16,
    pub sure: Option<(u16, u16)>,
}

impl Cell {
    /// A value in a table: its summary.
    pub fn summary(value: &Value, lang: Lang) -> Cell {
        Cell { text: value.summary(lang), data: value.tree(), tone: Tone::Plain }
    }

    /// A value on a page: all its details.
    pub fn details(value: &Value, lang: Lang) -> Cell {
        Cell { text: value.details(lang), ..Cell::summary(value, lang) }
    }

    /// A text that is its own data.
    pub fn text(words: impl Into<String>) -> Cell {
        let words = words.into();
        Cell { data: Tree::text(words.clone()), text: words, tone: Tone::Plain }
    }

    /// A count, as people and as machines write it.
    pub fn count(count: usize, lang: Lang) -> Cell {
        Cell::summary(&Value::Number(count.into()), lang)
    }

    /// For people alone: nothing in machine formats.
    pub fn text_only(words: impl Into<String>) -> Cell {
        Cell { text: words.into(), data: Tree::Missing, tone: Tone::Plain }
    }

    /// The same for machine formats alone: people read it elsewhere already.
    pub fn data_only(self) -> Cell {
        Cell { text: String::new(), tone: Tone::Plain, ..self }
    }

    pub fn with_tone(self, tone: Tone) -> Cell {
        Cell { tone, ..self }
    }
}

impl Column {
    pub fn new(key: impl Into<String>, label: impl Into<String>) -> Column {
        Column { key: key.into(), label: label.into(), numeric: false, optional: false }
    }

    pub fn numeric(self) -> Column {
        Column { numeric: true, ..self }
    }

    pub fn optional(self) -> Column {
        Column { optional: true, ..self }
    }
}

//! What a source says of one project, before anybody knows which fields that are.

use crate::finding::Lint;
use crate::lang::Phrase;

/// One entry of a source.
#[derive(Clone, Debug, Default)]
pub(in crate::import) struct Entry {
    /// How it is named in its file: its id, the line that it stands on.
    pub name: String,
    /// Its id in the source, where that has one.
    pub id: Option<String>,
    /// Its address on the web.
    pub url: Option<String>,
    pub cells: Vec<Cell>,
    /// What is to be said of it as a whole.
    pub notes: Vec<Note>,
}

/// What stands under one column.
#[derive(Clone, Debug)]
pub(in crate::import) struct Cell {
    /// The index of the column.
    pub column: usize,
    pub value: CellValue,
    /// What is kept beside the value.
    pub beside: Vec<(Beside, String)>,
    pub notes: Vec<Note>,
}

/// What is kept beside a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::import) enum Beside {
    /// The text before it was made plain.
    Original,
    /// Codes that no label is known for.
    Codes,
    /// The value of which a spreadsheet shows less.
    Value,
    /// What somebody has said of it.
    Comment,
    /// The address that it leads to.
    Link,
}

/// Something to be said of a value.
#[derive(Clone, Debug)]
pub(in crate::import) struct Note {
    pub lint: &'static Lint,
    pub label: Phrase,
}

/// What a cell says.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::import) enum CellValue {
    /// Text, to be read as people write.
    Text(String),
    /// Values that were told apart by the source.
    Items(Vec<String>),
}

impl Cell {
    pub(in crate::import) fn of(
        column: usize,
        (value, beside): (CellValue, Option<(Beside, String)>),
    ) -> Cell {
        Cell { column, value, beside: beside.into_iter().collect(), notes: Vec::new() }
    }
}

impl Beside {
    /// The word behind the label under which it is kept: a key of the file, which is one in both
    /// languages.
    pub(in crate::import) const fn word(self) -> &'static str {
        match self {
            Beside::Original => "original",
            Beside::Codes => "codes",
            Beside::Value => "value",
            Beside::Comment => "comment",
            Beside::Link => "link",
        }
    }
}

impl CellValue {
    /// Whether it says nothing.
    pub(in crate::import) fn is_empty(&self) -> bool {
        match self {
            CellValue::Text(text) => text.trim().is_empty(),
            CellValue::Items(items) => items.iter().all(|item| item.trim().is_empty()),
        }
    }

    /// Its texts, one below the other.
    pub(in crate::import) fn text(&self) -> String {
        match self {
            CellValue::Text(text) => text.clone(),
            CellValue::Items(items) => items.join("\n"),
        }
    }
}

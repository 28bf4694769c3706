//! What is found in a grid: tables of projects, and what is none.

use crate::import::spreadsheet::file::Aside;
use crate::import::spreadsheet::layout::heading::Heading;
use crate::import::spreadsheet::layout::left_out::LeftOut;

/// What a grid holds.
#[derive(Default)]
pub(in crate::import::spreadsheet) struct Layout {
    pub found: Vec<Found>,
    pub left_out: Vec<LeftOut>,
}

/// A table of projects.
#[derive(Default)]
pub(in crate::import::spreadsheet) struct Found {
    /// Where its headings stand.
    pub place: String,
    pub headings: Vec<Heading>,
    pub entries: Vec<FoundEntry>,
    /// The names of columns that people do not see.
    pub hidden_columns: Vec<String>,
}

/// A project of a table.
#[derive(Clone, Debug, Default)]
pub(in crate::import::spreadsheet) struct FoundEntry {
    pub title: String,
    /// Where it stands.
    pub place: String,
    pub is_hidden: bool,
    pub cells: Vec<FoundCell>,
    /// The whole row, where its cells cannot be told apart.
    pub unreadable: Option<String>,
}

/// A value of a project.
#[derive(Clone, Debug)]
pub(in crate::import::spreadsheet) struct FoundCell {
    /// The index of its heading.
    pub heading: usize,
    pub text: String,
    pub asides: Vec<Aside>,
    pub place: String,
}

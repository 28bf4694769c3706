//! What an importer is, and what it gives.

use chrono::NaiveDate;

use crate::finding::Finding;
use crate::sheet::Sheet;
use crate::text::Source;

/// One sort of foreign text.
pub(crate) struct Importer {
    pub read: fn(&Source, NaiveDate) -> Imported,
}

/// What a foreign text gives.
#[derive(Clone, Debug, Default)]
pub(crate) struct Imported {
    pub drafts: Vec<ImportedSheet>,
}

/// A sheet that is not yet in the collection, and an account of where every line went.
#[derive(Clone, Debug)]
pub(crate) struct ImportedSheet {
    pub sheet: Sheet,
    /// What was reported while the values were read, at its place in the foreign text.
    pub findings: Vec<Finding>,
    pub understood: Vec<ImportedField>,
    /// Lines that went to `extra`.
    pub kept: Vec<ForeignLine>,
    /// Lines that were left out on purpose: labels and headings.
    pub labels: Vec<ForeignLine>,
}

/// A field whose label and value were found.
#[derive(Clone, Debug)]
pub(crate) struct ImportedField {
    pub label: String,
    /// The line of the label.
    pub line: u32,
    /// The key of the field.
    pub key: &'static str,
    pub written: String,
}

/// A line of the foreign text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ForeignLine {
    pub number: u32,
    pub text: String,
}

//! What an importer is, and what it gives.

use chrono::NaiveDate;

use crate::finding::Finding;
use crate::sheet::Sheet;
use crate::sheet::known::KnownBySort;

/// One sort of foreign file.
pub(crate) struct Importer {
    /// The name for `--from`; the `source` of its sheets is of this kind.
    pub name: &'static str,
    /// The endings of such files, where their bytes tell too little.
    pub extensions: &'static [&'static str],
    /// Whether these are the bytes of such a file.
    pub recognizes: fn(&[u8]) -> bool,
    /// Reads the whole. A file that is none of this sort, or broken, is one finding; an entry of it
    /// that gives no sheet is a finding of its own.
    pub read: fn(&[u8], &ImportOptions) -> Imported,
}

/// What a file gives, entry by entry.
pub(crate) type Imported = Result<Vec<Result<Draft, Box<Finding>>>, Box<Finding>>;

/// What an importer is told beside the file.
pub(crate) struct ImportOptions<'a> {
    /// The path of the file, as it is shown.
    pub path: &'a str,
    pub today: NaiveDate,
    /// The names that the collection knows.
    pub known: &'a KnownBySort,
}

/// A sheet that is not yet in the collection, and an account of where every line went.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
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
    /// The lines on which its value stands.
    pub lines: Vec<ForeignLine>,
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

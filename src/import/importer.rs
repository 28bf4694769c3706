//! What an importer is, and what it gives.

use chrono::NaiveDate;

use crate::finding::Finding;
use crate::import::export::Export;
use crate::import::how_written::SaidOfText;
use crate::import::mail::Reply;
use crate::import::spreadsheet::LeftOut;
use crate::import::table::{Column, Mapping};
use crate::import::wiki::Form;
use crate::lang::Phrase;
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

/// What a file gives, or why it gives nothing.
pub(crate) type Imported = Result<Import, Box<Finding>>;

/// What a file gives.
#[derive(Default)]
pub(crate) struct Import {
    /// Entry by entry: a sheet, or why there is none.
    pub drafts: Vec<Result<Draft, Problem>>,
    /// How each column of a table was read.
    pub columns: Vec<Column>,
    /// What is to be said of the file as a whole.
    pub findings: Vec<Finding>,
    /// What people replied to questions.
    pub replies: Vec<Reply>,
    /// What came back of an export of ours.
    pub export: Option<Export>,
    /// How it was read, where it is a table of text.
    pub how_read: Option<Phrase>,
    /// What stands in the file and is no project.
    pub left_out: Vec<LeftOut>,
    /// Whether every entry that the source has is in the file, so that what is not has gone.
    pub is_whole: bool,
}

/// A finding about one entry, with the text that shows it where the file itself does not.
pub(crate) struct Problem {
    pub entry: Option<EntryText>,
    pub finding: Box<Finding>,
}

/// What an importer is told beside the file.
pub(crate) struct ImportOptions<'a> {
    /// The path of the file, as it is shown.
    pub path: &'a str,
    pub today: NaiveDate,
    /// The names that the collection knows.
    pub known: &'a KnownBySort,
    /// The forms of the wiki whose schema is at hand.
    pub forms: &'a [Form],
    /// Whether somebody has named its kind: then it is read as such, even an export of ours.
    pub is_named: bool,
    /// What somebody has said of how a table of text is written.
    pub said: SaidOfText,
    /// What somebody has said of the columns.
    pub mapping: Option<&'a Mapping>,
}

#[cfg(test)]
impl Default for ImportOptions<'static> {
    fn default() -> ImportOptions<'static> {
        ImportOptions {
            path: "a",
            today: NaiveDate::default(),
            known: &crate::sheet::known::NOTHING_KNOWN,
            forms: &[],
            is_named: false,
            said: SaidOfText::default(),
            mapping: None,
        }
    }
}

/// A sheet that is not yet in the collection, and an account of where every text went.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    pub sheet: Sheet,
    /// The entry that it was made of, where the file holds several.
    pub entry: Option<EntryText>,
    /// What was reported while the values were read, at its place in the foreign text.
    pub findings: Vec<Finding>,
    pub understood: Vec<ImportedField>,
    /// What went to `extra` because it was not understood.
    pub kept: Vec<ForeignText>,
    /// What was left out on purpose: labels, headings, texts that say that there is nothing.
    pub left_out: Vec<ForeignText>,
}

/// An entry as a text of its own, in which its findings have their places: each of its values on
/// a line, behind its label.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct EntryText {
    /// How it is named in its file: its id, the line that it stands on.
    pub name: String,
    pub text: String,
}

/// A field whose label and value were found.
#[derive(Clone, Debug)]
pub(crate) struct ImportedField {
    pub label: String,
    /// The lines on which its value stands.
    pub lines: Vec<ForeignText>,
    /// The key of the field.
    pub key: &'static str,
    pub written: String,
}

/// A line of a foreign text, and the label that it stands under.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ForeignText {
    pub label: String,
    pub number: u32,
    pub text: String,
}

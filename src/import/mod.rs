//! Edge: foreign bytes → drafts of sheets. A bad row is not a bad file, and nothing is lost.

mod importer;
mod importers;

mod codes;

mod how_written;
mod rows;
mod separator;

mod export;
mod form;
mod mail;
mod page;
mod spreadsheet;
mod table;
mod wiki;

pub(crate) use codes::{BROKEN_EXPORT, LINTS, NOT_IMPORTABLE};
pub(crate) use export::{Export, ExportRow};
pub(crate) use how_written::SaidOfText;
pub(crate) use importer::{
    Draft, EntryText, ForeignText, Import, ImportOptions, Imported, ImportedField, Problem,
};
pub(crate) use importers::{IMPORTERS, find};
pub(crate) use mail::{Beside, NAME as REPLY, Reply, ReplyPart, Silence};
pub(crate) use separator::Separator;
pub(crate) use spreadsheet::{LeftOut, NAME as SPREADSHEET, is_book};
pub(crate) use table::{Column, Mapping};
pub(crate) use wiki::{Form, form, form_among};

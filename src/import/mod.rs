//! Edge: foreign bytes → drafts of sheets. A bad row is not a bad file, and nothing is lost.

mod importer;
mod importers;

mod codes;
mod export_rows;
mod page;

pub(crate) use codes::LINTS;
pub(crate) use export_rows::{ExportRow, is_export, read as read_export};
pub(crate) use importer::{Draft, ForeignLine, ImportOptions, Imported, ImportedField, Importer};
pub(crate) use importers::{IMPORTERS, find};

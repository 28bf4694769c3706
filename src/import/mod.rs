//! Edge: foreign text → drafts of sheets. A bad row is not a bad file, and nothing is lost.

mod importer;
mod importers;

mod labels;
mod wiki_text;

pub(crate) use importer::{ForeignLine, Imported, ImportedField, ImportedSheet};
pub(crate) use importers::IMPORTERS;

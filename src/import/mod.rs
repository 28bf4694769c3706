//! Edge: foreign text → drafts of sheets. A bad row is not a bad file, and nothing is lost.

mod importer;
mod importers;

mod labels;
mod wiki_text;

pub use importer::{Draft, Imported, Importer, Line, Understood};
pub use importers::IMPORTERS;

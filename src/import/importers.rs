//! Table 4: the importers. To add one: a file with its `read`, and its row here.

use crate::import::importer::Importer;
use crate::import::wiki_text;

/// The table.
pub static IMPORTERS: &[Importer] =
    &[Importer { name: "wiki-text", extensions: &["txt", "md", "wiki"], read: wiki_text::read }];

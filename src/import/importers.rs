//! Table 4: the importers. To add one: a file with its `read`, and its row here.

use crate::import::importer::Importer;
use crate::import::wiki_text;

/// The table.
pub(crate) static IMPORTERS: &[Importer] = &[Importer { read: wiki_text::read }];

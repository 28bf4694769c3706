//! Table 4: the importers. To add one: a file with its `recognizes` and its `read`, and its row here.

use std::path::Path;

use crate::import::importer::Importer;
use crate::import::{export, form, mail, page, spreadsheet, wiki};

/// The table, in the order in which they are tried.
pub(crate) static IMPORTERS: &[Importer] = &[
    Importer {
        name: export::NAME,
        extensions: &["ndjson"],
        recognizes: export::recognizes,
        read: export::read,
    },
    Importer {
        name: form::NAME,
        extensions: &["yaml", "yml"],
        recognizes: form::recognizes,
        read: form::read,
    },
    Importer {
        name: wiki::NAME_JSON,
        extensions: &["json", "geojson"],
        recognizes: wiki::recognizes_json,
        read: wiki::read_json,
    },
    Importer {
        name: wiki::NAME_CSV,
        extensions: &[],
        recognizes: wiki::recognizes_csv,
        read: wiki::read_csv,
    },
    Importer {
        name: mail::NAME,
        extensions: &["eml", "mbox"],
        recognizes: mail::recognizes,
        read: mail::read,
    },
    Importer {
        name: spreadsheet::NAME,
        extensions: &["csv", "tsv", "xlsx", "xlsm", "ods", "fods"],
        recognizes: spreadsheet::recognizes,
        read: spreadsheet::read,
    },
    Importer {
        name: page::NAME,
        extensions: &["txt", "md", "wiki", "html", "htm"],
        recognizes: page::recognizes,
        read: page::read,
    },
];

/// The importer of a file: the one that was named, else the first that knows its bytes, else the
/// first for its ending.
pub(crate) fn find(named: Option<&str>, path: &str, bytes: &[u8]) -> Option<&'static Importer> {
    if let Some(name) = named {
        return IMPORTERS.iter().find(|importer| importer.name == name);
    }
    let ending = Path::new(path).extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    let by_ending = |importer: &&Importer| {
        importer.extensions.iter().any(|known| known.eq_ignore_ascii_case(ending))
    };
    IMPORTERS
        .iter()
        .find(|importer| (importer.recognizes)(bytes))
        .or_else(|| IMPORTERS.iter().find(by_ending))
}

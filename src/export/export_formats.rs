//! The forms that sheets leave the collection in. To add one: a file that makes it, and its row here.

use std::path::Path;

use crate::export::export_format::{ExportFormat, How};
use crate::export::{geojson, ical, pages, wiki_form, workbook};
use crate::report::{export, lesson_book};

/// The table. Of two forms with one extension, the first is meant by it.
pub static EXPORTS: &[ExportFormat] = &[
    ExportFormat {
        name: "csv",
        extension: "csv",
        how: How::Report("csv", |sheets, options| export::rows(sheets, options.lang)),
        is_text: true,
        comes_back: true,
        is_mine: |file| {
            file.starts_with(b"id,_rev,") || file.starts_with("\u{feff}id;_rev;".as_bytes())
        },
    },
    ExportFormat {
        name: "xlsx",
        extension: "xlsx",
        how: How::Bytes(workbook::write, workbook::texts),
        is_text: false,
        comes_back: true,
        is_mine: workbook::is_mine,
    },
    ExportFormat {
        name: "json",
        extension: "json",
        how: How::Report("json", |sheets, options| export::rows(sheets, options.lang)),
        is_text: true,
        comes_back: true,
        is_mine: |file| begins(file, &["{", "\"report\": \"export\""]),
    },
    ExportFormat {
        name: "ndjson",
        extension: "ndjson",
        how: How::Report("ndjson", |sheets, options| export::rows(sheets, options.lang)),
        is_text: true,
        comes_back: true,
        is_mine: |file| begins(file, &["{\"id\":\"", "\",\"_rev\":\""]),
    },
    ExportFormat {
        name: "markdown",
        extension: "md",
        how: How::Report("markdown", |sheets, options| export::pages(&sheets, options.lang)),
        is_text: true,
        comes_back: false,
        is_mine: |file| String::from_utf8_lossy(file).trim_end().ends_with(MARKDOWN_MARK),
    },
    ExportFormat {
        name: "lessons",
        extension: "md",
        how: How::Report("markdown", |sheets, options| lesson_book::report(&sheets, options.lang)),
        is_text: true,
        comes_back: false,
        is_mine: |file| String::from_utf8_lossy(file).trim_end().ends_with(MARKDOWN_MARK),
    },
    ExportFormat {
        name: "geojson",
        extension: "geojson",
        how: How::Json(|sheets, options| geojson::features(sheets, options.lang)),
        is_text: true,
        comes_back: false,
        is_mine: |file| begins(file, &["{", "\"generator\": \"sheet export\""]),
    },
    ExportFormat {
        name: "ical",
        extension: "ics",
        how: How::Bytes(|sheets, options| ical::calendar(&sheets, options), ical::texts),
        is_text: true,
        comes_back: false,
        is_mine: |file| begins(file, &["BEGIN:VCALENDAR", ical::MARK]),
    },
    ExportFormat {
        name: "html",
        extension: "html",
        how: How::Bytes(|sheets, options| pages::html(&sheets, options), pages::texts),
        is_text: true,
        comes_back: false,
        is_mine: |file| begins(file, &["", PAGE_MARK]),
    },
    ExportFormat {
        name: "form",
        extension: "html",
        how: How::Bytes(|sheets, options| pages::form(&sheets, options), pages::texts),
        is_text: true,
        comes_back: false,
        is_mine: |file| begins(file, &["", PAGE_MARK]),
    },
    ExportFormat {
        name: "wiki-csv",
        extension: "csv",
        how: How::Bytes(|sheets, options| wiki_form::lines(&sheets, options), wiki_form::texts),
        is_text: true,
        comes_back: true,
        is_mine: wiki_form::is_mine,
    },
];

/// The last line of our own Markdown, which no reader sees.
pub const MARKDOWN_MARK: &str = "<!-- sheet export -->";

/// What the head of our own pages says.
const PAGE_MARK: &str = "content=\"sheet export: ";

/// Whether a file begins with the first of these, the others close behind.
fn begins(file: &[u8], with: &[&str]) -> bool {
    let beginning = String::from_utf8_lossy(&file[..file.len().min(BEGINNING)]);
    beginning.starts_with(with[0]) && with.iter().all(|piece| beginning.contains(piece))
}

/// So many bytes of a file are its beginning.
const BEGINNING: usize = 256;

/// The form of that name.
pub fn find(name: &str) -> Option<&'static ExportFormat> {
    EXPORTS.iter().find(|form| form.name == name)
}

/// The form that the name of a file tells.
pub fn of_file(path: &Path) -> Option<&'static ExportFormat> {
    let extension = path.extension()?.to_str()?.to_lowercase();
    EXPORTS.iter().find(|form| form.extension == extension)
}

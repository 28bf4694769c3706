//! Edge: sheets → files for colleagues and other programs. A row says what a file is made of: a
//! report in one of the formats of [`crate::render`], a value, or bytes of its own.

mod export_format;
mod export_formats;

mod columns;
mod geojson;
mod ical;
mod wiki_form;
mod workbook;

pub use export_format::{ExportFormat, ExportOptions, How, Made};
pub use export_formats::{EXPORTS, MARKDOWN_MARK, find, of_file};

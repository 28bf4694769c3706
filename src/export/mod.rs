//! Edge: sheets → files for colleagues and other programs. A row says what a file is made of: a
//! report in one of the formats of [`crate::render`], a value, or bytes of its own.

mod export_format;
mod export_formats;

mod atom;
mod columns;
mod geojson;
mod ical;
mod wiki_form;
mod workbook;

mod dress;
mod frame;
mod policy;
mod texts;
mod words;

mod book;
mod debrief;
mod form;
mod page;
mod pages;

pub use atom::feed;
pub use debrief::render as debrief;
pub use dress::{Dress, picture};
pub use export_format::{ExportFormat, ExportOptions, How, JsonList, Made, PageSort};
pub use export_formats::{EXPORTS, MARKDOWN_MARK, find, of_file};
pub use pages::texts as page_texts;

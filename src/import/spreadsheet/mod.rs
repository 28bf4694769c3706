//! Spreadsheets of any origin: CSV, workbooks (XLSX), documents of LibreOffice (ODS).
//!
//! A file is read as people see it, into grids of texts; in each a table is found by the labels above
//! its columns, and handed to `table`. What stands around the table is left out, and reported.

pub(super) mod codes;

mod file;

mod layout;

mod one_word;
mod own;
mod read;

#[cfg(test)]
mod laws;

pub(crate) use file::is_book;
pub(crate) use layout::LeftOut;
pub(super) use own::own_export;
pub(crate) use read::NAME;
pub(super) use read::{read, recognizes};

//! Workbooks (XLSX). Source: ECMA-376, part 1, SpreadsheetML.
//!
//! Rows and columns that are hidden, comments and what is struck out stand beside the cells: so the
//! parts are read here, one by one, and no crate lays out a range that a file only claims to have.

mod strings;
mod styles;
mod workbook;

mod comments;
mod worksheet;

mod read;

pub(super) use read::read;

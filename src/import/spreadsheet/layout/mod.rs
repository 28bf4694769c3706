//! Where the projects stand in a grid: below a header, one in a row; or beside labels, one in a tab or
//! in a column.

mod left_out;

mod heading;
mod units;
mod words;

mod found;

mod header;
mod row_kind;

mod columns;
mod rows;
mod upright;

mod shape;

pub(super) use found::{Found, FoundCell, FoundEntry};
pub(super) use heading::{Heading, read_name, settle};
pub(crate) use left_out::LeftOut;
pub(super) use left_out::Why;
pub(super) use shape::{is_table, layout};

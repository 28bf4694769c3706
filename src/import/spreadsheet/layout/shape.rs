//! The shape of a grid, and what it holds.

use crate::import::spreadsheet::file::Grid;
use crate::import::spreadsheet::layout::found::Layout;
use crate::import::spreadsheet::layout::header::header;
use crate::import::spreadsheet::layout::rows::rows;
use crate::import::spreadsheet::layout::upright::{labels, upright};

/// Whether a text is a table: below a header, or beside labels of which one is that of the title. A
/// page, whose lines may begin with labels as well, has lines of every sort.
pub(in crate::import::spreadsheet) fn is_table(grid: &Grid) -> bool {
    let below = header(grid, 0).map_or(&[][..], |found| &grid.rows[found.rows.1..]);
    let is_upright = || labels(grid).is_some_and(|labels| labels.has_title);
    below.iter().any(|row| row.filled().count() > 1) || grid.is_even && is_upright()
}

/// Finds the projects of a grid: by the shape whose labels name more fields.
pub(in crate::import::spreadsheet) fn layout(grid: &Grid) -> Layout {
    let across = header(grid, 0).map_or(0, |header| header.score());
    match labels(grid) {
        Some(labels) if labels.score > across => upright(grid, &labels),
        _ => rows(grid),
    }
}

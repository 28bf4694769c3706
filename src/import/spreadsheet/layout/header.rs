//! The header of a table: the row, or the two rows, whose texts are the labels of fields.

use crate::import::spreadsheet::file::{Grid, GridRow};
use crate::import::spreadsheet::layout::heading::{Heading, heading, title_of};
use crate::text::fold::name_key;

/// The header of a table.
#[derive(Clone)]
pub(super) struct Header {
    /// The indexes of its rows in the grid: the first, and the one behind the last.
    pub rows: (usize, usize),
    /// What stands above each column, in their order.
    pub headings: Vec<(usize, Heading)>,
    /// The column of the titles.
    pub title: usize,
    score: usize,
}

/// So many rows may stand above a table.
const MAX_ABOVE: usize = 60;

/// The longest text that is taken for a heading, in bytes.
const MAX_LENGTH: usize = 160;

/// The best header from a row on; the first of those that are equal.
pub(super) fn header(grid: &Grid, from: usize) -> Option<Header> {
    let last = grid.rows.len().min(from.saturating_add(MAX_ABOVE));
    let mut best: Option<Header> = None;
    for at in from..last {
        for found in [single(grid, at), double(grid, at)].into_iter().flatten() {
            if best.as_ref().is_none_or(|best| found.score > best.score) {
                best = Some(found);
            }
        }
    }
    best
}

/// The header that one row is.
pub(super) fn single(grid: &Grid, at: usize) -> Option<Header> {
    let cells = grid.rows[at].filled().map(|cell| (cell.column, cell.text.clone()));
    of_texts((at, at + 1), cells.collect())
}

/// That which two rows are, groups above headings.
fn double(grid: &Grid, at: usize) -> Option<Header> {
    let (upper, lower) = (&grid.rows[at], grid.rows.get(at + 1)?);
    if lower.number != upper.number + 1 {
        return None;
    }
    let mut group = String::new();
    let last = upper.cells.iter().chain(&lower.cells).map(|cell| cell.column).max()?;
    let texts = (0..=last).filter_map(|column| {
        let (above, below) = (upper.text(column), lower.text(column));
        if !above.is_empty() {
            above.clone_into(&mut group);
        }
        let text = match (above, below) {
            ("", "") => return None,
            (above, "") => above.to_owned(),
            (above, below) if above == below => below.to_owned(),
            (_, below) => {
                let both = format!("{group} {below}");
                let is_known = heading(below).field.is_none() && heading(&both).field.is_some();
                if is_known { both } else { below.to_owned() }
            }
        };
        Some((column, text))
    });
    of_texts((at, at + 2), texts.collect())
}

fn of_texts(rows: (usize, usize), texts: Vec<(usize, String)>) -> Option<Header> {
    if texts.len() < 2 || texts.iter().any(|(_, text)| text.len() > MAX_LENGTH) {
        return None;
    }
    let headings: Vec<(usize, Heading)> =
        texts.iter().map(|(column, text)| (*column, heading(text))).collect();
    let mut keys: Vec<&str> =
        headings.iter().filter_map(|(_, heading)| Some(heading.field?.key)).collect();
    keys.sort_unstable();
    keys.dedup();
    let title = title_of(headings.iter().map(|(column, heading)| (*column, heading)))?;
    let score = keys.len();
    (score > 1).then_some(Header { rows, headings: told_apart(headings), title, score })
}

/// Headings that stand above several columns, each with the one before it: of two amounts with one
/// name, none is the cost.
fn told_apart(headings: Vec<(usize, Heading)>) -> Vec<(usize, Heading)> {
    let key = |heading: &Heading| name_key(&heading.shown);
    let is_repeated = |at: usize| {
        let own = key(&headings[at].1);
        !own.is_empty() && headings.iter().filter(|(_, other)| key(other) == own).count() > 1
    };
    let mut apart: Vec<(usize, Heading)> = Vec::new();
    for (at, (column, found)) in headings.iter().enumerate() {
        if !is_repeated(at) {
            apart.push((*column, found.clone()));
            continue;
        }
        // Several columns may fill one list.
        let field = found.field.filter(|field| field.shape.is_list());
        let before = at.checked_sub(1).filter(|before| field.is_none() && !is_repeated(*before));
        let stem = match before {
            Some(before) => format!("{} : {}", headings[before].1.shown, found.shown),
            None => found.shown.clone(),
        };
        let mut shown = stem.clone();
        let mut number = 1;
        while apart.iter().any(|(_, there)| there.shown == shown) {
            number += 1;
            shown = format!("{stem} {number}");
        }
        apart.push((*column, Heading::named(shown, field)));
    }
    apart
}

impl Header {
    /// Whether a row says the same as the header.
    pub(super) fn is_repeated(&self, grid: &Grid, row: &GridRow) -> bool {
        let first = &grid.rows[self.rows.1 - 1];
        row.filled().count() > 1
            && row.filled().all(|cell| name_key(first.text(cell.column)) == name_key(&cell.text))
    }

    /// How many fields it names.
    pub(super) fn score(&self) -> usize {
        self.score
    }
}

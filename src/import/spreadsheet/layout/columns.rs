//! The columns of a table: those with a heading, and those that have only values.

use std::collections::HashSet;

use crate::import::spreadsheet::file::{GridRow, letters};
use crate::import::spreadsheet::layout::header::Header;
use crate::import::spreadsheet::layout::heading::Heading;
use crate::sheet::shape::Shape;
use crate::text::fold::search_key;
use crate::value::money;
use crate::value::parsed::Parsed;

/// The columns of some rows, in their order, each with its heading.
pub(super) fn columns(header: &Header, rows: &[&GridRow]) -> Vec<(usize, Heading)> {
    let named: HashSet<usize> = header.headings.iter().map(|(column, _)| *column).collect();
    let cells = rows.iter().flat_map(|row| &row.cells);
    let nameless: HashSet<usize> =
        cells.map(|cell| cell.column).filter(|column| !named.contains(column)).collect();
    let mut all: Vec<(usize, Heading)> = header.headings.clone();
    // Such a column is known by its letter alone.
    all.extend(nameless.into_iter().map(|column| (column, Heading::named(letters(column), None))));
    all.sort_by_key(|(column, _)| *column);
    let has_cost = cost_of(&all).is_some();
    for (column, heading) in &mut all {
        let mut texts = rows.iter().map(|row| row.text(*column)).filter(|text| !text.is_empty());
        let may_be = has_cost && heading.field.is_none();
        let may_be = may_be && says_beside(heading, named.contains(column));
        heading.is_beside_cost =
            may_be && texts.clone().next().is_some() && texts.all(is_beside_amount);
    }
    all
}

/// The column of the cost, the first of several.
pub(super) fn cost_of(columns: &[(usize, Heading)]) -> Option<usize> {
    let is_cost =
        |heading: &Heading| heading.field.is_some_and(|field| matches!(field.shape, Shape::Cost));
    columns.iter().find(|(_, heading)| is_cost(heading)).map(|(column, _)| *column)
}

/// Whether a heading may stand above taxes or currencies; one that is not there may.
fn says_beside(heading: &Heading, is_named: bool) -> bool {
    const NAMES: [&str; 5] = ["taxe", "tax", "devise", "currency", "ht ttc"];
    !is_named || NAMES.contains(&search_key(&heading.shown.replace('/', " ")).as_str())
}

/// Whether a text is what may be said beside an amount: a tax, a currency.
fn is_beside_amount(text: &str) -> bool {
    let has_no_digit = !text.contains(|c: char| c.is_ascii_digit());
    has_no_digit && matches!(money::parse(&format!("1 {text}")), Parsed::Exact(_))
}

//! What a row below a header is: a project, or one of the rows that people set around projects.

use crate::import::spreadsheet::file::{Aside, Grid, GridRow};
use crate::import::spreadsheet::layout::header::Header;
use crate::import::spreadsheet::layout::left_out::Why;
use crate::import::spreadsheet::layout::words::{GUIDANCE, TOTALS};
use crate::sheet::decode;
use crate::sheet::field::Field;
use crate::sheet::shape::Shape;
use crate::text::Span;
use crate::text::fold::{name_key, search_key};
use crate::value::list::judge::says_none;
use crate::yaml::node::{Node, ScalarStyle};

/// Why a row is no project, if it is none. `is_first` where no project stands above.
pub(super) fn why_not(grid: &Grid, header: &Header, at: usize, is_first: bool) -> Option<Why> {
    let row = &grid.rows[at];
    if header.is_repeated(grid, row) {
        return Some(Why::Header);
    }
    let title = row.text(header.title);
    if is_total(row, title) {
        return Some(Why::Total);
    }
    if is_first && is_guidance(header, row) {
        return Some(Why::Guidance);
    }
    if is_first && is_example(row) {
        return Some(Why::Example);
    }
    if is_below(grid, at) {
        return Some(Why::Below);
    }
    if title.is_empty() || says_none(title) {
        return Some(Why::Untitled);
    }
    None
}

fn is_total(row: &GridRow, title: &str) -> bool {
    let is_sum = |text: &str| {
        let key = name_key(text);
        let rest = TOTALS.iter().find_map(|word| key.strip_prefix(word));
        // A project may be called so; a sum is named in few words.
        rest.is_some_and(|rest| {
            let is_word = rest.is_empty() || rest.starts_with([' ', ':', '.']);
            is_word && rest.split_whitespace().count() <= 4
        })
    };
    let texts: Vec<&str> = row.filled().map(|cell| cell.text.trim()).collect();
    match (title, texts.as_slice()) {
        // A number that stands alone sums up the column above.
        ("", [alone]) => is_sum(alone) || alone.parse::<f64>().is_ok(),
        ("", texts) => texts.iter().any(|text| is_sum(text)),
        (title, [first, ..]) => is_sum(title) && is_sum(first),
        (_, []) => false,
    }
}

/// Whether a row says what to write: it names that, and no day and no amount in it is one.
fn is_guidance(header: &Header, row: &GridRow) -> bool {
    let mut names = 0;
    for cell in row.filled() {
        let key = search_key(&cell.text.replace('/', " "));
        names += usize::from(key.split(' ').any(|word| GUIDANCE.contains(&word)));
    }
    let strict = header.headings.iter().filter_map(|(column, heading)| {
        let field = heading.field.filter(|field| is_strict(field))?;
        Some((field, row.text(*column))).filter(|(_, text)| !text.is_empty())
    });
    let strict: Vec<(&'static Field, &str)> = strict.collect();
    names > 0 && strict.len() > 1 && !strict.iter().any(|(field, text)| is_read(field, text))
}

/// Whether only values of one form can stand in a field.
fn is_strict(field: &Field) -> bool {
    !matches!(field.shape, Shape::Line | Shape::Prose) && !field.shape.is_list()
}

fn is_read(field: &'static Field, text: &str) -> bool {
    let value = Node::scalar(text, ScalarStyle::Quoted, Span::TOP);
    let node = Node::nested(field.key, value);
    decode::decode("", &node, Default::default()).sheet.unread.is_empty()
}

/// Whether a row says of itself that it is an example.
fn is_example(row: &GridRow) -> bool {
    let names = |text: &str| {
        let key = search_key(text);
        key.split(' ').any(|word| matches!(word, "exemple" | "example"))
    };
    let comments = row.cells.iter().flat_map(|cell| &cell.asides);
    let mut comments = comments.filter_map(|aside| match aside {
        Aside::Comment(text) => Some(text),
        _ => None,
    });
    row.filled().any(|cell| {
        cell.text.trim().chars().count() < 20 && names(&cell.text) && !cell.text.contains(',')
    }) || comments.any(|text| names(text))
}

/// Whether a row stands below the table: alone in its row, behind a gap, and no other follows but such.
fn is_below(grid: &Grid, at: usize) -> bool {
    let is_alone = |row: &GridRow| row.filled().count() == 1;
    let rest = &grid.rows[at..];
    if !rest.iter().all(is_alone) {
        return false;
    }
    // The first of them stands behind the gap, if there is one.
    let first = grid.rows[..at].iter().rposition(|row| !is_alone(row)).map_or(at, |last| last + 1);
    let above = first.checked_sub(1).map_or(0, |above| last_line(&grid.rows[above]));
    grid.rows[first].number > above + 1
}

/// The number of the last line of a row.
fn last_line(row: &GridRow) -> usize {
    row.last.max(row.number)
}

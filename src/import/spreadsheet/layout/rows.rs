//! Tables with a project in each row → entries.

use std::collections::HashSet;

use crate::import::spreadsheet::file::{Grid, GridRow};
use crate::import::spreadsheet::layout::columns::{columns, cost_of};
use crate::import::spreadsheet::layout::found::{Found, FoundCell, FoundEntry, Layout};
use crate::import::spreadsheet::layout::header::{Header, header, single};
use crate::import::spreadsheet::layout::heading::Heading;
use crate::import::spreadsheet::layout::left_out::{LeftOut, Why};
use crate::import::spreadsheet::layout::row_kind::why_not;

/// The tables of a grid, one below the other.
pub(super) fn rows(grid: &Grid) -> Layout {
    let mut layout = Layout::default();
    let mut from = 0;
    while let Some(found) = header(grid, from) {
        // Groups above headings are said by these, or not at all.
        let above = grid.rows[from..found.rows.1 - 1].iter();
        layout.left_out.extend(above.map(|row| left_out(grid, row, Why::Above)));
        let end = end(grid, &found);
        layout.found.push(table(grid, &found, end, &mut layout.left_out));
        from = end;
    }
    layout
        .left_out
        .extend(grid.rows[from..].iter().map(|row| left_out(grid, row, Why::NoProjects)));
    layout
}

/// Where a table ends: at the header of another.
fn end(grid: &Grid, header: &Header) -> usize {
    let below = header.rows.1..grid.rows.len();
    let is_other = |at: &usize| {
        let row = &grid.rows[*at];
        let other = single(grid, *at).filter(|other| other.score() > 2);
        other.is_some() && !header.is_repeated(grid, row)
    };
    below.into_iter().find(is_other).unwrap_or(grid.rows.len())
}

fn table(grid: &Grid, header: &Header, end: usize, out: &mut Vec<LeftOut>) -> Found {
    let mut projects: Vec<&GridRow> = Vec::new();
    for at in header.rows.1..end {
        let row = &grid.rows[at];
        match why_not(grid, header, at, projects.is_empty()) {
            // What cannot be told apart is said of the row itself.
            _ if row.is_open => projects.push(row),
            Some(why) => out.push(left_out(grid, row, why)),
            None => projects.push(row),
        }
    }
    let columns = columns(header, &projects);
    let covered = grid.covered(header.title);
    let mut entries: Vec<FoundEntry> = Vec::new();
    let mut said = HashSet::new();
    for row in projects {
        let entry = entry(grid, header, &columns, row);
        match entries.last_mut().filter(|_| covered.contains(&row.number)) {
            Some(project) => go_on(project, entry, &mut said),
            None => {
                said.clear();
                entries.push(entry);
            }
        }
    }
    let hidden = columns.iter().filter(|(column, _)| grid.hidden_columns.contains(column));
    let hidden_columns = hidden.map(|(_, heading)| heading.shown.clone()).collect();
    let headings = columns.into_iter().map(|(_, heading)| heading).collect();
    let place = grid.place(grid.rows[header.rows.1 - 1].number, None);
    Found { place, headings, entries, hidden_columns }
}

fn entry(grid: &Grid, header: &Header, columns: &[(usize, Heading)], row: &GridRow) -> FoundEntry {
    let cost = cost_of(&header.headings).filter(|cost| !row.text(*cost).is_empty());
    let beside = columns.iter().filter(|(_, heading)| heading.is_beside_cost);
    let beside = beside.map(|(column, _)| row.text(*column));
    let beside: Vec<&str> = beside.filter(|text| !text.is_empty()).collect();
    let mut cells = Vec::new();
    for (at, (column, heading)) in columns.iter().enumerate() {
        // It stands behind its amount, where there is one.
        if heading.is_beside_cost && cost.is_some() {
            continue;
        }
        let Some(cell) = row.cell(*column) else {
            continue;
        };
        let mut text = heading.value(&cell.text);
        if Some(*column) == cost {
            let with = [text.trim()].into_iter().chain(beside.iter().copied());
            text = with.collect::<Vec<_>>().join(" ");
        }
        let place = grid.place(row.number, Some(*column));
        cells.push(FoundCell { heading: at, text, asides: cell.asides.clone(), place });
    }
    FoundEntry {
        title: row.text(header.title).to_owned(),
        place: grid.place(row.number, None),
        is_hidden: row.is_hidden || grid.is_hidden,
        unreadable: row.is_open.then(|| row.line()),
        cells,
    }
}

/// Adds what a further row says of a project whose title is merged over several; `said` is what those
/// before it say, by heading and text.
fn go_on(project: &mut FoundEntry, row: FoundEntry, said: &mut HashSet<(usize, String)>) {
    if said.is_empty() {
        said.extend(project.cells.iter().map(|cell| (cell.heading, cell.text.clone())));
    }
    for cell in row.cells {
        let is_new = said.insert((cell.heading, cell.text.clone()));
        match project.cells.iter_mut().find(|known| known.heading == cell.heading) {
            Some(known) => {
                if is_new {
                    known.text.push('\n');
                    known.text.push_str(&cell.text);
                }
                known.asides.extend(cell.asides);
            }
            None => project.cells.push(cell),
        }
    }
}

pub(super) fn left_out(grid: &Grid, row: &GridRow, why: Why) -> LeftOut {
    LeftOut { place: grid.place(row.number, None), text: row.line(), why }
}

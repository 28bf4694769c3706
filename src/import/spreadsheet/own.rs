//! Tables that were exported here, as they come back: a line for each sheet, and tabs in which each
//! item of a list has a line.

use std::collections::HashMap;

use crate::import::ImportOptions;
use crate::import::export::{Export, ExportRow};
use crate::import::spreadsheet::file::{self, Aside, Grid, GridCell, GridRow};
use crate::import::spreadsheet::layout::{LeftOut, Why};
use crate::sheet::fields;
use crate::sheet::returned::cells::may_be_thousands;
use crate::sheet::returned::{CellColumn, Cells, ItemLine, LIST, NUMBER, columns};
use crate::sheet::rev::REV;
use crate::sheet::shape::Shape;
use crate::tree::flat::unguarded;

/// The rows that stand above the lines: labels and keys.
const MAX_ABOVE: usize = 3;

/// What a file says that is an export; `None` where it is none, or where it is broken.
pub(in crate::import) fn own_export(bytes: &[u8], options: &ImportOptions) -> Option<Export> {
    of_grids(&file::read(bytes, options.said).ok()?)
}

/// What the tabs of an export say; `None` where they are none. In a text each line must have as many
/// cells as the first: of a shorter one nobody knows which are missing.
pub(super) fn of_grids(grids: &[Grid]) -> Option<Export> {
    let has = |row: &GridRow, name: &str| row.filled().any(|cell| cell.text.trim() == name);
    let keys = |grid: &Grid, names: [&str; 2]| {
        let above = grid.rows.iter().take(MAX_ABOVE);
        above.enumerate().find(|(_, row)| names.iter().all(|name| has(row, name))).map(|(at, _)| at)
    };
    let columns = columns();
    let (main, at) = grids.iter().enumerate().find_map(|(main, grid)| {
        Some((main, keys(grid, ["id", REV]).filter(|_| is_whole(grid))?))
    })?;
    let lines = lines(&grids[main], at, &columns);
    let mut export = Export::default();
    for (place, text, cells) in lines {
        match ExportRow::of(cells) {
            Some(row) => export.rows.push(row),
            None => export.left_out.push(LeftOut { place, text, why: Why::NoId }),
        }
    }
    export.left_out.extend(without_value(&grids[main], at));
    let by_id: HashMap<String, usize> =
        export.rows.iter().enumerate().map(|(at, row)| (row.id.clone(), at)).collect();
    for (_, grid) in grids.iter().enumerate().filter(|(index, _)| *index != main) {
        match keys(grid, ["id", LIST]) {
            Some(at) => items(grid, at, &columns, &by_id, &mut export),
            None => export.left_out.extend(grid.rows.iter().map(|row| LeftOut {
                place: grid.place(row.number, None),
                text: row.line(),
                why: Why::NoProjects,
            })),
        }
    }
    Some(export)
}

fn is_whole(grid: &Grid) -> bool {
    grid.how.is_none() || grid.is_even && grid.rows.iter().all(|row| !row.is_open)
}

/// The lines of a tab of items, each to its sheet.
fn items(
    grid: &Grid,
    at: usize,
    columns: &[CellColumn],
    by_id: &HashMap<String, usize>,
    export: &mut Export,
) {
    export.left_out.extend(without_value(grid, at));
    let has_numbers = grid.rows[at].filled().any(|cell| cell.text.trim() == NUMBER);
    let mut met: HashMap<(String, String), usize> = HashMap::new();
    for (place, text, mut cells) in lines(grid, at, columns) {
        let [id, list, number] =
            ["id", LIST, NUMBER].map(|name| cells.remove(name).unwrap_or_default());
        let is_list =
            columns.iter().any(|column| column.field.key == list && !column.path.is_empty());
        let (Some(row), true) = (by_id.get(&id), is_list) else {
            export.left_out.push(LeftOut { place, text, why: Why::NoId });
            continue;
        };
        // Without numbers, the lines stand as they did.
        let next = met.entry((id, list.clone())).or_default();
        *next += 1;
        let number = if has_numbers { number.trim().parse().ok() } else { Some(*next) };
        export.rows[*row].items.push(ItemLine { list, number, cells });
    }
}

/// The lines below the row of keys: where each stands, all that it says, and its cells by their keys.
fn lines<'g>(
    grid: &'g Grid,
    at: usize,
    columns: &'g [CellColumn],
) -> impl Iterator<Item = (String, String, Cells)> + 'g {
    let keys = &grid.rows[at];
    let list_at = keys.filled().find(|key| key.text.trim() == LIST).map(|key| key.column);
    grid.rows[at + 1..].iter().map(move |row| {
        let list = list_at.map(|column| row.text(column)).unwrap_or_default();
        let has_value = |key: &&GridCell| !has_no_value(row, key);
        let cells = keys.filled().filter(has_value).map(|key| {
            let name = key.text.trim().to_owned();
            let text = row.cell(key.column).map(|cell| cell.text.clone()).unwrap_or_default();
            let text = if grid.how.is_some() { unguarded(&text).to_owned() } else { text };
            let path = if list.is_empty() { name.clone() } else { format!("{list}.{name}") };
            (name, as_exported(&path, text, columns))
        });
        (grid.place(row.number, None), row.line(), cells.collect())
    })
}

/// The formulas of a tab that were never calculated: nobody knows what they say.
fn without_value(grid: &Grid, at: usize) -> impl Iterator<Item = LeftOut> {
    grid.rows[at + 1..].iter().flat_map(move |row| {
        let keys = grid.rows[at].filled().filter(|key| has_no_value(row, key));
        keys.map(|key| LeftOut {
            place: grid.place(row.number, Some(key.column)),
            text: key.text.trim().to_owned(),
            why: Why::NoValue,
        })
    })
}

fn has_no_value(row: &GridRow, key: &GridCell) -> bool {
    row.cell(key.column).is_some_and(|cell| cell.asides.contains(&Aside::NoValue))
}

/// A text as it is shown, as an export writes it.
fn as_exported(key: &str, text: String, columns: &[CellColumn]) -> String {
    let is_numeric = columns.iter().any(|column| column.key == key && column.is_numeric());
    match (text.as_str(), fields::shape_at(key)) {
        ("VRAI" | "TRUE", Some(Shape::Flag)) => "true".to_owned(),
        ("FAUX" | "FALSE", Some(Shape::Flag)) => "false".to_owned(),
        (written, Some(Shape::Amount)) if may_be_thousands(written) => text,
        _ if is_numeric => text.replace(',', "."),
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(number: usize, texts: &[&str]) -> GridRow {
        let cell = |(column, text): (usize, &&str)| GridCell {
            column,
            text: (*text).to_owned(),
            asides: if text.is_empty() { vec![Aside::NoValue] } else { Vec::new() },
        };
        GridRow {
            number,
            cells: texts.iter().enumerate().map(cell).collect(),
            ..GridRow::default()
        }
    }

    #[test]
    fn a_formula_without_a_value_empties_nothing_and_is_reported() {
        let rows = vec![row(1, &["id", REV, "title"]), row(2, &["un", "members-1", ""])];
        let grid = Grid { name: Some("Fiches".to_owned()), rows, ..Grid::default() };
        let export = of_grids(&[grid]).expect("an export");
        assert!(!export.rows[0].cells.contains_key("title"));
        let told: Vec<_> = export.left_out.iter().map(|one| (&*one.place, &*one.text)).collect();
        assert_eq!(told, [("Fiches!C2", "title")]);
    }
}

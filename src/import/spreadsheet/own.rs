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
    export.left_out.extend(beside_the_values(&grids[main], at));
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
    export.left_out.extend(beside_the_values(grid, at));
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
            let text = row.cell(key.column).map(whole).unwrap_or_default();
            let text = if grid.how.is_some() { unguarded(&text).to_owned() } else { text };
            let path = if list.is_empty() { name.clone() } else { format!("{list}.{name}") };
            (name, as_exported(&path, text, columns))
        });
        (grid.place(row.number, None), row.line(), cells.collect())
    })
}

/// What a tab says that is no value of a sheet: formulas that were never calculated, cells below no
/// key, comments, links, and what is struck out.
fn beside_the_values(grid: &Grid, at: usize) -> impl Iterator<Item = LeftOut> {
    let key = move |cell: &GridCell| grid.rows[at].text(cell.column);
    grid.rows.iter().enumerate().flat_map(move |(number, row)| {
        row.cells.iter().flat_map(move |cell| {
            let text = cell.text.trim();
            let is_keyless = number > at && key(cell).is_empty() && !text.is_empty();
            let keyless = is_keyless.then_some((text, Why::NoKey));
            let asides = cell.asides.iter().filter_map(move |aside| match aside {
                Aside::NoValue => Some((key(cell), Why::NoValue)),
                Aside::Comment(comment) => Some((comment.as_str(), Why::Comment)),
                Aside::Link(address) => Some((address.as_str(), Why::Link)),
                Aside::Struck => Some((text, Why::Struck)),
                Aside::Value(_) | Aside::NotShown => None,
            });
            keyless.into_iter().chain(asides).map(move |(text, why)| LeftOut {
                place: grid.place(row.number, Some(cell.column)),
                text: text.split_whitespace().collect::<Vec<_>>().join(" "),
                why,
            })
        })
    })
}

/// What a cell says, where less of it is shown too.
fn whole(cell: &GridCell) -> String {
    let values = cell.asides.iter().filter_map(|aside| match aside {
        Aside::Value(value) => Some(value),
        _ => None,
    });
    values.chain([&cell.text]).next().cloned().unwrap_or_default()
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
    fn what_was_added_around_the_values_is_reported() {
        let mut rows = vec![
            row(1, &["Fiche", "Version", "Titre"]),
            row(2, &["id", REV, "title"]),
            row(3, &["un", "members-1", "Four", "à revoir"]),
        ];
        rows[0].cells[2].asides = vec![Aside::Comment("le vrai nom".to_owned())];
        rows[2].cells[2].asides = vec![
            Aside::Comment("nom à vérifier".to_owned()),
            Aside::Link("https://example.org".to_owned()),
            Aside::Struck,
        ];
        let grid = Grid { name: Some("Fiches".to_owned()), rows, ..Grid::default() };
        let export = of_grids(&[grid]).expect("an export");
        assert_eq!(export.rows[0].cells["title"], "Four");
        let told = export.left_out.iter().map(|one| (&*one.place, &*one.text, one.why));
        assert_eq!(
            told.collect::<Vec<_>>(),
            [
                ("Fiches!C1", "le vrai nom", Why::Comment),
                ("Fiches!C3", "nom à vérifier", Why::Comment),
                ("Fiches!C3", "https://example.org", Why::Link),
                ("Fiches!C3", "Four", Why::Struck),
                ("Fiches!D3", "à revoir", Why::NoKey),
            ]
        );
    }

    #[test]
    fn a_value_of_which_less_is_shown_is_whole() {
        let mut rows =
            vec![row(1, &["id", REV, "cost.amount"]), row(2, &["un", "all-1", "9 501 €"])];
        rows[1].cells[2].asides = vec![Aside::Value("9500,5".to_owned())];
        let export = of_grids(&[Grid { rows, ..Grid::default() }]).expect("an export");
        assert_eq!(export.rows[0].cells["cost.amount"], "9500.5");
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

//! What `list` and `filter` say: a row for each sheet, a column for each key asked for.

use crate::lang::Lang;
use crate::query::key::Key;
use crate::report::{Block, Cell, Column, Report, Table, Tone};
use crate::sheet::Sheet;
use crate::sheet::field::Shape;

/// The columns shown where none are asked for.
pub const COLUMNS: [&str; 6] = ["id", "title", "territory", "year", "cost", "status"];

/// Those of them that are left out where there is no room.
const SPARE: [&str; 3] = ["territory.name", "cost", "status"];

/// The row of one sheet.
pub fn row(sheet: &Sheet, columns: &[Key], lang: Lang) -> Vec<Cell> {
    let cell = |key: &Key| {
        let cell = Cell::short(&key.value(sheet), lang);
        match key.name().as_str() {
            "id" => cell.with_tone(Tone::Strong),
            _ => cell,
        }
    };
    columns.iter().map(cell).collect()
}

/// The report of all rows, in the order given; columns that were `asked` for are
/// never left out.
pub fn report(rows: Vec<Vec<Cell>>, columns: &[Key], asked: bool, lang: Lang) -> Report {
    let column = |key: &Key| Column {
        numeric: is_number(key),
        spare: !asked && SPARE.contains(&key.name().as_str()),
        ..Column::new(key.name(), key.label().say(lang))
    };
    let columns = columns.iter().map(column).collect();
    Report::new("list").with(Block::Table(Table::new("sheets", columns, rows)))
}

fn is_number(key: &Key) -> bool {
    match key {
        Key::Field(field) => {
            field.key == "cost" || matches!(field.shape, Shape::Count | Shape::Decimal)
        }
        Key::Member(..) | Key::Group(_) | Key::Own(_) => false,
    }
}

//! What `list` and `filter` say: a row for each sheet, a column for each key asked for.

use crate::lang::Lang;
use crate::query::group::{Grouping, Label};
use crate::query::key::Key;
use crate::report::groups::{groups, name};
use crate::report::money::{self, Purses, Spent};
use crate::report::{Block, Cell, Column, Report, Table, Tone};
use crate::sheet::Sheet;
use crate::sheet::shape::Shape;

/// The columns shown where none are asked for.
pub const COLUMNS: [&str; 6] = ["id", "title", "territory", "year", "cost", "status"];

/// Those of them that are left out where there is no room.
const SPARE: [&str; 3] = ["territory.name", "cost", "status"];

/// How a list is laid out.
pub struct Layout<'a> {
    pub columns: Vec<Key>,
    /// Whether the columns were asked for; then none is ever left out.
    pub asked: bool,
    pub group: Option<Grouping<'a>>,
    /// Whether costs are added up: those of all sheets, shown or not.
    pub totals: bool,
    /// So many sheets are shown.
    pub most: usize,
    /// The keys that the list is sorted by: their columns stay.
    pub sorted: Vec<String>,
}

/// What is listed of a sheet.
#[derive(Clone, Debug)]
pub struct Listed {
    row: Vec<Cell>,
    /// The numbers of the values under which it stands.
    numbers: Vec<u32>,
    spent: Option<Spent>,
}

impl Listed {
    pub fn of(sheet: &Sheet, layout: &Layout, lang: Lang) -> Listed {
        let cell = |key: &Key| {
            let cell = Cell::short(&key.value(sheet), lang);
            match key {
                Key::Field(field) if field.key == "id" => cell.with_tone(Tone::Strong),
                _ => cell,
            }
        };
        Listed {
            row: layout.columns.iter().map(cell).collect(),
            numbers: layout.group.iter().flat_map(|group| group.numbers(sheet)).collect(),
            spent: if layout.totals { Spent::of(sheet) } else { None },
        }
    }
}

/// The report of all sheets, in the order given.
pub fn report(listed: &[Listed], layout: &Layout, lang: Lang) -> Report {
    let mut report = Report::new("list");
    let all: Vec<Numbered> = listed.iter().enumerate().collect();
    if let Some(group) = layout.group.as_ref().filter(|_| !all.is_empty()) {
        for (label, of_group) in grouped(listed, group) {
            let name = name(label.as_ref(), lang);
            let heading = format!("{} ({})", name.words, of_group.len());
            report.blocks.push(Block::Heading(heading));
            let name = Some(name.unsaid(true));
            report.blocks.push(sheets(&of_group, layout, name.clone(), lang));
            report.blocks.extend(totals(&of_group, layout, name, lang));
        }
        if layout.totals {
            report.blocks.push(Block::Heading("Total".to_owned()));
        }
    } else {
        report.blocks.push(sheets(&all, layout, None, lang));
    }
    report.blocks.extend(totals(&all, layout, None, lang));
    report
}

/// What is listed, and its place among all.
type Numbered<'a> = (usize, &'a Listed);

/// The sheets under each value, in the order of the values.
fn grouped<'a>(listed: &'a [Listed], group: &Grouping) -> Vec<(Option<Label>, Vec<Numbered<'a>>)> {
    let numbers: Vec<&[u32]> = listed.iter().map(|one| one.numbers.as_slice()).collect();
    let groups = groups(&numbers, group).into_iter();
    groups
        .map(|group| {
            let members =
                group.members.iter().map(|(number, _)| (*number, &listed[*number])).collect();
            (group.label, members)
        })
        .collect()
}

/// The key of a group's value in machine formats.
const GROUP: &str = "group";

/// Those of the sheets that are shown; `group` is the value under which they stand.
fn sheets(listed: &[Numbered], layout: &Layout, group: Option<Cell>, lang: Lang) -> Block {
    let needed = |name: &String| {
        layout.asked || layout.sorted.contains(name) || layout.totals && name == "cost"
    };
    let column = |key: &Key| Column {
        numeric: is_number(key),
        spare: SPARE.contains(&key.name().as_str()) && !needed(&key.name()),
        ..Column::new(key.name(), key.label().say(lang))
    };
    let mut columns: Vec<Column> = layout.columns.iter().map(column).collect();
    columns.extend(group.iter().map(|_| Column::new(GROUP, "")));
    let shown = listed.iter().filter(|(number, _)| *number < layout.most);
    let row = |(_, one): &Numbered| one.row.iter().chain(&group).cloned().collect();
    Block::Table(Table::new("sheets", columns, shown.map(row).collect()))
}

fn totals(listed: &[Numbered], layout: &Layout, group: Option<Cell>, lang: Lang) -> Option<Block> {
    let mut purses = Purses::new();
    for spent in listed.iter().filter_map(|(_, one)| one.spent.clone()) {
        purses.entry(spent.purse).or_default().push(spent);
    }
    let mut columns = vec![Column::new(GROUP, "")];
    columns.extend(money::columns(lang));
    let name = group.unwrap_or(Cell::words(""));
    let row =
        |all: &Vec<Spent>| std::iter::once(name.clone()).chain(money::cells(all, lang)).collect();
    let rows = purses.values().map(row).collect();
    layout.totals.then(|| Block::Table(Table::new("totals", columns, rows)))
}

fn is_number(key: &Key) -> bool {
    match key {
        Key::Field(field) => {
            field.key == "cost" || matches!(field.shape, Shape::Count | Shape::Decimal)
        }
        Key::Member(..) | Key::Group(_) | Key::Own(_) => false,
    }
}

//! What `list` and `filter` say: a row for each sheet, a column for each key asked for.

use crate::lang::Lang;
use crate::report::groups::name;
use crate::report::{Block, Cell, Column, Report, Table, Tone, money};
use crate::sheet::Sheet;
use crate::sheet::key::Key;
use crate::sheet::shape::Shape;
use crate::stats::cost::{CostsByGroup, ProjectCost};
use crate::stats::group_value::GroupValue;
use crate::stats::grouping::Grouping;
use crate::stats::groups::groups;

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
pub struct ListRow {
    cells: Vec<Cell>,
    /// The ids of the values under which it stands.
    value_ids: Vec<u32>,
    cost: Option<ProjectCost>,
}

impl ListRow {
    pub fn of(sheet: &Sheet, layout: &Layout, lang: Lang) -> ListRow {
        ListRow {
            cells: layout
                .columns
                .iter()
                .map(|key| {
                    let cell = Cell::summary(&key.value(sheet), lang);
                    match key {
                        Key::Field(field) if field.key == "id" => cell.with_tone(Tone::Strong),
                        _ => cell,
                    }
                })
                .collect(),
            value_ids: layout.group.iter().flat_map(|group| group.value_ids(sheet)).collect(),
            cost: if layout.totals { ProjectCost::of(sheet) } else { None },
        }
    }
}

/// The report of all sheets, in the order given.
pub fn report(rows: &[ListRow], layout: &Layout, lang: Lang) -> Report {
    let mut report = Report::new("list");
    let all: Vec<Indexed> = rows.iter().enumerate().collect();
    if let Some(group) = layout.group.as_ref().filter(|_| !all.is_empty()) {
        for (label, of_group) in grouped(rows, group) {
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

/// A row, and its index among all.
type Indexed<'a> = (usize, &'a ListRow);

/// The sheets under each value, in the order of the values.
fn grouped<'a>(
    rows: &'a [ListRow],
    group: &Grouping,
) -> Vec<(Option<GroupValue>, Vec<Indexed<'a>>)> {
    let value_ids: Vec<&[u32]> = rows.iter().map(|row| row.value_ids.as_slice()).collect();
    groups(&value_ids, group)
        .into_iter()
        .map(|group| {
            let members = group.members.iter().map(|(index, _)| (*index, &rows[*index])).collect();
            (group.label, members)
        })
        .collect()
}

/// The key of a group's value in machine formats.
const GROUP: &str = "group";

/// Those of the sheets that are shown; `group` is the value under which they stand.
fn sheets(rows: &[Indexed], layout: &Layout, group: Option<Cell>, lang: Lang) -> Block {
    let needed = |name: &String| {
        layout.asked || layout.sorted.contains(name) || layout.totals && name == "cost"
    };
    let mut columns: Vec<Column> = layout
        .columns
        .iter()
        .map(|key| Column {
            numeric: is_number(key),
            optional: SPARE.contains(&key.name().as_str()) && !needed(&key.name()),
            ..Column::new(key.name(), key.label().get(lang))
        })
        .collect();
    columns.extend(group.iter().map(|_| Column::new(GROUP, "")));
    let shown = rows.iter().filter(|(index, _)| *index < layout.most);
    let cells = shown.map(|(_, row)| row.cells.iter().chain(&group).cloned().collect());
    Block::Table(Table::new("sheets", columns, cells.collect()))
}

fn totals(rows: &[Indexed], layout: &Layout, group: Option<Cell>, lang: Lang) -> Option<Block> {
    let mut costs = CostsByGroup::new();
    for cost in rows.iter().filter_map(|(_, row)| row.cost.clone()) {
        costs.entry(cost.group).or_default().push(cost);
    }
    let mut columns = vec![Column::new(GROUP, "")];
    columns.extend(money::columns(lang));
    let name = group.unwrap_or(Cell::words(""));
    let rows = costs
        .values()
        .map(|all| std::iter::once(name.clone()).chain(money::cells(all, lang)).collect())
        .collect();
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

//! The report of `list` and `filter`: a row for each sheet, a column for each key.

use std::sync::Arc;

use crate::lang::Lang;
use crate::report::groups::{EACH, group_label};
use crate::report::{Block, Cell, Header, Report, Rows, Table, Tone, money};
use crate::sheet::Sheet;
use crate::sheet::key::Key;
use crate::stats::allocation::Counted;
use crate::stats::cost::{CostStats, CostsByGroup, ProjectCost};
use crate::stats::group_value::GroupValue;
use crate::stats::grouping::Grouping;
use crate::stats::groups::groups;

/// The columns shown where `--columns` names none, by their short names.
pub const DEFAULT_COLUMNS: [&str; 6] = ["id", "title", "territory", "year", "cost", "status"];

/// The keys of those that a narrow terminal hides first.
const OPTIONAL_COLUMNS: [&str; 3] = ["territory.name", "cost", "status"];

/// How a list is laid out.
pub struct Layout<'a> {
    pub columns: Vec<Key>,
    /// Whether `--columns` named them; then none is ever hidden.
    pub explicit_columns: bool,
    pub group: Option<Grouping<'a>>,
    /// Whether costs are added up: those of all sheets, shown or not.
    pub totals: bool,
    /// What projects count with, where only some years were asked for.
    pub counted: Option<Counted>,
    /// How many sheets are shown at most.
    pub limit: usize,
    /// The keys that the list is sorted by: their columns stay.
    pub sorted_by: Vec<String>,
}

/// What is listed of a sheet.
#[derive(Clone, Debug)]
pub struct ListRow {
    cells: Vec<Cell>,
    /// The groups that the sheet belongs to, as [`Grouping`] numbers them.
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
                    let cell = Cell::of_key(key, sheet, lang);
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
pub fn report(mut rows: Vec<ListRow>, layout: &Layout, lang: Lang) -> Report {
    let mut report = Report::new("list");
    let all: Vec<usize> = (0..rows.len()).collect();
    if layout.group.is_none() {
        let shown = rows.iter_mut().take(layout.limit).map(|row| std::mem::take(&mut row.cells));
        report.blocks.push(sheets(shown.collect(), layout, lang));
    }
    let rows = Arc::new(rows);
    if let Some(group) = &layout.group {
        let mut room = layout.limit;
        for (value, members) in grouped(&rows, group) {
            let label = group_label(value.as_ref(), lang);
            let shown = &members[..members.len().min(room)];
            room -= shown.len();
            if !shown.is_empty() || layout.totals {
                report.blocks.push(Block::Heading(format!("{} ({})", label.text, members.len())));
            }
            if !shown.is_empty() {
                let shown = of_group(&rows, shown, label.clone());
                report.blocks.push(sheets(shown, layout, lang));
            }
            report.blocks.extend(totals(&rows, &members, layout, Some(&label), lang));
        }
        if all.is_empty() || layout.limit == 0 {
            report.blocks.push(sheets(Vec::new().into(), layout, lang));
        }
        if layout.totals {
            report.blocks.push(Block::Heading("Total".to_owned()));
        }
    }
    report.blocks.extend(totals(&rows, &all, layout, None, lang));
    if layout.totals && layout.group.is_some() && count(&rows, layout) > all.len() {
        report.blocks.push(Block::Line(EACH.get(lang).to_owned(), Tone::Muted));
    }
    let counted = layout.counted.filter(|_| layout.totals && !all.is_empty());
    report.blocks.extend(counted.map(|counted| money::counted(counted, lang)));
    report
}

/// How many rows the list has: in groups a sheet stands under each of its values.
pub fn count(rows: &[ListRow], layout: &Layout) -> usize {
    let grouped = |group| grouped(rows, group).iter().map(|(_, members)| members.len()).sum();
    layout.group.as_ref().map_or(rows.len(), grouped)
}

/// The rows under each value by their indexes, in the order of the values.
fn grouped(rows: &[ListRow], group: &Grouping) -> Vec<(Option<GroupValue>, Vec<usize>)> {
    let value_ids: Vec<&[u32]> = rows.iter().map(|row| row.value_ids.as_slice()).collect();
    groups(&value_ids, group)
        .into_iter()
        .map(|group| (group.label, group.sheets.iter().map(|(index, _)| *index).collect()))
        .collect()
}

/// The key of a group's value in machine formats.
const GROUP_KEY: &str = "group";

/// The rows of the sheets that are shown of a group, each with the value of the group.
fn of_group(rows: &Arc<Vec<ListRow>>, shown: &[usize], group: Cell) -> Rows {
    let (rows, shown) = (Arc::clone(rows), shown.to_vec());
    Rows::made(shown.len(), move |number| {
        rows[shown[number]].cells.iter().chain([&group]).cloned().collect()
    })
}

/// The table of the sheets that are shown.
fn sheets(rows: Rows, layout: &Layout, lang: Lang) -> Block {
    let needed = |name: &String| {
        layout.explicit_columns
            || layout.sorted_by.contains(name)
            || layout.totals && name == "cost"
    };
    let mut headers: Vec<Header> = layout
        .columns
        .iter()
        .map(|key| Header {
            numeric: is_number(key),
            optional: OPTIONAL_COLUMNS.contains(&key.name().as_str()) && !needed(&key.name()),
            ..Header::of_key(key, lang)
        })
        .collect();
    headers.extend(layout.group.as_ref().map(|_| Header::for_machines(GROUP_KEY)));
    Block::Table(Table::new("sheets", headers, rows))
}

/// The table of the costs added up, if `--totals` asks for it.
fn totals(
    rows: &[ListRow],
    members: &[usize],
    layout: &Layout,
    group: Option<&Cell>,
    lang: Lang,
) -> Option<Block> {
    if !layout.totals {
        return None;
    }
    let mut costs = CostsByGroup::new();
    for cost in members.iter().filter_map(|index| rows[*index].cost.clone()) {
        costs.entry(cost.group).or_default().push(cost);
    }
    let costs: Vec<Option<CostStats>> = costs.values().map(|all| CostStats::of(all)).collect();
    let label = group.cloned().unwrap_or_else(Cell::empty);
    let groups = vec![vec![label]; costs.len()].into();
    let groups = Table::new("totals", vec![Header::for_machines(GROUP_KEY)], groups);
    Some(Block::Table(groups.beside(Table::of("totals", &costs, &money::COLUMNS, lang))))
}

fn is_number(key: &Key) -> bool {
    match key {
        Key::Field(field) => field.shape.is_numeric(),
        Key::Count(_) => true,
        Key::Member(..) | Key::Group(_) | Key::Own(_) => false,
    }
}

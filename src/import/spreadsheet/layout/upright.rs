//! Tabs with a label in each row: one project in the tab, or one in each column beside the labels.

use crate::import::spreadsheet::file::{Grid, GridRow};
use crate::import::spreadsheet::layout::found::{Found, FoundCell, FoundEntry, Layout};
use crate::import::spreadsheet::layout::heading::{Heading, heading};
use crate::import::spreadsheet::layout::left_out::{LeftOut, Why};
use crate::import::spreadsheet::layout::rows::left_out;
use crate::import::spreadsheet::layout::words::TAB_NAMES;
use crate::sheet::fields;
use crate::text::fold::name_key;

/// The labels of a tab.
pub(super) struct Labels {
    column: usize,
    /// How many fields they name.
    pub score: usize,
    pub has_title: bool,
}

/// The column whose cells are labels, if most of those that name a field have nothing of that sort
/// beside them.
pub(super) fn labels(grid: &Grid) -> Option<Labels> {
    let first =
        grid.rows.iter().filter_map(|row| row.filled().next()).map(|cell| cell.column).min()?;
    let mut keys: Vec<&str> = Vec::new();
    for row in &grid.rows {
        let named = heading(row.text(first)).field;
        let beside = row.filled().find(|cell| cell.column > first);
        let is_header = beside.is_some_and(|cell| heading(&cell.text).field.is_some());
        keys.extend(named.filter(|_| !is_header).map(|field| field.key));
    }
    keys.sort_unstable();
    keys.dedup();
    let has_title = keys.contains(&"title");
    (keys.len() > 2).then_some(Labels { column: first, score: keys.len(), has_title })
}

/// The projects beside the labels.
pub(super) fn upright(grid: &Grid, labels: &Labels) -> Layout {
    let mut layout = Layout::default();
    let columns = project_columns(grid, labels);
    let mut headings: Vec<Heading> = Vec::new();
    let mut entries: Vec<FoundEntry> = columns.iter().map(|column| entry(grid, *column)).collect();
    for row in &grid.rows {
        let label = row.text(labels.column);
        let values: Vec<&str> = columns.iter().map(|column| row.text(*column)).collect();
        let is_bare = row.filled().all(|cell| cell.column == labels.column);
        if is_bare {
            if heading(label).field.is_none() && !label.is_empty() {
                layout.left_out.push(left_out(grid, row, Why::Heading));
            }
            continue;
        }
        // A value below another goes on with it.
        if !label.is_empty() || headings.is_empty() {
            headings.push(match label {
                "" => Heading::named(row.number.to_string(), None),
                label => heading(label),
            });
        }
        let at = headings.len() - 1;
        for (entry, (column, value)) in entries.iter_mut().zip(columns.iter().zip(values)) {
            let rest = rest(row, *column, labels, &columns);
            let value = headings[at].value(value);
            let text = [value].into_iter().chain(rest).filter(|text| !text.is_empty());
            let text = text.collect::<Vec<_>>().join(" ; ");
            let asides = row.cell(*column).map(|cell| cell.asides.clone()).unwrap_or_default();
            if text.is_empty() && asides.is_empty() {
                continue;
            }
            match entry.cells.last_mut().filter(|last| last.heading == at) {
                Some(last) => last.text = format!("{}\n{text}", last.text),
                None => {
                    let place = grid.place(row.number, Some(*column));
                    entry.cells.push(FoundCell { heading: at, text, asides, place });
                }
            }
        }
    }
    let mut found = Found::default();
    // Few labels may stand in a tab that is about no project.
    let may_name = entries.len() == 1 && (labels.has_title || labels.score >= MANY);
    let tab = tab_title(grid).filter(|_| may_name);
    for mut entry in entries {
        let title = entry.cells.iter().find(|cell| headings[cell.heading].is_title());
        entry.title = title.map(|cell| cell.text.clone()).unwrap_or_default();
        let is_model = entry.cells.iter().all(|cell| is_placeholder(&cell.text));
        if let Some(name) = tab.filter(|_| entry.title.is_empty()) {
            name.clone_into(&mut entry.title);
            let heading = headings.iter().position(Heading::is_title).unwrap_or_else(|| {
                headings.push(Heading::named(TAB.to_owned(), fields::find("title")));
                headings.len() - 1
            });
            let (text, place) = (name.to_owned(), entry.place.clone());
            entry.cells.insert(0, FoundCell { heading, text, asides: Vec::new(), place });
        }
        if is_model || entry.title.is_empty() {
            let why = if is_model { Why::Model } else { Why::Untitled };
            let texts = entry.cells.iter().map(|cell| cell.text.replace('\n', " "));
            let text = texts.collect::<Vec<_>>().join(" | ");
            layout.left_out.push(LeftOut { place: entry.place, text, why });
        } else {
            found.entries.push(entry);
        }
    }
    found.headings = headings;
    layout.found.push(found);
    layout
}

/// The heading under which the name of a tab is its project's title: a key, one in both languages.
const TAB: &str = "tab";

/// From so many labels on, a tab without that of a title is a project's all the same.
const MANY: usize = 4;

/// The name of a tab, unless a program gave it: `Feuil1`.
fn tab_title(grid: &Grid) -> Option<&str> {
    let name = grid.name.as_deref()?;
    let key = name_key(name.trim_end_matches(|c: char| c.is_ascii_digit()));
    (!key.is_empty() && !TAB_NAMES.contains(&key.as_str())).then_some(name)
}

/// The columns that hold projects: those beside the label of the title, else the first.
fn project_columns(grid: &Grid, labels: &Labels) -> Vec<usize> {
    let row = grid.rows.iter().find(|row| heading(row.text(labels.column)).is_title());
    let titles = row.into_iter().flat_map(GridRow::filled).map(|cell| cell.column);
    let mut columns: Vec<usize> = titles.filter(|column| *column > labels.column).collect();
    if columns.is_empty() {
        columns.push(labels.column + 1);
    }
    columns
}

/// What stands in a row to the right of a project, before the next: the first has what stands before
/// it, too.
fn rest(row: &GridRow, column: usize, labels: &Labels, columns: &[usize]) -> Vec<String> {
    let next = columns.iter().copied().find(|other| *other > column).unwrap_or(usize::MAX);
    let start = if columns.first() == Some(&column) { labels.column } else { column };
    let is_rest = |there: usize| there > start && there < next && there != column;
    row.filled()
        .filter(|cell| is_rest(cell.column))
        .map(|cell| cell.text.trim().to_owned())
        .collect()
}

fn entry(grid: &Grid, column: usize) -> FoundEntry {
    let first = grid.rows.first().map_or(1, |row| row.number);
    FoundEntry {
        place: grid.place(first, Some(column)),
        is_hidden: grid.is_hidden,
        ..FoundEntry::default()
    }
}

/// Whether a text only says what is to be written in its place.
fn is_placeholder(text: &str) -> bool {
    let text = text.trim();
    let in_brackets = |open, close| text.starts_with(open) && text.ends_with(close);
    in_brackets('[', ']')
        || in_brackets('<', '>')
        || text.contains("JJ/MM")
        || text.contains("DD/MM")
        || text.starts_with(['…', '_', '.'])
}

//! The importer: the bytes of a file → grids → tables → drafts.

use std::collections::HashSet;

use crate::finding::Finding;
use crate::import::codes::UNREADABLE_ROW;
use crate::import::how_written::{HowWritten, SaidOfText};
use crate::import::spreadsheet::codes::{
    FORMULA_WITHOUT_VALUE, HIDDEN, NOT_SHOWN, SEVERAL_AMOUNTS, STRUCK_OUT,
};
use crate::import::spreadsheet::file::Refusal;
use crate::import::spreadsheet::file::{self, Aside, Grid, is_book};
use crate::import::spreadsheet::layout::{
    Found, FoundCell, FoundEntry, Heading, LeftOut, Why, is_table, layout, read_name, settle,
};
use crate::import::spreadsheet::one_word::as_one_word;
use crate::import::spreadsheet::own;
use crate::import::table::{Beside, Cell, CellValue, Entry, Note, Table};
use crate::import::{EntryText, Import, ImportOptions, Imported, Problem};
use crate::lang::{list, phrase, text};
use crate::text::Span;
use crate::text::fold::{composed, name_key};

/// The name of this importer.
pub(crate) const NAME: &str = "spreadsheet";

/// How much of a text is looked at to know whether it is a table, in bytes.
const LOOKED_AT: usize = 1 << 16;

/// Whether these are the bytes of a spreadsheet, or of a text that is a table with a known header.
pub(in crate::import) fn recognizes(bytes: &[u8]) -> bool {
    if is_book(bytes) {
        return true;
    }
    let start = &bytes[..bytes.len().min(LOOKED_AT)];
    let is_other =
        start.trim_ascii_start().starts_with(b"{") || start.trim_ascii_start().starts_with(b"[");
    !is_other
        && file::read(start, SaidOfText::default()).is_ok_and(|grids| grids.iter().any(is_table))
}

/// Reads every project of a file.
pub(in crate::import) fn read(bytes: &[u8], options: &ImportOptions) -> Imported {
    let mut grids = file::read(bytes, options.said).map_err(Refusal::into_finding)?;
    if !options.is_named
        && let Some(export) = own::of_grids(&grids)
    {
        return Ok(Import { export: Some(export), ..Import::default() });
    }
    let cells = grids.iter_mut().flat_map(|grid| &mut grid.rows).flat_map(|row| &mut row.cells);
    cells.for_each(|cell| cell.text = as_one_word(&cell.text));
    let how = grids.iter().find_map(|grid| grid.how.as_ref());
    let how_read = how.map(HowWritten::words);
    let mut import = Import { how_read, ..Import::default() };
    let mut tables = Vec::new();
    for grid in &grids {
        let layout = layout(grid);
        import.left_out.extend(layout.left_out);
        tables.extend(layout.found.into_iter().map(|found| (grid, found)));
    }
    leave_out_repeated(&mut tables, &mut import.left_out);
    // Tabs with the same headings are one table.
    let mut joined: Vec<Joined> = Vec::new();
    for (grid, found) in tables {
        import.findings.extend(hidden_columns(grid, &found));
        let names: Vec<&str> =
            found.headings.iter().map(|heading| heading.shown.as_str()).collect();
        let key = name_key(&names.join("\n"));
        let at = joined.iter().position(|one| one.key == key).unwrap_or_else(|| {
            joined.push(Joined {
                key,
                table: Table { read_name, ..Table::default() },
                headings: Vec::new(),
                tabs: Vec::new(),
            });
            joined.len() - 1
        });
        let Joined { table, headings, tabs, .. } = &mut joined[at];
        let mut columns = Vec::new();
        for heading in found.headings {
            columns.push(table.column(&heading.shown, None));
            if headings.len() < table.columns.len() {
                headings.push(heading);
            }
        }
        for found in found.entries {
            match problem(&found) {
                Some(problem) => import.drafts.push(Err(problem)),
                None => {
                    table.entries.push(entry(found, &columns));
                    tabs.push(grid.name.as_deref().unwrap_or_default());
                }
            }
        }
    }
    if joined.is_empty() {
        let label = text!(
            "no table of projects: no row names a title and another field",
            "pas de tableau de projets : aucune ligne ne nomme un titre et un autre champ",
        );
        let label = match import.how_read {
            Some(how) => phrase!("{label} ({how})", "{label} ({how})", label, how),
            None => label.into(),
        };
        return Err(Refusal::broken(label).into_finding());
    }
    for Joined { mut table, headings, tabs, .. } in joined {
        keep_tabs(&mut table, &tabs);
        if let Some(mapping) = options.mapping {
            mapping.apply(&mut table.columns);
        }
        settle(&mut table.columns, &headings);
        let read = table.read(options);
        import.findings.extend(read.findings);
        import.findings.extend(several_amounts(&read.columns));
        import.columns.extend(read.columns);
        import.drafts.extend(read.drafts);
    }
    Ok(import)
}

/// Tables with the same headings.
struct Joined<'g> {
    key: String,
    table: Table,
    /// That of each of its columns.
    headings: Vec<Heading>,
    /// The tab of each of its entries.
    tabs: Vec<&'g str>,
}

/// Keeps the name of the tab of each entry, where several tabs are one table and group what stands in
/// them: it may say the year or the place. `tab` is a key of the file, which is one in both languages.
fn keep_tabs(table: &mut Table, tabs: &[&str]) {
    let count = tabs.iter().collect::<HashSet<_>>().len();
    if count < 2 || count == tabs.len() {
        return;
    }
    let column = table.column("tab", None);
    for (entry, tab) in table.entries.iter_mut().zip(tabs) {
        entry.cells.push(Cell::of(column, (CellValue::Text((*tab).to_owned()), None)));
    }
}

/// Leaves out the tables that only say again, in fewer words, what stands in others: a summary.
fn leave_out_repeated(tables: &mut Vec<(&Grid, Found)>, out: &mut Vec<LeftOut>) {
    let titles = |found: &Found| -> HashSet<String> {
        found.entries.iter().map(|entry| name_key(&entry.title)).collect()
    };
    let cells = |found: &Found| found.entries.iter().map(|entry| entry.cells.len()).sum::<usize>();
    let all: Vec<(HashSet<String>, usize)> =
        tables.iter().map(|(_, found)| (titles(found), cells(found))).collect();
    let mut at = 0;
    tables.retain(|(_, found)| {
        let (own, weight) = &all[at];
        let others =
            all.iter().enumerate().filter(|(other, (_, more))| *other != at && more > weight);
        let elsewhere: HashSet<&String> = others.flat_map(|(_, (titles, _))| titles).collect();
        at += 1;
        let is_summary = !own.is_empty() && own.iter().all(|title| elsewhere.contains(title));
        if is_summary {
            let headings = found.headings.iter().map(|heading| heading.shown.replace('\n', " "));
            let text = headings.collect::<Vec<_>>().join(" | ");
            out.push(LeftOut { place: found.place.clone(), text, why: Why::Elsewhere });
            out.extend(found.entries.iter().map(|entry| {
                let texts = entry.cells.iter().map(|cell| cell.text.replace('\n', " "));
                let text = texts.collect::<Vec<_>>().join(" | ");
                LeftOut { place: entry.place.clone(), text, why: Why::Elsewhere }
            }));
        }
        !is_summary
    });
}

/// Why a row is no entry, if it is none.
fn problem(found: &FoundEntry) -> Option<Problem> {
    let text = found.unreadable.clone()?;
    let label = text!("a quotation mark is never closed", "un guillemet n'est jamais refermé");
    let entry = Some(EntryText { name: found.place.clone(), text });
    Some(Problem { entry, finding: Box::new(Finding::new(&UNREADABLE_ROW, Span::TOP, label)) })
}

fn entry(found: FoundEntry, columns: &[usize]) -> Entry {
    let mut entry = Entry { name: found.place, ..Entry::default() };
    if found.is_hidden {
        let title = found.title;
        let label =
            phrase!("hidden in the file: {title}", "masqué dans le fichier : {title}", title);
        entry.notes.push(Note { lint: &HIDDEN, label });
    }
    for found in found.cells {
        let column = columns[found.heading];
        let (cell, notes) = cell(found, column);
        entry.cells.push(cell);
        entry.notes.extend(notes);
    }
    entry
}

/// A cell, and what is to be said of its entry where the cell says nothing.
fn cell(found: FoundCell, column: usize) -> (Cell, Vec<Note>) {
    let text = found.text.trim_matches([' ', '\u{200b}']);
    let text = composed(text).into_owned();
    let mut cell = Cell::of(column, (CellValue::Text(text), None));
    let mut of_entry = Vec::new();
    let place = found.place;
    for aside in found.asides {
        let (lint, label) = match aside {
            Aside::Value(value) => {
                cell.beside.push((Beside::Value, value));
                continue;
            }
            Aside::Comment(text) => {
                cell.beside.push((Beside::Comment, text));
                continue;
            }
            Aside::Link(address) => {
                cell.beside.push((Beside::Link, address));
                continue;
            }
            Aside::Struck => {
                (&STRUCK_OUT, phrase!("{place} is struck out", "{place} est barré", place = &place))
            }
            Aside::NotShown => (
                &NOT_SHOWN,
                phrase!(
                    "how {place} is shown is not in the file",
                    "le fichier ne dit pas comment {place} s'affiche",
                    place = &place,
                ),
            ),
            Aside::NoValue => {
                let label = phrase!(
                    "{place} is a formula without a value",
                    "{place} est une formule sans valeur",
                    place = &place
                );
                of_entry.push(Note { lint: &FORMULA_WITHOUT_VALUE, label });
                continue;
            }
        };
        cell.notes.push(Note { lint, label });
    }
    (cell, of_entry)
}

/// What is to be said of columns that people do not see.
fn hidden_columns(grid: &Grid, found: &Found) -> Option<Finding> {
    let names: Vec<&str> = found.hidden_columns.iter().map(String::as_str).collect();
    if names.is_empty() {
        return None;
    }
    let tab = grid.name.clone().unwrap_or_default();
    let names = list::and(&names);
    let label = phrase!(
        "hidden columns of {tab}: {names}",
        "colonnes masquées de {tab} : {names}",
        tab,
        names
    );
    Some(Finding::new(&HIDDEN, Span::TOP, label))
}

/// What is to be said where several columns are amounts, and one of them is read as the cost.
fn several_amounts(columns: &[crate::import::Column]) -> Option<Finding> {
    const AMOUNTS: [&str; 6] = ["cout", "montant", "budget", "prix", "subvention", "depense"];
    let cost = columns.iter().find(|column| column.key() == "cost")?;
    let is_amount = |name: &str| {
        let key = name_key(name);
        key.split(' ').any(|word| AMOUNTS.contains(&word.trim_end_matches('s')))
    };
    let others =
        columns.iter().filter(|column| column.key() == "extra" && is_amount(column.shown()));
    let others: Vec<&str> = others.map(|column| column.shown()).collect();
    if others.is_empty() {
        return None;
    }
    let (taken, others) = (cost.shown(), list::and(&others));
    let label = phrase!(
        "`{taken}` is read as the cost; other amounts are kept: {others}",
        "`{taken}` est lu comme le coût ; d'autres montants sont gardés : {others}",
        taken,
        others,
    );
    Some(Finding::new(&SEVERAL_AMOUNTS, Span::TOP, label))
}

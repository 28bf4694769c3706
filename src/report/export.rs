//! What `export` hands on: a row for each sheet with every key, or each sheet as a page.

use std::sync::Arc;

use crate::lang::Lang;
use crate::report::{Block, Cell, Header, Report, Rows, Table, show};
use crate::sheet::key::Key;
use crate::sheet::rev::{Exported, REV};
use crate::sheet::row;

/// A row for each sheet: its id, its digest, then every other key.
pub fn rows(sheets: Arc<[Exported]>, lang: Lang) -> Report {
    let keys: Vec<Key> = row::all_keys().collect();
    let mut headers: Vec<Header> = keys.iter().map(|key| Header::of_key(key, lang)).collect();
    headers.insert(1, Header::for_machines(REV));
    let rows = Rows::made(sheets.len(), move |number| {
        let Exported { sheet, rev } = &sheets[number];
        let mut cells: Vec<Cell> = keys.iter().map(|key| Cell::data(key.data(sheet))).collect();
        cells.insert(1, Cell::text(rev));
        cells
    });
    let table = Table::new("sheets", headers, rows);
    Report::new("export").with(Block::Table(table))
}

/// Each sheet whole, one after the other.
pub fn pages(sheets: &[Exported], lang: Lang) -> Report {
    let pages = sheets.iter().map(|exported| show::report(&exported.sheet, lang));
    Report { name: "export", ..show::in_turn(pages) }
}

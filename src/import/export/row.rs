//! What comes back of an export: lines by the ids of their sheets.

use crate::import::spreadsheet::LeftOut;
use crate::sheet::returned::{Cells, ItemLine};
use crate::sheet::rev::REV;

/// What came back of an export.
#[derive(Debug, Default)]
pub(crate) struct Export {
    pub rows: Vec<ExportRow>,
    /// What stands in the file and is no line of an export.
    pub left_out: Vec<LeftOut>,
}

/// A line that came back.
#[derive(Debug)]
pub(crate) struct ExportRow {
    pub id: String,
    /// For whom it was exported, and the digest of the sheet then.
    pub rev: String,
    /// Every other cell, by its key.
    pub cells: Cells,
    /// The lines of what the sheet has several of.
    pub items: Vec<ItemLine>,
}

impl ExportRow {
    /// A line; none where it has no id.
    pub(in crate::import) fn of(mut cells: Cells) -> Option<ExportRow> {
        let id = cells.remove("id").filter(|id| !id.trim().is_empty())?;
        Some(ExportRow { id, rev: cells.remove(REV).unwrap_or_default(), cells, items: Vec::new() })
    }
}

//! Why a file gives no grid, and how much a file may hold: counted while it is read, before anything
//! is kept.

use crate::finding::{Finding, Lint};
use crate::import::spreadsheet::codes::{NOT_A_SPREADSHEET, TOO_LARGE};
use crate::lang::number::integer;
use crate::lang::{Phrase, Text, phrase, text};
use crate::text::Span;

/// Why a file gives no grid.
#[derive(Debug)]
pub(in crate::import::spreadsheet) struct Refusal {
    lint: &'static Lint,
    label: Phrase,
}

impl Refusal {
    /// A file that is no table, or a broken one.
    pub(in crate::import::spreadsheet) fn broken(label: impl Into<Phrase>) -> Refusal {
        Refusal { lint: &NOT_A_SPREADSHEET, label: label.into() }
    }

    /// One that holds more than so many.
    pub(super) fn too_large(most: u64, what: Text) -> Refusal {
        let most = Phrase::per_lang(|lang| integer(most, lang));
        let label = phrase!("more than {most} {what}", "plus de {most} {what}", most, what);
        Refusal { lint: &TOO_LARGE, label }
    }

    pub(in crate::import::spreadsheet) fn into_finding(self) -> Box<Finding> {
        Box::new(Finding::new(self.lint, Span::TOP, self.label))
    }
}

/// The rows and the columns of a tab.
pub(super) const MAX_ROWS: usize = 200_000;
pub(super) const MAX_COLUMNS: usize = 500;

/// The cells of a file that say something.
const MAX_CELLS: usize = 5_000_000;

/// Those that only repeat what stands beside them or above.
const MAX_REPEATED: usize = 100_000;

/// What a file holds so far.
#[derive(Default)]
pub(super) struct Count {
    cells: usize,
    repeated: usize,
}

impl Count {
    /// Counts a cell at this row and column, both from 0.
    pub(super) fn cell(&mut self, row: usize, column: usize) -> Result<(), Refusal> {
        self.cells += 1;
        for (count, most, what) in [
            (row + 1, MAX_ROWS, text!("rows", "lignes")),
            (column + 1, MAX_COLUMNS, text!("columns", "colonnes")),
            (self.cells, MAX_CELLS, text!("cells", "cellules")),
        ] {
            if count > most {
                return Err(Refusal::too_large(most as u64, what));
            }
        }
        Ok(())
    }

    /// Counts cells that repeat another.
    pub(super) fn repeated(&mut self, cells: usize) -> Result<(), Refusal> {
        self.repeated = self.repeated.saturating_add(cells);
        if self.repeated > MAX_REPEATED {
            let what = text!("repeated cells", "cellules répétées");
            return Err(Refusal::too_large(MAX_REPEATED as u64, what));
        }
        Ok(())
    }
}

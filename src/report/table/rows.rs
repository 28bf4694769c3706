//! The rows of a table.

use std::fmt;
use std::sync::Arc;

use crate::report::table::cell::Cell;

/// Rows, each of which is made when it is asked for: who writes a table needs room for one of them.
#[derive(Clone)]
pub struct Rows {
    count: usize,
    row: Arc<dyn Fn(usize) -> Vec<Cell> + Send + Sync>,
}

impl Rows {
    /// So many rows; each is made of its number, from 0.
    pub fn made(count: usize, row: impl Fn(usize) -> Vec<Cell> + Send + Sync + 'static) -> Rows {
        Rows { count, row: Arc::new(row) }
    }

    pub fn len(&self) -> usize {
        self.count
    }

    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// One after the other.
    pub fn iter(&self) -> impl Iterator<Item = Vec<Cell>> {
        (0..self.count).map(|number| (self.row)(number))
    }
}

impl From<Vec<Vec<Cell>>> for Rows {
    fn from(rows: Vec<Vec<Cell>>) -> Rows {
        Rows::made(rows.len(), move |number| rows[number].clone())
    }
}

impl FromIterator<Vec<Cell>> for Rows {
    fn from_iter<I: IntoIterator<Item = Vec<Cell>>>(rows: I) -> Rows {
        Rows::from(rows.into_iter().collect::<Vec<_>>())
    }
}

impl fmt::Debug for Rows {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_list().entries(self.iter()).finish()
    }
}

//! The rows of a table.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use crate::report::table::cell::Cell;

/// Rows that are there, or of which each is made when it is asked for: then who writes a table needs
/// room for one of them.
#[derive(Clone)]
pub struct Rows(Source);

#[derive(Clone)]
enum Source {
    Kept(Arc<[Vec<Cell>]>),
    Made { count: usize, row: Arc<dyn Fn(usize) -> Vec<Cell> + Send + Sync> },
}

impl Rows {
    /// So many rows; each is made of its number, from 0.
    pub fn made(count: usize, row: impl Fn(usize) -> Vec<Cell> + Send + Sync + 'static) -> Rows {
        Rows(Source::Made { count, row: Arc::new(row) })
    }

    pub fn len(&self) -> usize {
        match &self.0 {
            Source::Kept(rows) => rows.len(),
            Source::Made { count, .. } => *count,
        }
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// One after the other.
    pub fn iter(&self) -> impl Iterator<Item = Cow<'_, [Cell]>> {
        (0..self.len()).map(|number| match &self.0 {
            Source::Kept(rows) => Cow::Borrowed(rows[number].as_slice()),
            Source::Made { row, .. } => Cow::Owned(row(number)),
        })
    }
}

impl From<Vec<Vec<Cell>>> for Rows {
    fn from(rows: Vec<Vec<Cell>>) -> Rows {
        Rows(Source::Kept(rows.into()))
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

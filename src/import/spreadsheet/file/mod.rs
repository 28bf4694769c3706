//! Files → grids: texts, workbooks and documents of LibreOffice, each cell as it is shown. What a file
//! holds is counted before it is kept.

mod refusal;

mod grid;

mod package;
mod xml;

mod delimited;
mod ods;
mod xlsx;

mod book;

pub(crate) use book::is_book;
pub(super) use book::read;
#[cfg(test)]
pub(super) use package::packed;

pub(super) use grid::{Aside, Grid, GridCell, GridRow, letters};
pub(super) use refusal::Refusal;

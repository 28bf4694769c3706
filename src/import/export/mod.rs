//! Exports of ours as they come back, in every format that does: edited cells alone are taken.

mod row;

mod read;

pub(super) use read::{NAME, read, recognizes};
pub(crate) use row::{Export, ExportRow};

//! Entries whose values stand under columns: an export, a spreadsheet. Column → field → draft.
//!
//! Which field a column is, [`propose()`] says by its label, its name and its values, and how sure that
//! is; a [`Mapping`] is what somebody has settled. Nothing here knows of a wiki.

mod column;
mod entry;

mod mapping;
mod propose;

mod secret;
mod slips;

mod draft;
mod unread;

mod read;

pub(crate) use column::{Column, Sureness, Target};
pub(crate) use mapping::Mapping;

pub(super) use draft::draft;
pub(super) use entry::{Beside, Cell, CellValue, Entry, Note};
pub(super) use propose::propose;
pub(super) use read::Table;

//! Edge: the only door to the disk.
//!
//! [`Collection`] says where the sheets are, [`load()`] reads them all at once, [`Lock`] is the right
//! to write, and writes each whole or not at all. Nothing here knows what a sheet is.

mod access;
mod collection;
mod draft;
mod folder;
mod git;
mod load;
mod lock;
mod output;
mod remote;
mod rename;
mod retry;
mod save;
mod snapshot;
mod temporary;
mod walk;

pub(crate) use collection::{Collection, SHEETS_DIR, SheetPath};
pub(crate) use draft::DraftFile;
pub(crate) use folder::{foreign_files, make_folder};
pub(crate) use git::{Changes, changes_since, day_of, has_history, repository, revision_before};
pub(crate) use load::{is_standard_stream, load, read, read_bytes, read_given, read_given_bytes};
pub(crate) use lock::Lock;
pub(crate) use output::{Output, write_output};
pub(crate) use remote::remote;
pub(crate) use save::{Created, Replaced};

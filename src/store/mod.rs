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
mod look;
mod name;
mod retry;
mod save;
mod temporary;

pub use collection::{Collection, SHEETS, SheetPath};
pub use draft::DraftFile;
pub use folder::make_folder;
pub use git::changed_since;
pub use load::{load, read, read_bytes, read_given};
pub use lock::Lock;
pub use save::{Created, Replaced};

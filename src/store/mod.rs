//! Edge: the only door to the disk.
//!
//! [`Collection`] says where the sheets are, [`load()`] reads them all at once, [`create`] writes one
//! whole or not at all. Nothing here knows what a sheet is.

mod collection;
mod draft;
mod git;
mod load;
mod save;
mod trouble;

pub use collection::{Collection, SHEETS, SheetPath};
pub use draft::Draft;
pub use git::changed_since;
pub use load::{load, read, read_bytes, read_given};
pub use save::{Created, Lock, Replaced, create, make_folder, rename, replace};
pub use trouble::Trouble;

//! What `import` says: the sheets that it would make or change, how every value was read, and what was
//! not understood.

mod proposal;

mod account;
mod columns;
mod keys;
mod not_imported;

mod sheets;

pub use columns::PlacedColumn;
pub use keys::{KeyRow, KeyState, words};
pub use not_imported::NotImported;
pub use proposal::{ImportState, Kept, Proposal};
pub use sheets::{Gone, ImportAnswer, MAX_SHOWN, report};

//! Table 1: every field of a sheet, and how one is found in it.

mod addable;
mod lookup;
mod table;
mod top_keys;
pub mod write_command;

pub use addable::{COOPERATIVE, TEAM, addable, word_of};
pub use lookup::{called, find, labelled, member_texts, names_at, near, required, shape_at, texts};
pub use table::{FIELDS, beside_unread, written};
pub use top_keys::{TOP_KEYS, TopKey, is_top_key};

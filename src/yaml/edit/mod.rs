//! Changes of a text in place. The crate that does most of it has its door in `by_crate.rs`; whole
//! lines are ours to move, in `by_lines.rs`.

mod in_place;
mod rewrite;

mod by_crate;
mod by_lines;

mod expected;
mod refused;

pub use in_place::{edit, lines_of};
pub use refused::EditError;
pub use rewrite::rewrite;

//! A text that lists things: cut into pieces, each of which is clear, doubtful or no item, as an
//! amount is.

mod cut;
pub mod item;
pub mod judge;
pub mod kind;
mod known;
pub mod mark;
pub mod name;
mod piece;
mod read;
mod remembered;
pub mod segments;
pub mod words;

pub use item::{Judged, ListItem, Scope};
pub use known::KnownNames;
pub use piece::Piece;
pub use read::{certain_pieces, is_one, pieces, read, read_pieces};

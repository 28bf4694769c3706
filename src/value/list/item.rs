//! What a list may hold.

use crate::value::list::kind::Kind;
use crate::value::list::piece::Piece;
use crate::value::parsed::Parsed;

/// What a list may hold.
pub trait ListItem: Sized {
    /// How a text that lists such things is cut.
    const KIND: &'static Kind;

    /// The item that is nothing but its name, or its text.
    fn named(text: &str) -> Self;

    /// Reads one piece, which says something.
    fn read(piece: &Piece) -> Parsed<Self>;

    /// Takes a piece that only says more of the item before it; tells whether it is one.
    fn append(&mut self, _piece: &Piece) -> bool {
        false
    }
}

/// Of what a text is the whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    Field,
    Item,
}

/// A piece as it was written, and what was read in it.
#[derive(Debug)]
pub struct Judged<T> {
    pub text: String,
    pub outcome: Parsed<T>,
    /// Whether it only says that there are others, or nothing: `etc.`.
    pub is_remark: bool,
}

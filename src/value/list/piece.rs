//! A piece of the text of a list.

use crate::lang::Text;

/// A stretch of a text that probably is one item.
#[derive(Clone, Debug, Default)]
pub struct Piece {
    pub text: String,
    /// What stood before it, or before those in front of it, with a colon.
    pub heading: Option<String>,
    /// Why it may have been meant to be cut otherwise.
    pub doubt: Option<Text>,
}

impl Piece {
    pub fn of(text: &str) -> Piece {
        Piece { text: text.trim().to_owned(), ..Piece::default() }
    }
}

//! Where in a text a thing stands.

/// A place in a text, as editors count: lines and columns from 1, columns in characters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    pub line: u32,
    pub column: u32,
}

/// The stretch of text from `start` to just before `end`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    pub start: Position,
    pub end: Position,
}

impl Span {
    /// The stretch of `length` characters from a place on one line.
    pub fn on_line(line: usize, column: usize, length: usize) -> Span {
        let at = |column: usize| Position { line: line as u32, column: column as u32 };
        Span { start: at(column), end: at(column + length) }
    }

    /// The beginning of a file: where a finding stands that concerns the whole of it.
    pub const TOP: Span =
        Span { start: Position { line: 1, column: 1 }, end: Position { line: 1, column: 1 } };
}

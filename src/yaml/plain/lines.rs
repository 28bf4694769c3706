//! The lines of a text: those that say something one after the other, each with its place.

use crate::text::{Position, Span};
use crate::yaml::plain::find::{characters, line_end, spaces};

/// The lines of a text, of which one is looked at.
pub(super) struct Lines<'a> {
    text: &'a str,
    /// The byte at which the line behind begins, and its number.
    next: usize,
    number: u32,
    /// The line that is looked at; `None` behind the last.
    pub line: Option<Line<'a>>,
}

/// What is left of a line.
#[derive(Clone, Copy)]
pub(super) struct Line<'a> {
    pub number: u32,
    /// The characters before `rest`.
    pub column: usize,
    /// From its first character that is no space; spaces at its end are part of it.
    pub rest: &'a str,
    /// Whether each of its characters is one byte, so that none need be counted.
    is_ascii: bool,
}

/// A line as it is written, without its end.
#[derive(Clone, Copy)]
pub(super) struct WholeLine<'a> {
    pub number: u32,
    pub text: &'a str,
    is_ascii: bool,
    /// The byte at which the line behind begins.
    next: usize,
}

impl<'a> Lines<'a> {
    /// The lines of a text, at the first that says something; `None` where a character stands in
    /// the text that only the general parser may judge, or where it breaks off behind its last
    /// line.
    pub(super) fn of(text: &'a str) -> Option<Lines<'a>> {
        let last = text.rsplit_once('\n').map_or(text, |(_, last)| last);
        let last = last.trim_start_matches(' ');
        let breaks_off = last.starts_with('#') || (last.is_empty() && !text.ends_with('\n'));
        if breaks_off || has_odd_characters(text) {
            return None;
        }
        let mut lines = Lines { text, next: 0, number: 1, line: None };
        lines.advance();
        Some(lines)
    }

    /// Goes on to the next line that says something.
    pub(super) fn advance(&mut self) {
        self.line = None;
        while let Some(line) = self.peek() {
            self.pass(&line);
            let WholeLine { number, text, is_ascii, .. } = line;
            let column = spaces(text.as_bytes());
            let rest = &text[column..];
            let line = Line { number, column, rest, is_ascii };
            if !matches!(line.first(), None | Some(b'#')) {
                self.line = Some(line);
                return;
            }
        }
    }

    /// Goes behind the line that was peeked at.
    #[inline]
    pub(super) fn pass(&mut self, line: &WholeLine<'a>) {
        self.next = line.next;
        self.number += 1;
    }

    /// The line behind the one that is looked at, empty or not.
    #[inline]
    pub(super) fn peek(&self) -> Option<WholeLine<'a>> {
        let rest = self.text.get(self.next..).filter(|rest| !rest.is_empty())?;
        let (end, is_ascii) = line_end(rest.as_bytes());
        let text = end.map_or(rest, |end| &rest[..end]);
        let has_cr = text.as_bytes().last() == Some(&b'\r');
        let text = &text[..text.len() - usize::from(has_cr)];
        let next = end.map_or(self.text.len(), |end| self.next + end + 1);
        Some(WholeLine { number: self.number, text, is_ascii, next })
    }

    /// Whether the last line that was taken ends with the text, and not with a line break.
    pub(super) fn breaks_off(&self) -> bool {
        self.next == self.text.len() && !self.text.ends_with('\n')
    }

    /// Where the next thing begins; behind the last, at the beginning of the line that is not there.
    pub(super) fn here(&self) -> Position {
        match self.line {
            Some(line) => line.position(0),
            None => at(self.number, 0),
        }
    }
}

impl<'a> Line<'a> {
    /// The first byte of the rest.
    #[inline]
    pub(super) fn first(&self) -> Option<u8> {
        self.rest.as_bytes().first().copied()
    }

    /// The place of a byte of the rest.
    #[inline]
    pub(super) fn position(&self, byte: usize) -> Position {
        at(self.number, self.column + self.characters(0, byte))
    }

    /// The stretch from a byte of the rest to another.
    #[inline]
    pub(super) fn span(&self, from: usize, to: usize) -> Span {
        let start = self.position(from);
        let length = self.characters(from, to) as u32;
        Span { start, end: Position { column: start.column + length, ..start } }
    }

    /// The rest from a byte on.
    #[inline]
    pub(super) fn skip(&self, bytes: usize) -> Line<'a> {
        let column = self.column + self.characters(0, bytes);
        Line { column, rest: &self.rest[bytes..], ..*self }
    }

    /// The rest from its first character that is no space.
    #[inline]
    pub(super) fn skip_spaces(&self) -> Line<'a> {
        let spaces = spaces(self.rest.as_bytes());
        Line { column: self.column + spaces, rest: &self.rest[spaces..], ..*self }
    }

    /// How many characters stand from a byte of the rest to another.
    #[inline]
    fn characters(&self, from: usize, to: usize) -> usize {
        if self.is_ascii { to - from } else { characters(&self.rest.as_bytes()[from..to]) }
    }
}

/// A place, its column counted from 0.
#[inline]
pub(super) fn at(line: u32, column: usize) -> Position {
    Position { line, column: column as u32 + 1 }
}

/// A text without the spaces at its end.
#[inline]
pub(super) fn trim_spaces_end(text: &str) -> &str {
    let bytes = text.as_bytes();
    let mut end = bytes.len();
    while end > 0 && bytes[end - 1] == b' ' {
        end -= 1;
    }
    &text[..end]
}

/// Whether a tab, another control character, a lone CR or a byte order mark stands in a text.
fn has_odd_characters(text: &str) -> bool {
    const CHUNK: usize = 64;
    const BOM: &str = "\u{feff}";
    let bytes = text.as_bytes();
    let is_control = |byte: u8| (byte < b' ') & (byte != b'\n');
    let is_odd = |byte: u8| is_control(byte) | (byte == BOM.as_bytes()[0]);
    let any = |chunk: &[u8]| chunk.iter().fold(false, |odd, byte| odd | is_odd(*byte));
    if !bytes.chunks(CHUNK).any(any) {
        return false;
    }
    let ends_line = |index: usize| bytes[index] == b'\r' && bytes.get(index + 1) == Some(&b'\n');
    text.contains(BOM) || (0..bytes.len()).any(|at| is_control(bytes[at]) && !ends_line(at))
}

//! The lines of a text: those that say something one after the other, each with its place.

use crate::text::scan::has_byte;
use crate::text::{Position, Span};
use crate::yaml::plain::find::{characters, spaces, until_control};

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
    /// As many bytes of `rest`, and perhaps more than it has, are a character each, so that none of
    /// them need be counted.
    ascii: usize,
}

/// A line as it is written, without its end.
#[derive(Clone, Copy)]
pub(super) struct WholeLine<'a> {
    pub number: u32,
    pub text: &'a str,
    /// As many bytes of it are a character each.
    ascii: usize,
    /// The byte at which the line behind begins.
    next: usize,
}

impl<'a> Lines<'a> {
    /// The lines of a text, at the first that says something; `None` where a byte order mark stands
    /// in the text, or where it breaks off behind its last line.
    pub(super) fn of(text: &'a str) -> Option<Lines<'a>> {
        let last = text.rsplit_once('\n').map_or(text, |(_, last)| last);
        let last = last.trim_start_matches(' ');
        let breaks_off = last.starts_with('#') || (last.is_empty() && !text.ends_with('\n'));
        if breaks_off || has_mark(text) {
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
            let WholeLine { number, text, ascii, .. } = line;
            let column = spaces(text.as_bytes());
            let rest = &text[column..];
            let line = Line { number, column, rest, ascii: ascii - column };
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

    /// The line behind the one that is looked at, empty or not; none where a control character that
    /// only the general parser may judge stands in it.
    #[inline]
    pub(super) fn peek(&self) -> Option<WholeLine<'a>> {
        let rest = self.text.get(self.next..).filter(|rest| !rest.is_empty())?;
        let (length, ascii) = until_control(rest.as_bytes());
        let (text, end) = rest.split_at(length);
        let end = match end.as_bytes() {
            [] => 0,
            [b'\n', ..] => 1,
            [b'\r', b'\n', ..] => 2,
            _ => return None,
        };
        Some(WholeLine { number: self.number, text, ascii, next: self.next + length + end })
    }

    /// Whether every line was taken.
    pub(super) fn is_over(&self) -> bool {
        self.line.is_none() && self.next == self.text.len()
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
        let ascii = self.ascii.saturating_sub(bytes);
        Line { column, rest: &self.rest[bytes..], ascii, ..*self }
    }

    /// The rest past some bytes and the spaces behind them.
    #[inline]
    pub(super) fn past(&self, bytes: usize) -> Line<'a> {
        let spaces = spaces(&self.rest.as_bytes()[bytes..]);
        let column = self.column + self.characters(0, bytes) + spaces;
        let ascii = self.ascii.saturating_sub(bytes + spaces);
        Line { column, rest: &self.rest[bytes + spaces..], ascii, ..*self }
    }

    /// How many characters stand from a byte of the rest to another.
    #[inline]
    fn characters(&self, from: usize, to: usize) -> usize {
        if to <= self.ascii {
            return to - from;
        }
        let other = self.ascii.max(from);
        other - from + characters(&self.rest.as_bytes()[other..to])
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

/// Whether a byte order mark stands in a text.
fn has_mark(text: &str) -> bool {
    const BOM: &str = "\u{feff}";
    has_byte(text, BOM.as_bytes()[0]) && text.contains(BOM)
}

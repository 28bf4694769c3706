//! The text of a file, by bytes, lines and places. This is the door of `simdutf8`.

use std::cell::OnceCell;
use std::ops::Range;

use crate::text::position::{Position, Span};

/// The byte order mark that some editors put before a text.
const BOM: &[u8] = "\u{feff}".as_bytes();

/// A text that was read, with the name by which people know it.
#[derive(Debug)]
pub struct Source {
    /// The path as it is shown: relative to the collection, with `/`.
    pub path: String,
    text: String,
    /// Whether a byte order mark stood before the text.
    has_bom: bool,
    lines: OnceCell<Vec<Range<usize>>>,
    /// The byte of every so many-th character.
    strides: OnceCell<Vec<usize>>,
}

/// How many characters lie between those whose bytes are known.
const STRIDE: usize = 128;

impl Source {
    /// Takes the bytes of a file. A byte order mark at the beginning is no part of the text.
    ///
    /// # Errors
    /// The place of the first byte that is not UTF-8, with the text as far as it can be shown.
    pub fn new(path: impl Into<String>, bytes: &[u8]) -> Result<Source, Box<NotUtf8>> {
        let path = path.into();
        match simdutf8::compat::from_utf8(bytes) {
            Ok(text) => {
                let bare = text.strip_prefix('\u{feff}');
                let source = Source::of(path, bare.unwrap_or(text).to_owned());
                Ok(Source { has_bom: bare.is_some(), ..source })
            }
            Err(error) => {
                let byte = error.valid_up_to();
                let text = String::from_utf8_lossy(bytes).into_owned();
                Err(Box::new(NotUtf8 { source: Source::of(path, text), byte }))
            }
        }
    }

    /// Takes a text that is UTF-8 already.
    pub fn of(path: impl Into<String>, text: String) -> Source {
        Source {
            path: path.into(),
            text,
            has_bom: false,
            lines: OnceCell::new(),
            strides: OnceCell::new(),
        }
    }

    /// The same file with another text.
    pub fn with_text(&self, text: String) -> Source {
        Source { has_bom: self.has_bom, ..Source::of(self.path.clone(), text) }
    }

    /// The same file with a text in the place of a stretch.
    pub fn replaced(&self, span: Span, text: &str) -> Source {
        let (before, after) =
            (&self.text[..self.byte(span.start)], &self.text[self.byte(span.end)..]);
        self.with_text([before, text, after].concat())
    }

    /// The bytes of the file: the text, behind the byte order mark if there was one.
    pub fn bytes(&self) -> Vec<u8> {
        let mark = if self.has_bom { BOM } else { b"" };
        [mark, self.text.as_bytes()].concat()
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    /// How lines of this text end: CR LF where one of them does.
    pub fn line_end(&self) -> &'static str {
        if self.text.contains("\r\n") { "\r\n" } else { "\n" }
    }

    /// The text of a line counted from 1, without its end; empty past the last line.
    pub fn line(&self, line: u32) -> &str {
        let range = self.lines().get(line.saturating_sub(1) as usize);
        range.map_or("", |range| &self.text[range.clone()])
    }

    pub fn line_count(&self) -> u32 {
        self.lines().len() as u32
    }

    /// The byte at which a line counted from 1 begins; the end of the text past the last line.
    pub fn line_start(&self, line: u32) -> usize {
        let range = self.lines().get(line.saturating_sub(1) as usize);
        range.map_or(self.text.len(), |range| range.start)
    }

    /// The text of the lines from one to another, both within, with their ends.
    pub fn lines_between(&self, first: u32, last: u32) -> &str {
        let (start, end) = (self.line_start(first), self.line_start(last.saturating_add(1)));
        self.text.get(start..end).unwrap_or("")
    }

    /// The place of a byte of the text.
    pub fn position(&self, byte: usize) -> Position {
        let lines = self.lines();
        let index = lines.partition_point(|line| line.start <= byte).max(1) - 1;
        let before = self.text.get(lines[index].start..byte).unwrap_or("");
        Position { line: index as u32 + 1, column: before.chars().count() as u32 + 1 }
    }

    /// The byte at which a place stands; the end of its line where the column lies past it.
    pub fn byte(&self, position: Position) -> usize {
        let Some(range) = self.lines().get(position.line.saturating_sub(1) as usize) else {
            return self.text.len();
        };
        let column = position.column.saturating_sub(1) as usize;
        let (near, rest) =
            if column < STRIDE { (range.start, column) } else { self.near(range.start, column) };
        let within = self.text[near..].char_indices().nth(rest);
        within.map_or(range.end, |(byte, _)| (near + byte).min(range.end))
    }

    /// A byte near the character that stands some characters behind a byte, and how many characters
    /// are left to it; so that a place far to the right of a long line is found at once.
    fn near(&self, start: usize, characters: usize) -> (usize, usize) {
        let strides = self.strides.get_or_init(|| {
            self.text.char_indices().step_by(STRIDE).map(|(byte, _)| byte).collect()
        });
        let before = strides.partition_point(|byte| *byte <= start) - 1;
        let between = self.text[strides[before]..start].chars().count();
        let character = before * STRIDE + between + characters;
        match strides.get(character / STRIDE) {
            Some(byte) => (*byte, character % STRIDE),
            None => (self.text.len(), 0),
        }
    }

    /// The bytes of each line, split at the line breaks of YAML: LF, CR LF and CR.
    fn lines(&self) -> &[Range<usize>] {
        self.lines.get_or_init(|| {
            let bytes = self.text.as_bytes();
            let mut lines = Vec::new();
            let mut start = 0;
            for (index, &byte) in bytes.iter().enumerate() {
                let ends = match byte {
                    b'\n' => true,
                    b'\r' => bytes.get(index + 1) != Some(&b'\n'),
                    _ => false,
                };
                if ends {
                    let crlf = byte == b'\n' && index > start && bytes[index - 1] == b'\r';
                    lines.push(start..index - usize::from(crlf));
                    start = index + 1;
                }
            }
            lines.push(start..bytes.len());
            lines
        })
    }
}

/// Bytes that are no text.
#[derive(Debug)]
pub struct NotUtf8 {
    /// The text, with a replacement character for each byte that is none.
    pub source: Source,
    /// The first byte that is not UTF-8.
    pub byte: usize,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(text: &str) -> Source {
        Source::new("a.yaml", text.as_bytes()).expect("the text is UTF-8")
    }

    #[test]
    fn a_place_far_to_the_right_is_found_where_it_stands() {
        let source = source(&format!("é: 1\n{}\nfin: ici\n", "élan, 漢; ".repeat(200)));
        for line in 1..=3 {
            let start = source.line_start(line);
            let ends = source.line(line).char_indices().map(|(byte, _)| start + byte);
            for (column, byte) in (1..).zip(ends) {
                assert_eq!(source.byte(Position { line, column }), byte, "{line}:{column}");
            }
            let past = Position { line, column: 5_000 };
            assert_eq!(source.byte(past), start + source.line(line).len());
        }
    }

    #[test]
    fn places_are_counted_in_characters() {
        let source = source("été: 漢\r\nb: c\rd");
        assert_eq!(source.line_count(), 3);
        assert_eq!(source.line(1), "été: 漢");
        assert_eq!(source.line(2), "b: c");
        assert_eq!(source.line(3), "d");
        assert_eq!(source.line(9), "");
        let han = source.text().find('漢').expect("it is there");
        let place = Position { line: 1, column: 6 };
        assert_eq!(source.position(han), place);
        assert_eq!(source.byte(place), han);
        let past = Position { line: 2, column: 99 };
        assert_eq!(source.byte(past), source.text().len() - 2);
    }

    #[test]
    fn a_byte_order_mark_is_no_part_of_the_text() {
        assert_eq!(source("\u{feff}a").text(), "a");
    }
}

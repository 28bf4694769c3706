//! Texts: on one line, bare or quoted, and of several lines below `|` or `>`.

use crate::text::Span;
use crate::yaml::arena::{Arena, ArenaText};
use crate::yaml::node::{Node, ScalarStyle};
use crate::yaml::plain::find::{find, places, spaces};
use crate::yaml::plain::lines::{Line, Lines, WholeLine, at, trim_spaces_end};

/// The longest key, in bytes.
const MAX_KEY: usize = 512;

/// What stands on a line without quotation marks.
pub(super) enum Bare<'a> {
    /// A key, and where its colon stands.
    Key(&'a str, usize),
    /// A text, behind which only a comment may stand.
    Text(&'a str),
}

/// Splits a line at its first colon or comment; `None` where it begins with a mark, or is neither a
/// key nor a text.
#[inline]
pub(super) fn bare<'a>(line: &Line<'a>) -> Option<Bare<'a>> {
    let bytes = line.rest.as_bytes();
    if !begins_plain(bytes) {
        return None;
    }
    let end = places(b':', b'#', bytes).find(|place| match bytes[*place] {
        b':' => is_end_or_space(bytes, place + 1),
        _ => bytes[place - 1] == b' ',
    });
    let text = trim_spaces_end(&line.rest[..end.unwrap_or(bytes.len())]);
    match end.filter(|end| bytes[*end] == b':') {
        None => Some(Bare::Text(text)),
        Some(colon) => (begins_key(bytes[0]) && colon <= MAX_KEY).then_some(Bare::Key(text, colon)),
    }
}

/// The key with which a line begins, and where its colon stands.
#[inline]
pub(super) fn key<'a>(line: &Line<'a>) -> Option<(&'a str, usize)> {
    match bare(line)? {
        Bare::Key(key, colon) => Some((key, colon)),
        Bare::Text(_) => None,
    }
}

fn begins_key(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || byte >= 0x80
}

/// Reads a text that stands on its line alone, with perhaps a comment behind it.
pub(super) fn one_line<'a>(line: &Line<'a>, arena: &'a Arena) -> Option<Node<'a>> {
    let rest = line.rest;
    if matches!(line.first(), Some(b'"' | b'\'')) {
        let (text, length) = quoted(rest, arena)?;
        // It ends with its line, comment included.
        return is_blank_or_comment(&rest[length..])
            .then(|| Node::scalar(text, ScalarStyle::Quoted, line.span(0, rest.len())));
    }
    match bare(line)? {
        Bare::Text(text) => Some(plain(line, text)),
        Bare::Key(..) => None,
    }
}

/// A text with which a line begins.
#[inline]
pub(super) fn plain<'a>(line: &Line<'a>, text: &'a str) -> Node<'a> {
    Node::scalar(text, ScalarStyle::Plain, line.span(0, text.len()))
}

/// Whether a bare text may begin like this.
#[inline]
pub(super) fn begins_plain(bytes: &[u8]) -> bool {
    match bytes[0] {
        b'-' => !is_end_or_space(bytes, 1),
        b':' | b'?' | b',' | b'[' | b']' | b'{' | b'}' | b'#' | b'&' | b'*' | b'!' | b'|'
        | b'>' | b'\'' | b'"' | b'%' | b'@' | b'`' => false,
        _ => true,
    }
}

/// As many bytes as most texts of several lines have, so that few of them move.
const TYPICAL_TEXT: usize = 1000;

/// The text between quotation marks of one line, and how many bytes it takes with them; `None`
/// where there is an escape in it.
pub(super) fn quoted<'a>(rest: &'a str, arena: &'a Arena) -> Option<(&'a str, usize)> {
    let inner = &rest[1..];
    if rest.as_bytes()[0] == b'"' {
        let end = find(b'"', inner.as_bytes())?;
        let text = &inner[..end];
        return find(b'\\', text.as_bytes()).is_none().then_some((text, end + 2));
    }
    let mut end = find(b'\'', inner.as_bytes())?;
    let mut doubled = false;
    while inner.as_bytes().get(end + 1) == Some(&b'\'') {
        doubled = true;
        end += 2 + find(b'\'', &inner.as_bytes()[end + 2..])?;
    }
    let text = &inner[..end];
    Some((if doubled { arena.copy(&text.replace("''", "'")) } else { text }, end + 2))
}

/// Whether nothing follows but spaces and a comment.
pub(super) fn is_blank_or_comment(rest: &str) -> bool {
    let spaces = spaces(rest.as_bytes());
    rest.as_bytes().get(spaces).is_none_or(|byte| *byte == b'#' && spaces > 0)
}

#[inline]
fn is_end_or_space(bytes: &[u8], place: usize) -> bool {
    bytes.get(place).is_none_or(|byte| *byte == b' ')
}

/// What becomes of the line breaks at the end of a text of several lines.
#[derive(Clone, Copy, PartialEq)]
enum Chomping {
    Clip,
    Strip,
    Keep,
}

/// Reads a text of several lines, below a line that ends with `|` or `>`, in a block that stands at
/// a column; leaves the lines at the next that says something.
pub(super) fn text_below<'a>(
    lines: &mut Lines<'a>,
    header: &Line,
    block: usize,
    arena: &'a Arena,
) -> Option<Node<'a>> {
    let (style, rest) = match header.rest.strip_prefix('|') {
        Some(rest) => (ScalarStyle::Literal, rest),
        None => (ScalarStyle::Folded, header.rest.strip_prefix('>')?),
    };
    let chomping = match trim_spaces_end(rest) {
        "" => Chomping::Clip,
        "-" => Chomping::Strip,
        "+" => Chomping::Keep,
        _ => return None,
    };
    let mut empty = 0;
    let mut widest = 0;
    let first = loop {
        let line = lines.peek()?;
        if indent(line) < line.text.len() {
            break line;
        }
        widest = widest.max(line.text.len());
        empty += 1;
        lines.pass(&line);
    };
    let column = indent(first);
    if column <= block || widest > column {
        return None;
    }
    let mut text = TextOfLines::new(style, empty, arena);
    let end = loop {
        let Some(line) = lines.peek() else {
            break at(first.number + text.lines, 0);
        };
        let spaces = indent(line);
        if spaces == line.text.len() && spaces <= column {
            text.add_empty();
        } else if spaces < column {
            break at(line.number, spaces);
        } else {
            text.add(&line.text[column..]);
        }
        lines.pass(&line);
        if lines.breaks_off() {
            return None;
        }
    };
    let span = Span { start: at(first.number, column), end };
    lines.advance();
    Some(Node::scalar(text.finish(chomping), style, span))
}

fn indent(line: WholeLine) -> usize {
    spaces(line.text.as_bytes())
}

/// The lines of a text, joined as its style says (YAML 1.2.2, sections 8.1.2 and 8.1.3).
struct TextOfLines<'a> {
    style: ScalarStyle,
    text: ArenaText<'a>,
    /// Lines that were added, empty ones included, from the first with words.
    lines: u32,
    /// Whether a line with words stands before, and whether it begins with a space.
    has_line: bool,
    was_spaced: bool,
    /// Empty lines since then.
    empty: usize,
}

impl<'a> TextOfLines<'a> {
    fn new(style: ScalarStyle, empty: usize, arena: &'a Arena) -> TextOfLines<'a> {
        let text = arena.text(TYPICAL_TEXT);
        TextOfLines { style, text, lines: 0, has_line: false, was_spaced: false, empty }
    }

    fn add_empty(&mut self) {
        self.lines += 1;
        self.empty += 1;
    }

    fn add(&mut self, line: &str) {
        let spaced = line.as_bytes().first() == Some(&b' ');
        let folds =
            self.style == ScalarStyle::Folded && self.has_line && !self.was_spaced && !spaced;
        if folds && self.empty == 0 {
            self.text.push(' ');
        } else {
            self.break_lines(self.empty + usize::from(self.has_line && !folds));
        }
        self.text.push_str(line);
        self.lines += 1;
        (self.has_line, self.was_spaced, self.empty) = (true, spaced, 0);
    }

    fn break_lines(&mut self, count: usize) {
        (0..count).for_each(|_| self.text.push('\n'));
    }

    fn finish(mut self, chomping: Chomping) -> &'a str {
        match chomping {
            Chomping::Strip => {}
            Chomping::Clip => self.break_lines(1),
            Chomping::Keep => self.break_lines(1 + self.empty),
        }
        self.text.shrink_to_fit();
        self.text.into_bump_str()
    }
}

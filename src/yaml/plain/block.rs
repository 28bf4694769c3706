//! Mappings and lists whose lines stand below each other.

use crate::text::{Position, Span};
use crate::yaml::arena::Arena;
use crate::yaml::node::{ArenaMapping, Content, Node, Pair, ScalarStyle};
use crate::yaml::plain::lines::{Line, Lines};
use crate::yaml::plain::scalar::Bare;
use crate::yaml::plain::{TYPICAL_ITEMS, flow, scalar};

/// The deepest nesting of lists and mappings.
const MAX_DEPTH: usize = 32;
/// The most keys of a mapping.
const MAX_KEYS: usize = 32;
/// As many keys as most sheets have at their top, most groups below it and most items of lists, so
/// that few grow.
const TYPICAL_KEYS: usize = 16;
const TYPICAL_KEYS_BELOW: usize = 4;
const TYPICAL_KEYS_OF_ITEM: usize = 2;

/// Reads a text that is one mapping; `None` where it is not plain.
pub fn read<'a>(text: &'a str, arena: &'a Arena) -> Option<Node<'a>> {
    let mut block = Block { lines: Lines::of(text)?, depth: 0, arena };
    let column = block.lines.line?.column;
    let root = block.mapping(column, TYPICAL_KEYS)?;
    block.lines.is_over().then_some(root)
}

struct Block<'a> {
    lines: Lines<'a>,
    depth: usize,
    arena: &'a Arena,
}

impl<'a> Block<'a> {
    /// A mapping whose keys stand at a column, from the line that is looked at.
    fn mapping(&mut self, column: usize, typical: usize) -> Option<Node<'a>> {
        self.deeper()?;
        let start = self.lines.here();
        let mut mapping = ArenaMapping::with_capacity_in(typical, self.arena);
        while let Some(line) = self.lines.line.filter(|line| line.column == column) {
            let (key, colon) = scalar::key(&line)?;
            if mapping.has(key) || mapping.len() == MAX_KEYS {
                return None;
            }
            let key_span = line.span(0, key.len());
            let value = self.value(&line, colon, column)?;
            mapping.push(Pair { key: key.into(), key_span, value });
        }
        self.end(start, column, Content::Map(mapping.finish()))
    }

    /// What stands behind a colon, or below it.
    fn value(&mut self, line: &Line<'a>, colon: usize, column: usize) -> Option<Node<'a>> {
        let rest = line.past(colon + 1);
        if !matches!(rest.first(), None | Some(b'#')) {
            return self.inline(&rest, column);
        }
        self.lines.advance();
        match self.lines.line {
            Some(below) if below.column > column => self.below(&below),
            Some(below) if below.column == column && is_item(&below) => {
                let start = item(&below)?.position(0);
                self.list(column, start)
            }
            _ => Some(missing(line.position(colon))),
        }
    }

    /// A mapping or list that begins on a line of its own.
    fn below(&mut self, line: &Line<'a>) -> Option<Node<'a>> {
        if is_item(line) {
            self.list(line.column, line.position(0))
        } else {
            self.mapping(line.column, TYPICAL_KEYS_BELOW)
        }
    }

    /// A text, or what stands between brackets.
    fn inline(&mut self, rest: &Line<'a>, column: usize) -> Option<Node<'a>> {
        let first = rest.rest.as_bytes()[0];
        if matches!(first, b'|' | b'>') {
            let text = scalar::text_below(&mut self.lines, rest, column, self.arena)?;
            return self.is_over(column).then_some(text);
        }
        self.lines.advance();
        if !self.is_over(column) {
            return None;
        }
        match first {
            b'[' | b'{' => flow::one_line(rest, self.arena),
            _ => scalar::one_line(rest, self.arena),
        }
    }

    /// A list whose marks stand at a column, from the line that is looked at.
    fn list(&mut self, column: usize, start: Position) -> Option<Node<'a>> {
        self.deeper()?;
        let mut items = self.arena.list(TYPICAL_ITEMS);
        while let Some(line) = self.lines.line.filter(|line| line.column == column) {
            if !is_item(&line) {
                // A list at the column of its key ends where the next key stands.
                break;
            }
            let rest = item(&line)?;
            items.push(if rest.rest.is_empty() {
                self.lines.advance();
                match self.lines.line {
                    Some(below) if below.column > column => self.below(&below)?,
                    _ => missing(rest.position(0)),
                }
            } else if is_item(&rest) {
                self.lines.line = Some(rest);
                self.list(rest.column, rest.position(0))?
            } else {
                match scalar::bare(&rest) {
                    Some(Bare::Key(..)) => {
                        self.lines.line = Some(rest);
                        self.mapping(rest.column, TYPICAL_KEYS_OF_ITEM)?
                    }
                    Some(Bare::Text(text)) => {
                        self.lines.advance();
                        if !self.is_over(column) {
                            return None;
                        }
                        scalar::plain(&rest, text)
                    }
                    None => self.inline(&rest, column)?,
                }
            });
        }
        self.end(start, column, Content::List(items.into()))
    }

    fn deeper(&mut self) -> Option<()> {
        self.depth += 1;
        (self.depth <= MAX_DEPTH).then_some(())
    }

    /// A mapping or list of a column, which ends where the next thing begins.
    #[inline]
    fn end(&mut self, start: Position, column: usize, content: Content<'a>) -> Option<Node<'a>> {
        self.depth -= 1;
        self.is_over(column).then(|| Node { span: Span { start, end: self.lines.here() }, content })
    }

    /// Whether nothing of a block at a column goes on in the line that is looked at.
    fn is_over(&self, column: usize) -> bool {
        self.lines.line.is_none_or(|line| line.column <= column)
    }
}

/// Whether a line begins with the mark of an item.
fn is_item(line: &Line) -> bool {
    matches!(line.rest.as_bytes(), [b'-'] | [b'-', b' ', ..])
}

/// What stands behind the mark of an item; `None` where that is a comment.
#[inline]
fn item<'a>(line: &Line<'a>) -> Option<Line<'a>> {
    let rest = line.past(1);
    (rest.first() != Some(b'#')).then_some(rest)
}

fn missing(place: Position) -> Node<'static> {
    Node::scalar("", ScalarStyle::Plain, Span { start: place, end: place })
}

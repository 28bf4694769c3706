//! Lists and mappings of texts between brackets, on one line.

use crate::text::Span;
use crate::yaml::arena::Arena;
use crate::yaml::node::{ArenaMapping, Content, Node, Pair, ScalarStyle};
use crate::yaml::plain::TYPICAL_ITEMS;
use crate::yaml::plain::lines::{Line, trim_spaces_end};
use crate::yaml::plain::scalar::{begins_plain, is_blank_or_comment, quoted};

/// The most keys of a mapping between brackets.
const MAX_KEYS: usize = 32;
/// As many keys as most of them have.
const TYPICAL_KEYS: usize = 2;

/// Reads a list or a mapping of texts, with perhaps a comment behind it.
pub(super) fn one_line<'a>(line: &Line<'a>, arena: &'a Arena) -> Option<Node<'a>> {
    let inside = line.past(1);
    let (content, behind) = match line.rest.as_bytes()[0] {
        b'[' => list(inside, arena)?,
        _ => mapping(inside, arena)?,
    };
    // It ends with its line, comment included.
    let span = Span { start: line.position(0), end: behind.position(behind.rest.len()) };
    is_blank_or_comment(behind.rest).then_some(Node { span, content })
}

/// The items of a list, and what stands behind its bracket.
fn list<'a>(mut line: Line<'a>, arena: &'a Arena) -> Option<(Content<'a>, Line<'a>)> {
    if line.first() == Some(b']') {
        return Some((Content::List(Vec::new().into()), line.skip(1)));
    }
    let mut items = arena.list(TYPICAL_ITEMS);
    loop {
        let (item, behind) = text(&line, arena)?;
        items.push(item);
        match behind.first()? {
            b',' => line = behind.past(1),
            b']' => return Some((Content::List(items.into()), behind.skip(1))),
            _ => return None,
        }
    }
}

/// The pairs of a mapping, and what stands behind its bracket.
fn mapping<'a>(mut line: Line<'a>, arena: &'a Arena) -> Option<(Content<'a>, Line<'a>)> {
    if line.first() == Some(b'}') {
        return Some((Content::Map(Vec::new().into()), line.skip(1)));
    }
    let mut pairs = ArenaMapping::with_capacity_in(TYPICAL_KEYS, arena);
    loop {
        let length = line.rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_'));
        let (key, rest) = line.rest.split_at(length?);
        let is_key = key.starts_with(|c: char| c.is_ascii_alphabetic()) && rest.starts_with(": ");
        let is_new = pairs.len() < MAX_KEYS && !pairs.has(key);
        if !(is_key && is_new) {
            return None;
        }
        let (value, behind) = text(&line.past(key.len() + 1), arena)?;
        pairs.push(Pair { key: key.into(), key_span: line.span(0, key.len()), value });
        match behind.first()? {
            b',' => line = behind.past(1),
            b'}' => return Some((Content::Map(pairs.finish()), behind.skip(1))),
            _ => return None,
        }
    }
}

/// A text within brackets, and what ends it.
fn text<'a>(line: &Line<'a>, arena: &'a Arena) -> Option<(Node<'a>, Line<'a>)> {
    if matches!(line.first(), Some(b'"' | b'\'')) {
        let (text, length) = quoted(line.rest, arena)?;
        let behind = line.past(length);
        let span = Span { start: line.position(0), end: behind.position(0) };
        return Some((Node::scalar(text, ScalarStyle::Quoted, span), behind));
    }
    if matches!(line.first(), None | Some(b'-')) || !begins_plain(line.rest.as_bytes()) {
        return None;
    }
    let length = line.rest.find([',', '[', ']', '{', '}', '#', '?', ':'])?;
    let text = trim_spaces_end(&line.rest[..length]);
    let is_whole = !text.ends_with('-') && line.rest[length..].starts_with([',', ']', '}']);
    let node = Node::scalar(text, ScalarStyle::Plain, line.span(0, text.len()));
    is_whole.then(|| (node, line.skip(length)))
}

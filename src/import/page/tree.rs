//! The values of a page as the tree of a sheet, each at its place in the text.

use crate::import::page::lines::{Line, filled};
use crate::sheet::canonical::is_below;
use crate::text::{Position, Span};
use crate::yaml::node::{Content, Node, Pair, ScalarStyle};

/// A tree under way: each value at its dotted path, in the order in which they came.
#[derive(Default)]
pub(super) struct Tree<'a> {
    values: Vec<(&'static str, Node<'a>)>,
}

impl<'a> Tree<'a> {
    /// Puts a value at a dotted path; the items of a list behind those that are there.
    pub(super) fn put(&mut self, path: &'static str, value: Node<'a>) {
        match self.values.iter_mut().find(|(there, _)| *there == path) {
            Some((_, there)) => *there = joined(there.clone(), value),
            None => self.values.push((path, value)),
        }
    }

    /// Whether there is a value at a dotted path, or below it.
    pub(super) fn has(&self, path: &str) -> bool {
        self.values.iter().any(|(there, _)| is_below(there, path))
    }

    pub(super) fn into_node(self) -> Node<'a> {
        let mut top: Vec<(&str, Vec<Pair>)> = Vec::new();
        for (path, value) in self.values {
            let (group, key) = path.split_once('.').unwrap_or((path, ""));
            let pair = Pair { key: key.into(), key_span: value.span, value };
            match top.iter_mut().find(|(there, _)| *there == group) {
                Some((_, pairs)) => pairs.push(pair),
                None => top.push((group, vec![pair])),
            }
        }
        let pairs = top.into_iter().map(|(group, pairs)| {
            let span = pairs[0].value.span;
            let value = match <[Pair; 1]>::try_from(pairs) {
                Ok([Pair { key, value, .. }]) if key.is_empty() => value,
                Ok(pair) => Node { span, content: Content::Map(pair.into_iter().collect()) },
                Err(pairs) => Node { span, content: Content::Map(pairs.into()) },
            };
            Pair { key: group.into(), key_span: span, value }
        });
        Node { span: Span::TOP, content: Content::Map(pairs.collect()) }
    }
}

/// Two parts of a list as one.
fn joined<'a>(one: Node<'a>, other: Node<'a>) -> Node<'a> {
    let span = Span { end: other.span.end, ..one.span };
    let content = match (one.content, other.content) {
        (Content::Scalar { text, style }, Content::Scalar { text: more, .. }) => {
            Content::Scalar { text: format!("{text}\n{more}").into(), style }
        }
        (one_content, other_content) => {
            let mut items = into_items(Node { span: one.span, content: one_content });
            items.extend(into_items(Node { span: other.span, content: other_content }));
            Content::List(items.into())
        }
    };
    Node { span, content }
}

fn into_items(node: Node) -> Vec<Node> {
    match node.content {
        Content::List(items) => items.into_vec(),
        _ => vec![node],
    }
}

/// A text that stands on these lines.
pub(super) fn scalar<'a>(text: String, style: ScalarStyle, lines: &[Line]) -> Node<'a> {
    Node::scalar(text, style, span(lines))
}

/// From the first to the last of some lines.
pub(super) fn span(lines: &[Line]) -> Span {
    Span {
        start: filled(lines).next().map_or(Position::default(), |line| line.span().start),
        end: filled(lines).next_back().map_or(Position::default(), |line| line.span().end),
    }
}

/// A value of these members.
pub(super) fn map<'a>(members: Vec<(&'static str, String)>, line: &Line) -> Node<'a> {
    let span = line.span();
    let pairs = members.into_iter().map(|(key, text)| Pair {
        key: key.into(),
        key_span: span,
        value: Node::scalar(text, ScalarStyle::Quoted, span),
    });
    Node { span, content: Content::Map(pairs.collect()) }
}

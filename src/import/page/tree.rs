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

    pub(super) fn into_node(mut self) -> Node<'a> {
        let mut pairs = Vec::new();
        while let Some((path, first)) = self.values.first() {
            let (group, span) = (path.split('.').next().unwrap_or(path), first.span);
            let is_group = group.len() < path.len();
            let below = self.values.extract_if(.., |(path, _)| is_below(path, group));
            let mut members = below.map(|(path, value)| Pair {
                key: path[group.len()..].trim_start_matches('.').into(),
                key_span: value.span,
                value,
            });
            let value = if is_group {
                Some(Node { span, content: Content::Map(members.collect()) })
            } else {
                members.next().map(|whole| whole.value)
            };
            pairs.extend(value.map(|value| Pair { key: group.into(), key_span: span, value }));
        }
        Node { span: Span::TOP, content: Content::Map(pairs.into()) }
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

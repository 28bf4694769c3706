//! The values of a page as the tree of a sheet, each at its place in the text.

use crate::import::page::lines::{Line, filled};
use crate::text::{Position, Span};
use crate::yaml::node::{Content, Node, Pair, ScalarStyle};

/// A tree under way.
#[derive(Default)]
pub(super) struct Tree<'a> {
    pairs: Vec<Pair<'a>>,
}

impl<'a> Tree<'a> {
    /// Puts a value at a dotted path; the items of a list behind those that are there.
    pub(super) fn put(&mut self, path: &'static str, value: Node<'a>) {
        let span = value.span;
        let Some((group, key)) = path.split_once('.') else {
            return put(&mut self.pairs, path, value);
        };
        if !self.pairs.iter().any(|pair| pair.key == group) {
            put(&mut self.pairs, group, Node { span, content: Content::Map(Vec::new()) });
        }
        let there = self.pairs.iter_mut().find(|pair| pair.key == group);
        if let Some(Content::Map(pairs)) = there.map(|pair| &mut pair.value.content) {
            put(pairs, key, value);
        }
    }

    /// Whether there is a value at a dotted path.
    pub(super) fn has(&self, path: &str) -> bool {
        let is_at = |pairs: &[Pair], key: &str| pairs.iter().any(|pair| pair.key == key);
        let Some((group, key)) = path.split_once('.') else {
            return is_at(&self.pairs, path);
        };
        let there = self.pairs.iter().find(|pair| pair.key == group);
        matches!(there.map(|pair| &pair.value.content), Some(Content::Map(pairs)) if is_at(pairs, key))
    }

    pub(super) fn into_node(self) -> Node<'a> {
        Node { span: Span::TOP, content: Content::Map(self.pairs) }
    }
}

fn put<'a>(pairs: &mut Vec<Pair<'a>>, key: &'static str, value: Node<'a>) {
    match pairs.iter_mut().find(|pair| pair.key == key) {
        Some(pair) => pair.value = joined(pair.value.clone(), value),
        None => pairs.push(Pair { key: key.into(), key_span: value.span, value }),
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
            Content::List(items)
        }
    };
    Node { span, content }
}

fn into_items(node: Node) -> Vec<Node> {
    match node.content {
        Content::List(items) => items,
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

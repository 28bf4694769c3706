//! The values of a page as the tree of a sheet, each at its place in the text.

use crate::import::page::lines::{Line, filled};
use crate::text::{Position, Span};
use crate::yaml::node::{Content, Mapping, Node, Pair, ScalarStyle};

/// A tree under way.
#[derive(Default)]
pub(super) struct Tree<'a> {
    top: Mapping<'a>,
}

impl<'a> Tree<'a> {
    /// Puts a value at a dotted path; the items of a list behind those that are there.
    pub(super) fn put(&mut self, path: &'static str, value: Node<'a>) {
        let span = value.span;
        let Some((group, key)) = path.split_once('.') else {
            return put(&mut self.top, path, value);
        };
        if self.top.get(group).is_none() {
            put(&mut self.top, group, Node { span, content: Content::Map(Mapping::default()) });
        }
        let there = self.top.get_mut(group);
        if let Some(Content::Map(members)) = there.map(|pair| &mut pair.value.content) {
            put(members, key, value);
        }
    }

    /// Whether there is a value at a dotted path.
    pub(super) fn has(&self, path: &str) -> bool {
        match path.split_once('.') {
            Some((group, key)) => {
                self.top.get(group).is_some_and(|pair| pair.value.pair(key).is_some())
            }
            None => self.top.get(path).is_some(),
        }
    }

    pub(super) fn into_node(self) -> Node<'a> {
        Node { span: Span::TOP, content: Content::Map(self.top) }
    }
}

fn put<'a>(mapping: &mut Mapping<'a>, key: &'static str, value: Node<'a>) {
    match mapping.get_mut(key) {
        Some(pair) => pair.value = joined(pair.value.clone(), value),
        None => mapping.push(Pair { key: key.into(), key_span: value.span, value }),
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

//! Lists, each item written as text or as a mapping.

use crate::finding::Finding;
use crate::lang::Phrase;
use crate::sheet::codes::WRONG_TYPE;
use crate::sheet::decode::decoder::{ChildPath, Decoder, present};
use crate::sheet::decode::report::{
    EXPECTED_LIST, EXPECTED_NAME, EXPECTED_NAMES, EXPECTED_TEXT, NO_NAME,
};
use crate::tree::Tree;
use crate::value::parsed::{normalise, says_nothing};
use crate::yaml::node::{Content, Node};

/// What the text of a list gives: its values, and what in it is none.
pub struct Split<T> {
    pub values: Vec<T>,
    pub left: Vec<String>,
    /// Why the values may be others.
    pub doubt: Option<Phrase>,
}

impl<T> From<Vec<T>> for Split<T> {
    fn from(values: Vec<T>) -> Split<T> {
        Split { values, left: Vec::new(), doubt: None }
    }
}

/// Of what a text is the whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    Field,
    Item,
}

impl Decoder {
    /// Texts: a list of them, or one alone.
    pub fn texts(&mut self, at: &Node, key: &str) -> Vec<String> {
        let Some(node) = present(at, key) else {
            return Vec::new();
        };
        match &node.content {
            Content::List(items) => {
                let there = items.iter().enumerate().filter(|(_, item)| !item.is_missing());
                there
                    .filter_map(|(index, item)| {
                        let at = ChildPath::Item(key, index);
                        self.doubt_joined(item, at);
                        self.text_of(item, at)
                    })
                    .collect()
            }
            _ => {
                self.doubt_joined(node, ChildPath::Key(key));
                self.text_of(node, ChildPath::Key(key)).into_iter().collect()
            }
        }
    }

    /// Values that may each be written as text or as a mapping; `split` reads the text of the
    /// whole field or of one item, `whole` a mapping.
    pub fn items<T>(
        &mut self,
        at: &Node,
        key: &str,
        split: impl Fn(&str, Scope) -> Split<T>,
        whole: impl Fn(&mut Decoder, &Node) -> Option<T>,
    ) -> Vec<T> {
        let Some(node) = present(at, key) else {
            return Vec::new();
        };
        let (nodes, scope) = match &node.content {
            Content::List(items) => (items.as_slice(), Scope::Item),
            Content::Scalar { .. } => (std::slice::from_ref(node), Scope::Field),
            Content::Map(_) => {
                self.wrong_type(node, ChildPath::Key(key), EXPECTED_LIST);
                return Vec::new();
            }
        };
        let mut values = Vec::new();
        for (index, node) in nodes.iter().enumerate().filter(|(_, node)| !node.is_missing()) {
            let at = match scope {
                Scope::Field => ChildPath::Key(key),
                Scope::Item => ChildPath::Item(key, index),
            };
            match &node.content {
                Content::Scalar { text, .. } => {
                    self.doubt_joined(node, at);
                    let split = split(text.trim(), scope);
                    let silent = scope == Scope::Field && says_nothing(&normalise(text));
                    if !silent && split.values.is_empty() && split.left.is_empty() {
                        self.wrong_type(node, at, EXPECTED_NAME);
                    }
                    values.extend(split.values);
                    if let Some(doubt) = split.doubt {
                        self.doubt(node, at, doubt);
                    }
                    let mut left: Vec<Tree> = split.left.into_iter().map(Tree::text).collect();
                    for _ in &left {
                        let finding = Finding::new(&WRONG_TYPE, node.span, NO_NAME);
                        self.findings.push(finding.with_help(EXPECTED_NAMES));
                    }
                    match left.len() {
                        0 => {}
                        1 => self.keep_tree(at, left.remove(0)),
                        _ => self.keep_tree(at, Tree::List(left)),
                    }
                }
                Content::Map(_) => match self.below(at, |decoder| whole(decoder, node)) {
                    Some(value) => values.push(value),
                    None => self.reject_unnamed(node, at),
                },
                Content::List(_) => self.wrong_type(node, at, EXPECTED_TEXT),
            }
        }
        values
    }
}

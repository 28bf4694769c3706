//! Mappings below a key: of a known shape, with the user's own members, or kept as they are.

use crate::finding::Lint;
use crate::lang::{Phrase, phrase};
use crate::sheet::decode::Members;
use crate::sheet::decode::decoder::{ChildPath, Decoder};
use crate::sheet::decode::report::EXPECTED_KEYS;
use crate::sheet::fields;
use crate::sheet::unknown::is_own;
use crate::tree::Tree;
use crate::value::own::Own;
use crate::value::parsed::Parsed;
use crate::yaml::node::{Content, Node};

impl Decoder<'_> {
    /// A mapping of a known shape below a key.
    pub fn group<T: Default>(
        &mut self,
        at: &Members,
        key: &'static str,
        read: impl FnOnce(&mut Decoder, &Members) -> T,
    ) -> T {
        let Some(node) = at.present(key) else {
            return T::default();
        };
        if self.reject_glued_below(at, key, node) {
            return T::default();
        }
        if !matches!(node.content, Content::Map(_)) {
            self.wrong_type(node, ChildPath::Key(key), EXPECTED_KEYS);
            if let Some(reported) = self.findings.last_mut() {
                reported.help = example(key).map(Box::new);
            }
            return T::default();
        }
        self.below(ChildPath::Key(key), node, read)
    }

    /// The user's own members of a value, `x-…`.
    pub fn own(&mut self, at: &Members) -> Own {
        if !at.has_others() {
            return Own::default();
        }
        let own = at.pairs().iter().filter(|pair| is_own(&pair.key));
        own.map(|pair| (pair.key.to_string(), pair.value.to_tree())).collect()
    }

    /// A mapping of a known shape, or one text that says the whole.
    pub fn group_or_value<T: Default>(
        &mut self,
        at: &Members,
        key: &'static str,
        lint: &'static Lint,
        from_text: fn(&str) -> Parsed<T>,
        read: impl FnOnce(&mut Decoder, &Members) -> T,
    ) -> Option<T> {
        let node = at.present(key)?;
        match &node.content {
            Content::Scalar { .. } if self.reject_glued_below(at, key, node) => None,
            Content::Scalar { .. } => self.value(at, key, lint, from_text),
            _ => Some(self.group(at, key, read)),
        }
    }

    /// As [`Decoder::reject_glued`], of what stands on the lines below a key; beside the key it
    /// would be no mapping with a space either.
    fn reject_glued_below(&mut self, at: &Members, key: &str, node: &Node) -> bool {
        let is_below =
            at.pair(key).is_some_and(|pair| pair.key_span.end.line < node.span.start.line);
        is_below && self.reject_glued(node, ChildPath::Key(key))
    }

    /// A mapping of any shape, kept as it is.
    pub fn kept(&mut self, at: &Members, key: &str) -> Vec<(String, Tree)> {
        let Some(node) = at.present(key) else {
            return Vec::new();
        };
        let Tree::Map(pairs) = node.to_tree() else {
            self.wrong_type(node, ChildPath::Key(key), EXPECTED_KEYS);
            return Vec::new();
        };
        pairs
    }
}

/// How a group is written, by the first of its fields.
fn example(group: &str) -> Option<Phrase> {
    let first =
        fields::written().find_map(|field| field.key.strip_prefix(group)?.strip_prefix('.'))?;
    Some(phrase!(
        "write `{group}:` on its own line, then `{first}: …` indented under it",
        "écrivez `{group}:` seul sur sa ligne, puis `{first}: …` en retrait dessous",
        group,
        first,
    ))
}

//! Lists, each item written as text or as a mapping.

use crate::finding::Finding;
use crate::lang::{Phrase, list as phrases};
use crate::sheet::codes::{UNCERTAIN_VALUE, WRONG_TYPE};
use crate::sheet::decode::Members;
use crate::sheet::decode::decoder::{ChildPath, Decoder};
use crate::sheet::decode::report::{EXPECTED_LIST, EXPECTED_NAME, EXPECTED_TEXT, ignored};
use crate::tree::{Tree, once};
use crate::value::list::{self, Judged, ListItem, Scope};
use crate::value::parsed::Parsed;
use crate::yaml::node::{Content, Node};

impl Decoder<'_> {
    /// Texts: a list of them, or one alone.
    pub fn texts(&mut self, at: &Members, key: &str) -> Vec<String> {
        let Some(node) = at.present(key) else {
            return Vec::new();
        };
        match &node.content {
            Content::List(items) => {
                let there = items.iter().enumerate().filter(|(_, item)| !item.is_missing());
                there
                    .filter_map(|(index, item)| {
                        let at = ChildPath::Item(key, index);
                        self.doubt_joined(item, at);
                        self.text_of(item, at).map(str::to_owned)
                    })
                    .collect()
            }
            _ => {
                self.doubt_joined(node, ChildPath::Key(key));
                let text = self.text_of(node, ChildPath::Key(key));
                text.map(str::to_owned).into_iter().collect()
            }
        }
    }

    /// Ids and codes: those of a text that lists several are set apart by commas, which none holds.
    pub fn ids(&mut self, at: &Members, key: &str) -> Vec<String> {
        let texts = self.texts(at, key);
        if texts.iter().all(|text| !text.contains(',')) {
            return texts;
        }
        let ids = texts.iter().flat_map(|text| text.split(','));
        ids.map(str::trim).filter(|id| !id.is_empty()).map(str::to_owned).collect()
    }

    /// Names that are texts, and nothing else.
    pub fn names(&mut self, at: &Members, key: &str) -> Vec<String> {
        self.items(at, key, |_, _| None)
    }

    /// Values that may each be written as text or as a mapping, which `whole` reads.
    pub fn items<T: ListItem>(
        &mut self,
        at: &Members,
        key: &str,
        whole: impl Fn(&mut Decoder, &Members) -> Option<T>,
    ) -> Vec<T> {
        let Some(node) = at.present(key) else {
            return Vec::new();
        };
        let (nodes, scope) = match &node.content {
            Content::List(items) => (&items[..], Scope::Item),
            Content::Scalar { .. } => (std::slice::from_ref(node), Scope::Field),
            Content::Map(_) => {
                self.wrong_type(node, ChildPath::Key(key), EXPECTED_LIST);
                return Vec::new();
            }
        };
        let mut values = Vec::with_capacity(nodes.len());
        for (index, node) in nodes.iter().enumerate().filter(|(_, node)| !node.is_missing()) {
            let at = match scope {
                Scope::Field => ChildPath::Key(key),
                Scope::Item => ChildPath::Item(key, index),
            };
            match &node.content {
                Content::Scalar { .. } if scope == Scope::Item && self.reject_glued(node, at) => {}
                Content::Scalar { .. } => {
                    self.doubt_joined(node, at);
                    let text = self.text_of(node, at).unwrap_or_default();
                    if T::KIND.is_one_at_a_glance(text) {
                        values.push(T::named(text));
                        continue;
                    }
                    values.extend(self.pieces(node, at, scope, text));
                }
                Content::Map(_) if T::KIND.has_members => match self.below(at, node, &whole) {
                    Some(value) => values.push(value),
                    None => self.reject_unnamed(node, at),
                },
                Content::Map(_) | Content::List(_) => self.wrong_type(node, at, EXPECTED_TEXT),
            }
        }
        values
    }

    /// Takes the pieces of a text, tells what is doubtful in them, and keeps what is no item.
    // Few texts come here: what reads the others stays small.
    #[inline(never)]
    fn pieces<T: ListItem>(
        &mut self,
        node: &Node,
        at: ChildPath,
        scope: Scope,
        text: &str,
    ) -> Vec<T> {
        let pieces = list::read_pieces::<T>(text, scope, self.known(at));
        let (mut values, mut kept) = (Vec::new(), Vec::new());
        let (mut doubts, mut refusals, mut remarked) = (Vec::new(), Vec::new(), Vec::new());
        let mut silent = true;
        for Judged { text, outcome, is_remark } in pieces {
            silent &=
                matches!(outcome, Parsed::Empty) && (scope == Scope::Field || !text.is_empty());
            match outcome {
                Parsed::Empty => {}
                Parsed::Exact(value) => values.push(value),
                Parsed::Partial { value, rest } => {
                    doubts.push(ignored(&rest));
                    values.push(value);
                }
                Parsed::Uncertain { value, reason } => {
                    doubts.push(reason);
                    values.push(value);
                }
                Parsed::Invalid(refusal) => {
                    if is_remark { &mut remarked } else { &mut refusals }.push(refusal.reason);
                    kept.push(text);
                }
            }
        }
        // What is doubtful of several is said once.
        doubts = once(doubts, Phrase::clone, |doubt| doubt, |_, _| {});
        if values.is_empty() && kept.is_empty() && !silent {
            self.wrong_type(node, at, EXPECTED_NAME);
        }
        let all = kept.len();
        // Beside names, marks alone are reported, and nothing is lost without them.
        kept.retain(|text: &String| values.is_empty() || text.contains(char::is_alphanumeric));
        if !doubts.is_empty() || kept.len() < all {
            self.uncertain.push(self.path(at));
        }
        // Beside others, `etc.` is no fault but leaves something open.
        let alone = scope == Scope::Field && values.is_empty();
        let faulty = alone || !refusals.is_empty();
        if faulty { &mut refusals } else { &mut doubts }.append(&mut remarked);
        if !doubts.is_empty() {
            let finding = Finding::new(&UNCERTAIN_VALUE, node.span, phrases::semicolons(&doubts));
            self.findings.push(finding.with_help(T::KIND.help));
        }
        if !refusals.is_empty() {
            let finding = Finding::new(&WRONG_TYPE, node.span, phrases::semicolons(&refusals));
            self.findings.push(finding.with_help(T::KIND.refused));
        }
        match kept.len() {
            0 => {}
            1 => self.keep_tree(at, Tree::text(kept.remove(0))),
            _ => self.keep_tree(at, Tree::List(kept.into_iter().map(Tree::text).collect())),
        }
        values
    }
}

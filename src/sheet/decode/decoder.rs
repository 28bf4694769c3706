//! How single values are taken out of a tree: each in its type, what is wrong reported at its place,
//! what cannot be read kept as it is written.

use crate::finding::Finding;
use crate::sheet::decode::Members;
use crate::sheet::known::{KnownBySort, NOTHING_KNOWN};
use crate::sheet::model::Unread;
use crate::tree::Tree;
use crate::value::list::KnownNames;
use crate::yaml::node::Node;

/// A place in the value that is being read: below a key, or an item of the list there.
#[derive(Clone, Copy)]
pub(super) enum ChildPath<'k> {
    Key(&'k str),
    Item(&'k str, usize),
}

/// Collects what is reported and what is kept while a sheet is read.
pub struct Decoder<'k> {
    pub findings: Vec<Finding>,
    pub unread: Vec<Unread>,
    /// The paths of values that are not certain: read in the likeliest way, or in part.
    pub uncertain: Vec<String>,
    /// The names that no list is cut within.
    known: &'k KnownBySort,
    /// Whether a key was seen that nobody asked for.
    pub(super) has_others: bool,
    /// The path of the value whose members are being read, with its dot: `team[0].`
    pub(super) within: String,
}

/// As many bytes as the path of a value mostly has at most, so that it seldom grows.
const MAX_USUAL_PATH: usize = 64;

impl Default for Decoder<'_> {
    fn default() -> Self {
        Decoder::knowing(&NOTHING_KNOWN)
    }
}

impl<'k> Decoder<'k> {
    /// One that knows some names.
    pub(super) fn knowing(known: &'k KnownBySort) -> Decoder<'k> {
        Decoder {
            findings: Vec::new(),
            unread: Vec::new(),
            uncertain: Vec::new(),
            known,
            has_others: false,
            within: String::with_capacity(MAX_USUAL_PATH),
        }
    }

    /// The names that are known at a place.
    pub(super) fn known(&self, at: ChildPath) -> &'k KnownNames {
        // Most collections have none, and need no path to find them.
        if self.known.is_empty() { self.known.at("") } else { self.known.at(&self.path(at)) }
    }

    /// Reads the members of a mapping, and takes note whether each was asked for.
    pub(super) fn members<T>(
        &mut self,
        node: &Node,
        read: impl FnOnce(&mut Decoder, &Members) -> T,
    ) -> T {
        let members = Members::of(node);
        let value = read(self, &members);
        self.has_others |= members.has_others();
        value
    }

    /// Reads the members of what stands below a key.
    pub(super) fn below<T>(
        &mut self,
        at: ChildPath,
        node: &Node,
        read: impl FnOnce(&mut Decoder, &Members) -> T,
    ) -> T {
        let outer = self.within.len();
        match at {
            ChildPath::Key(key) => self.within.push_str(key),
            ChildPath::Item(key, index) => {
                for piece in [key, "[", &index.to_string(), "]"] {
                    self.within.push_str(piece);
                }
            }
        }
        self.within.push('.');
        let value = self.members(node, read);
        self.within.truncate(outer);
        value
    }

    pub(super) fn keep_raw(&mut self, at: ChildPath, node: &Node) {
        self.keep_tree(at, node.to_tree());
    }

    pub(super) fn keep_tree(&mut self, at: ChildPath, value: Tree) {
        let key = self.path(at);
        self.unread.push(Unread { key, value });
    }

    /// The whole path of a place in the value that is being read.
    pub(super) fn path(&self, at: ChildPath) -> String {
        match at {
            ChildPath::Key(key) => format!("{}{key}", self.within),
            ChildPath::Item(key, index) => format!("{}{key}[{index}]", self.within),
        }
    }
}

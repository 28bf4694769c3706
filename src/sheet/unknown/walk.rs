//! The walk through a sheet that finds the keys without a field.

use std::collections::HashSet;

use crate::finding::Finding;
use crate::sheet::fields::{TOP_KEYS, TopKey};
use crate::sheet::model::Unread;
use crate::sheet::shape::Shape;
use crate::sheet::unknown::own::{EXTRA, is_own};
use crate::sheet::unknown::siblings::{PathSegment, Siblings, dotted};
use crate::sheet::unknown::suggest;
use crate::yaml::node::{Mapping, Node, Pair};

/// The most unknown keys of one sheet for which the nearest known one is looked for.
const MAX_SUGGESTIONS: usize = 100;

/// What the table of fields has no place for.
#[derive(Default)]
pub struct UnknownKeys {
    pub findings: Vec<Finding>,
    /// What is written there, kept so that nobody loses sight of it.
    pub unread: Vec<Unread>,
}

/// Every key that the table of fields does not know, and what stands under a key that stands again;
/// what lies below a value that was kept whole, because it could not be read, is not kept twice.
pub fn keys(top: &Node, unread: &[Unread]) -> UnknownKeys {
    let whole = unread.iter().map(|unread| unread.key.as_str()).collect();
    let mut search =
        Search { whole, is_kept: false, path: Vec::new(), found: UnknownKeys::default() };
    search.at_top(top);
    search.found
}

/// A table that is asked for one row after the other, mostly in its own order.
struct InOrder<'k, Row> {
    rows: &'k [Row],
    /// The row behind the one that was found last.
    next: usize,
}

impl<'k, Row> InOrder<'k, Row> {
    fn of(rows: &'k [Row]) -> InOrder<'k, Row> {
        InOrder { rows, next: 0 }
    }

    fn find(&mut self, is_meant: impl Fn(&Row) -> bool) -> Option<&'k Row> {
        let (before, behind) = self.rows.split_at(self.next);
        let found = behind.iter().position(&is_meant).map(|at| self.next + at);
        let found = found.or_else(|| before.iter().position(&is_meant))?;
        self.next = found + 1;
        Some(&self.rows[found])
    }
}

/// A walk through a sheet along the table.
struct Search<'n> {
    /// The paths of the values that were kept whole.
    whole: HashSet<&'n str>,
    /// Whether the value where the walk is was one of them, so that its keys are told alone.
    is_kept: bool,
    path: Vec<PathSegment<'n>>,
    found: UnknownKeys,
}

impl<'n> Search<'n> {
    fn at_top(&mut self, node: &'n Node) {
        let mut known = InOrder::of(&TOP_KEYS);
        self.each_key(node, |search, pair, before| {
            match known.find(|(key, _)| pair.has_key(key)) {
                Some((_, TopKey::Field(field))) => search.in_value(&pair.value, field.shape),
                Some((_, TopKey::Group(members))) if !search.is_kept_whole() => {
                    let mut known = InOrder::of(members);
                    search.each_key(&pair.value, |search, pair, before| {
                        match known.find(|(key, _)| pair.has_key(key)) {
                            Some((_, field)) => search.in_value(&pair.value, field.shape),
                            None => search.report(pair, before, Siblings::Members(members)),
                        }
                    });
                }
                Some(_) => {}
                None if pair.key == EXTRA => {}
                None => search.report(pair, before, Siblings::Top),
            }
        });
    }

    /// Looks at each key of a mapping that is not the user's own. Of a key that stands again the
    /// first counts, which is reported as the text is parsed; what stands under the others is kept.
    fn each_key<'a: 'n>(
        &mut self,
        node: &'n Node<'a>,
        mut look: impl FnMut(&mut Self, &'n Pair<'a>, Option<&'n Pair<'a>>),
    ) {
        let repeated = node.mapping().map(Mapping::repeated).unwrap_or_default();
        for (index, pair) in node.pairs().iter().enumerate() {
            self.path.push(PathSegment::Key(&pair.key));
            if repeated.binary_search_by_key(&index, |(at, _)| *at).is_ok() {
                self.keep(pair);
            } else if !is_own(&pair.key) {
                let before = index.checked_sub(1).map(|before| &node.pairs()[before]);
                look(self, pair, before);
            }
            self.path.pop();
        }
    }

    /// Looks at the keys of a value, or of each value of a list.
    fn in_value(&mut self, node: &'n Node, shape: Shape) {
        if shape.parts().is_empty() {
            return;
        }
        if !shape.is_list() {
            self.in_parts(node, shape);
            return;
        }
        for (index, item) in node.items().iter().enumerate() {
            self.path.push(PathSegment::Item(index));
            self.in_parts(item, shape);
            self.path.pop();
        }
    }

    fn in_parts(&mut self, node: &'n Node, shape: Shape) {
        if node.pairs().is_empty() {
            return;
        }
        let parts = shape.parts();
        let outer = self.is_kept;
        self.is_kept |= self.is_kept_whole();
        let mut known = InOrder::of(parts);
        self.each_key(node, |search, pair, before| {
            match known.find(|part| pair.has_key(part.key)) {
                Some(part) => search.in_value(&pair.value, part.shape),
                None => search.report(pair, before, Siblings::Parts(parts)),
            }
        });
        self.is_kept = outer;
    }

    fn is_kept_whole(&self) -> bool {
        !self.whole.is_empty() && self.whole.contains(dotted(&self.path).as_str())
    }

    /// Reports the key where the walk is, with the one before it; `known` are those of its mapping.
    fn report(&mut self, pair: &Pair, before: Option<&Pair>, known: Siblings) {
        let many = self.found.findings.len() >= MAX_SUGGESTIONS;
        self.found.findings.push(if many {
            suggest::unknown(pair)
        } else {
            suggest::suggested(pair, before, &self.path, known)
        });
        self.keep(pair);
    }

    fn keep(&mut self, pair: &Pair) {
        if self.is_kept {
            return;
        }
        let unread = Unread { key: dotted(&self.path), value: pair.value.to_tree() };
        self.found.unread.push(unread);
    }
}

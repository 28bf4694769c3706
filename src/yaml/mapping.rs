//! A mapping, of which one look tells that most keys which it lacks are not there.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Deref;

use crate::text::Span;
use crate::yaml::arena::{Arena, ArenaList};
use crate::yaml::slice::Slice;

/// A key and its value.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair<'a, V> {
    pub key: Cow<'a, str>,
    pub key_span: Span,
    pub value: V,
}

impl<V> Pair<'_, V> {
    /// Whether this is its key.
    #[inline]
    pub fn has_key(&self, key: &str) -> bool {
        // Most keys that differ do so in their length or their last letter.
        self.key.len() == key.len()
            && self.key.as_bytes().last() == key.as_bytes().last()
            && self.key == key
    }
}

/// The pairs of a mapping, in the order of the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Mapping<'a, V> {
    pairs: Slice<'a, Pair<'a, V>>,
    marks: Marks,
}

impl<'a, V> Mapping<'a, V> {
    /// The first pair with this key.
    #[inline]
    pub fn get(&self, key: &str) -> Option<&Pair<'a, V>> {
        Some(&self.pairs[self.position(key)?])
    }

    /// The index of the first pair with this key.
    #[inline]
    pub fn position(&self, key: &str) -> Option<usize> {
        self.marks.position(key, &self.pairs)
    }

    /// Whether this may be one of its keys, told at a glance.
    #[inline]
    pub fn may_have(&self, key: &str) -> bool {
        self.marks.may_have(key)
    }

    /// Whether there are as many marks as keys, so that each is another.
    #[inline]
    pub fn differ_at_a_glance(&self) -> bool {
        self.marks.count() == self.len()
    }

    /// The keys that stand again: the index of each, and of the first of that name.
    pub fn repeated(&self) -> Vec<(usize, usize)> {
        const MAX_SCANNED: usize = 32;
        let mut repeated = Vec::new();
        if self.differ_at_a_glance() {
            return repeated;
        }
        let mut index: HashMap<&str, usize> = HashMap::new();
        for (at, pair) in self.iter().enumerate() {
            let first = if self.len() <= MAX_SCANNED {
                self[..at].iter().position(|other| other.has_key(&pair.key))
            } else {
                Some(*index.entry(pair.key.as_ref()).or_insert(at)).filter(|first| *first < at)
            };
            repeated.extend(first.map(|first| (at, first)));
        }
        repeated
    }
}

impl<'a, V> Deref for Mapping<'a, V> {
    type Target = [Pair<'a, V>];

    #[inline]
    fn deref(&self) -> &[Pair<'a, V>] {
        &self.pairs
    }
}

impl<'a, V> From<Vec<Pair<'a, V>>> for Mapping<'a, V> {
    fn from(pairs: Vec<Pair<'a, V>>) -> Mapping<'a, V> {
        let mut marks = Marks::default();
        pairs.iter().for_each(|pair| marks.add(&pair.key));
        Mapping { pairs: pairs.into(), marks }
    }
}

impl<'a, V> FromIterator<Pair<'a, V>> for Mapping<'a, V> {
    fn from_iter<Pairs: IntoIterator<Item = Pair<'a, V>>>(pairs: Pairs) -> Mapping<'a, V> {
        pairs.into_iter().collect::<Vec<_>>().into()
    }
}

/// A mapping that grows in an arena.
pub struct ArenaMapping<'a, V> {
    pairs: ArenaList<'a, Pair<'a, V>>,
    marks: Marks,
}

impl<'a, V> ArenaMapping<'a, V> {
    /// An empty one with capacity for so many pairs.
    #[inline]
    pub fn with_capacity_in(capacity: usize, arena: &'a Arena) -> ArenaMapping<'a, V> {
        ArenaMapping { pairs: arena.list(capacity), marks: Marks::default() }
    }

    #[inline]
    pub fn len(&self) -> usize {
        self.pairs.len()
    }

    #[inline]
    pub fn has(&self, key: &str) -> bool {
        self.marks.position(key, &self.pairs).is_some()
    }

    #[inline]
    pub fn push(&mut self, pair: Pair<'a, V>) {
        self.marks.add(&pair.key);
        self.pairs.push(pair);
    }

    #[inline]
    pub fn finish(self) -> Mapping<'a, V> {
        Mapping { pairs: self.pairs.into(), marks: self.marks }
    }
}

/// A filter of some keys: a bit that is not set proves that a key is not there. The keys of one
/// mapping of a sheet mostly have one each.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Marks(u32);

impl Marks {
    /// The bit of a key.
    #[inline]
    fn of(key: &str) -> u32 {
        let bytes = key.as_bytes();
        let [first, .., last] = bytes else { return 1 };
        1 << ((bytes.len() as u32 * 23 + u32::from(*first) + u32::from(*last)) % u32::BITS)
    }

    #[inline]
    fn add(&mut self, key: &str) {
        self.0 |= Marks::of(key);
    }

    #[inline]
    fn may_have(self, key: &str) -> bool {
        self.0 & Marks::of(key) != 0
    }

    fn count(self) -> usize {
        self.0.count_ones() as usize
    }

    /// The index of the first of some pairs with this key; their keys are those that were added.
    #[inline]
    fn position<V>(self, key: &str, pairs: &[Pair<V>]) -> Option<usize> {
        let found = || pairs.iter().position(|pair| pair.has_key(key));
        if self.may_have(key) { found() } else { None }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn of(keys: &[String]) -> Mapping<'_, ()> {
        keys.iter().map(|key| Pair { key: key.into(), key_span: Span::TOP, value: () }).collect()
    }

    proptest! {
        #[test]
        fn each_key_is_found_where_it_stands_first(
            keys in prop::collection::vec("[a-cé]{0,3}", 0..40), asked in "[a-cé]{0,3}",
        ) {
            let mapping = of(&keys);
            let first = |key: &str| keys.iter().position(|other| other == key);
            let found = mapping.get(&asked);
            let stands = first(&asked).map(|at| &mapping[at]);
            prop_assert_eq!(found.map(std::ptr::from_ref), stands.map(std::ptr::from_ref));
            let again = (0..keys.len()).filter_map(|at| Some((at, first(&keys[at])?)));
            let again: Vec<_> = again.filter(|(at, first)| first < at).collect();
            prop_assert_eq!(mapping.repeated(), again);
        }
    }
}

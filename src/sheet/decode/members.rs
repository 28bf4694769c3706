//! The members of a mapping, while they are taken out of it.

use std::cell::Cell;
use std::ops::Deref;

use crate::yaml::node::{Mapping, Node, Pair};

/// A mapping that is asked for one member after the other, mostly in the order of its text, and
/// that knows whether it was asked for each.
pub struct Members<'n> {
    node: &'n Node<'n>,
    /// Whether no key stands twice, as far as can be seen at a glance.
    differ: bool,
    /// The index behind the pair that was found last.
    next: Cell<usize>,
    /// A bit for each of the first 64 pairs that was found.
    found: Cell<u64>,
}

impl<'n> Members<'n> {
    pub fn of(node: &'n Node) -> Members<'n> {
        let differ = node.mapping().is_some_and(Mapping::differ_at_a_glance);
        Members { node, differ, next: Cell::new(0), found: Cell::new(0) }
    }

    /// The value at a key, where something is written.
    // Most keys are not there, which is seen where the key is known.
    #[inline]
    pub(super) fn present(&self, key: &str) -> Option<&'n Node<'n>> {
        let mapping = self.node.mapping().filter(|mapping| mapping.may_have(key))?;
        self.look_up(mapping, key)
    }

    /// The same in a mapping that may have the key.
    fn look_up(&self, mapping: &'n Mapping<'n>, key: &str) -> Option<&'n Node<'n>> {
        let pairs: &[Pair] = mapping;
        let stands = |at: usize| pairs.get(at).is_some_and(|pair| pair.has_key(key));
        // Mostly it is the next, or the same again.
        let next = self.next.get();
        let near = [next, next.wrapping_sub(1)].into_iter().find(|at| self.differ && stands(*at));
        let at = near.or_else(|| mapping.position(key))?;
        self.next.set(at + 1);
        self.found.set(self.found.get() | 1_u64.checked_shl(at as u32).unwrap_or_default());
        let node = &pairs[at].value;
        (!node.is_missing()).then_some(node)
    }

    /// Whether a key stands there that was not asked for, or that stands again.
    #[inline]
    pub(super) fn has_others(&self) -> bool {
        let count = self.node.pairs().len() as u32;
        let all = 1_u64.checked_shl(count).map_or(u64::MAX, |next| next - 1);
        count > u64::BITS || self.found.get() != all
    }
}

impl<'n> Deref for Members<'n> {
    type Target = Node<'n>;

    fn deref(&self) -> &Node<'n> {
        self.node
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Source;
    use crate::yaml::parse::parse;

    /// What a mapping of these lines answers that is asked for these keys, and whether it has others.
    fn asked(text: &str, keys: &[&str]) -> (Vec<Option<String>>, bool) {
        let source = Source::of("a.yaml", text.to_owned());
        let node = parse(&source).expect("YAML").node;
        let members = Members::of(&node);
        let text = |key: &&str| members.present(key)?.text().map(str::to_owned);
        (keys.iter().map(text).collect(), members.has_others())
    }

    #[test]
    fn each_key_is_found_in_whatever_order_it_is_asked_for() {
        let found = |texts: &[&str]| texts.iter().map(|text| Some((*text).to_owned())).collect();
        let lines = "a: 1\nb: 2\nc: 3\n";
        assert_eq!(asked(lines, &["a", "b", "c"]), (found(&["1", "2", "3"]), false));
        assert_eq!(asked(lines, &["c", "a", "a", "b"]), (found(&["3", "1", "1", "2"]), false));
        assert_eq!(asked(lines, &["b", "c"]), (found(&["2", "3"]), true));
        assert_eq!(
            asked("a: 1\nb:\n", &["a", "x", "b"]),
            (vec![Some("1".into()), None, None], false)
        );
    }

    #[test]
    fn of_a_key_that_stands_again_the_first_counts_and_there_are_others() {
        let (found, has_others) = asked("a: 1\nb: 2\na: 3\n", &["a", "b", "a"]);
        assert_eq!(found.last(), Some(&Some("1".to_owned())));
        assert!(has_others);
    }

    #[test]
    fn of_more_keys_than_are_counted_some_may_be_others() {
        let keys: Vec<String> = (0..65).map(|number| format!("k{number}")).collect();
        let lines: String = keys.iter().map(|key| format!("{key}: 1\n")).collect();
        let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
        assert!(asked(&lines, &keys).1);
        let lines: String = keys[..64].iter().map(|key| format!("{key}: 1\n")).collect();
        assert!(!asked(&lines, &keys[..64]).1);
    }
}

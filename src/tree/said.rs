//! What a value says, whatever its form, and a short digest of it.

use std::fmt::Write;
use std::ops::Range;

use crate::text::digest;
use crate::text::fold::composed;
use crate::tree::Tree;

/// A short digest of all that a value says, whatever its form; nothing where it says nothing.
pub fn digest(value: &Tree) -> Option<String> {
    said(value).map(|said| digest::short(said.as_bytes()))
}

/// Whether anything stands in a value.
pub fn says_something(value: &Tree) -> bool {
    match value {
        Tree::Missing => false,
        Tree::Text { text, .. } => !text.trim().is_empty(),
        Tree::List(items) => items.iter().any(says_something),
        Tree::Map(pairs) => pairs.iter().any(|(_, value)| says_something(value)),
    }
}

/// What a value says, written down; none where it says nothing.
fn said(value: &Tree) -> Option<String> {
    let mut said = String::new();
    write_down(value, &mut said);
    Some(said).filter(|said| !said.is_empty())
}

/// Writes down what a value says: the order of the members of a mapping says nothing, nor does the
/// way in which a system writes accents.
fn write_down(value: &Tree, out: &mut String) {
    match value {
        Tree::Missing => {}
        Tree::Text { text, .. } => match composed(text.trim()) {
            text if text.is_empty() => {}
            text => measured(&text, out),
        },
        Tree::List(items) => between(out, ['[', ']'], |out| {
            items.iter().for_each(|item| write_down(item, out));
        }),
        Tree::Map(pairs) => between(out, ['{', '}'], |out| {
            let mut all = String::new();
            let mut members: Vec<Range<usize>> = Vec::with_capacity(pairs.len());
            for (key, value) in pairs {
                let start = all.len();
                measured(key, &mut all);
                let told = all.len();
                write_down(value, &mut all);
                if all.len() > told {
                    members.push(start..all.len());
                } else {
                    all.truncate(start);
                }
            }
            members.sort_unstable_by(|one, other| all[one.clone()].cmp(&all[other.clone()]));
            out.extend(members.into_iter().map(|member| &all[member]));
        }),
    }
}

/// Writes down a text behind its length in bytes.
fn measured(text: &str, out: &mut String) {
    // Writing to a text never fails.
    let _ = write!(out, "{}:{text}", text.len());
}

/// Writes between two marks; nothing where nothing is written.
fn between(out: &mut String, [open, close]: [char; 2], write: impl FnOnce(&mut String)) {
    out.push(open);
    let start = out.len();
    write(out);
    if out.len() > start {
        out.push(close);
    } else {
        out.truncate(start - open.len_utf8());
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Sheets hold digests: they must come out the same for ever.
    #[test]
    fn the_digest_of_a_value_never_changes() {
        let inner = [("z", Tree::text(" é ")), ("empty", Tree::List(vec![Tree::text(" ")]))];
        let list = Tree::List(vec![Tree::text("un"), Tree::Missing, Tree::map(inner)]);
        let value = [("list", list), ("a", Tree::number(12)), ("none", Tree::map([]))];
        let value = Tree::map(value);
        assert_eq!(said(&value).as_deref(), Some("{1:a2:124:list[2:un{1:z2:é}]}"));
        assert_eq!(digest(&value).as_deref(), Some("cbbcb9f2"));
        assert_eq!(digest(&Tree::List(vec![Tree::map([("a", Tree::text(" "))])])), None);
    }

    fn value() -> impl Strategy<Value = Tree> {
        let leaf = prop_oneof![Just(Tree::Missing), "[ a]{0,2}".prop_map(Tree::text)];
        leaf.prop_recursive(3, 12, 3, |inner| {
            let pairs = proptest::collection::vec(("[a-c]", inner.clone()), 0..3);
            prop_oneof![
                proptest::collection::vec(inner, 0..3).prop_map(Tree::List),
                pairs.prop_map(Tree::Map),
            ]
        })
    }

    proptest! {
        #[test]
        fn whatever_says_something_has_a_digest_and_nothing_else(value in value()) {
            prop_assert_eq!(digest(&value).is_some(), says_something(&value), "{:?}", value);
        }
    }
}

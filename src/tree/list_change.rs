//! What becomes of a list item by item, so that what stands beside its other items stays.

use crate::tree::{Change, Tree, same};

/// The changes after which a list says something else. `places` are those of its values among the
/// items as they are written, where each is known: then those that differ change alone, or new ones
/// are added behind them; else the list is written anew.
pub fn list_change(before: &Tree, after: &Tree, places: Option<&[usize]>) -> Vec<Change> {
    let (Tree::List(old), Tree::List(new)) = (before, after) else {
        return vec![Change::to(after.clone())];
    };
    let differ = |at: &usize| !same(&old[*at], &new[*at]);
    match places.filter(|places| places.len() == old.len()) {
        Some(places) if old.len() == new.len() => {
            let items = (0..old.len()).filter(differ).map(|at| (places[at], new[at].clone()));
            vec![Change::Items(items.collect())]
        }
        Some(_) if old.len() < new.len() && !(0..old.len()).any(|at| differ(&at)) => {
            new[old.len()..].iter().cloned().map(Change::Add).collect()
        }
        _ => vec![Change::to(after.clone())],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(texts: &str) -> Tree {
        Tree::List(texts.split(' ').map(Tree::text).collect())
    }

    #[test]
    fn as_little_of_a_list_changes_as_can_be() {
        let item = |at, text: &str| Change::Items(vec![(at, Tree::text(text))]);
        let add = |text: &str| Change::Add(Tree::text(text));
        for (before, after, places, expected) in [
            ("a b", "a c", Some(vec![0, 1]), vec![item(1, "c")]),
            // A line between them says nothing, or cannot be read.
            ("a b", "a c", Some(vec![0, 2]), vec![item(2, "c")]),
            ("a b", "a b c d", Some(vec![0, 1]), vec![add("c"), add("d")]),
            ("a b", "b", Some(vec![0, 1]), vec![Change::Set(list("b"))]),
            ("a b", "a c", None, vec![Change::Set(list("a c"))]),
        ] {
            let made = list_change(&list(before), &list(after), places.as_deref());
            assert_eq!(made, expected, "{before} {after} {places:?}");
        }
        assert_eq!(list_change(&list("a"), &Tree::Missing, Some(&[0])), [Change::Unset]);
    }
}

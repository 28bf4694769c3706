//! What a tree must be after a change.

use crate::tree::Tree;
use crate::tree::change::Change;

/// What a tree must be after a change; nothing where something stands in the way that the change
/// would do away with.
pub(super) fn expected_tree(tree: &Tree, path: &str, change: &Change) -> Option<Tree> {
    let empty = Vec::new();
    let pairs = match tree {
        Tree::Map(pairs) => pairs,
        Tree::Missing => &empty,
        Tree::Text { .. } | Tree::List(_) => return None,
    };
    let (key, rest) = match path.split_once('.') {
        Some((key, rest)) => (key, Some(rest)),
        None => (path, None),
    };
    let slot = pairs.iter().position(|(name, _)| name == key);
    let old = slot.map_or(&Tree::Missing, |slot| &pairs[slot].1);
    let new = match (rest, change) {
        (Some(rest), _) => expected_tree(old, rest, change)?,
        (None, Change::Unset) => Tree::Missing,
        (None, Change::Set(value)) => value.clone(),
        (None, Change::Items(changed)) => {
            let Tree::List(items) = old else {
                return None;
            };
            let mut items = items.clone();
            for (index, item) in changed {
                *items.get_mut(*index)? = item.clone();
            }
            Tree::List(items)
        }
        (None, Change::Add(item)) => Tree::List(match old {
            Tree::List(items) => items.iter().chain([item]).cloned().collect(),
            Tree::Missing => vec![item.clone()],
            Tree::Text { .. } => vec![old.clone(), item.clone()],
            Tree::Map(_) => return None,
        }),
    };
    let mut pairs = pairs.clone();
    match (slot, new) {
        (Some(slot), Tree::Missing) => {
            pairs.remove(slot);
        }
        (Some(slot), new) => pairs[slot].1 = new,
        (None, Tree::Missing) => {}
        (None, new) => pairs.push((key.to_owned(), new)),
    }
    Some(if pairs.is_empty() { Tree::Missing } else { Tree::Map(pairs) })
}

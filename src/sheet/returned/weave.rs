//! A list that comes back from an export, with what the export had left out of it.

use crate::sheet::unknown::is_own;
use crate::tree::Tree;
use crate::tree::same;

/// The items of `theirs`, with all that `whole` says beyond what was `kept` of it: its other items
/// at their places, and the other members of the items that came back.
pub(super) fn weave(whole: &Tree, kept: &Tree, theirs: &Tree) -> Tree {
    let (whole, kept, theirs) = (items(whole), items(kept), items(theirs));
    let place = places(&whole, &kept);
    let mut woven = Vec::new();
    let mut from = 0;
    for (item, old) in theirs.iter().zip(matches(&kept, &theirs)) {
        let Some(old) = old else {
            woven.push((*item).clone());
            continue;
        };
        let at = place[old];
        woven.extend((from..at).filter(|at| !place.contains(at)).map(|at| whole[at].clone()));
        from = from.max(at + 1);
        woven.push(with_the_rest(whole[at], kept[old], item));
    }
    woven.extend((from..whole.len()).filter(|at| !place.contains(at)).map(|at| whole[at].clone()));
    if woven.is_empty() { Tree::Missing } else { Tree::List(woven) }
}

fn items(tree: &Tree) -> Vec<&Tree> {
    match tree {
        Tree::Missing => Vec::new(),
        Tree::List(items) => items.iter().collect(),
        item => vec![item],
    }
}

/// Where each kept item stands among all: they are in the same order.
fn places(whole: &[&Tree], kept: &[&Tree]) -> Vec<usize> {
    let mut from = 0;
    let mut place = |item: &&Tree| {
        let found = (from..whole.len()).find(|at| name(whole[*at]) == name(item));
        let at = found.unwrap_or_else(|| from.min(whole.len().saturating_sub(1)));
        from = at + 1;
        at
    };
    kept.iter().map(&mut place).collect()
}

/// Which kept item each of theirs was: the next of its name; else, between two that are known, the
/// one in its place.
fn matches(kept: &[&Tree], theirs: &[&Tree]) -> Vec<Option<usize>> {
    let mut from = 0;
    let mut named = |item: &&Tree| {
        let at = (from..kept.len()).find(|at| name(kept[*at]) == name(item))?;
        from = at + 1;
        Some(at)
    };
    let mut matched: Vec<Option<usize>> = theirs.iter().map(&mut named).collect();
    let mut from = 0;
    for at in 0..matched.len() {
        let next = matched[at..].iter().flatten().next().copied().unwrap_or(kept.len());
        let found = matched[at].or_else(|| (from < next).then_some(from));
        from = found.map_or(from, |found| found + 1);
        matched[at] = found;
    }
    matched
}

/// What an item is known by.
fn name(item: &Tree) -> &str {
    match item {
        Tree::Text { text, .. } => text,
        Tree::Map(pairs) => {
            let named = |key: &str| pairs.iter().find(|(known, _)| known == key);
            let first = ["text", "name", "title"].into_iter().find_map(named).or(pairs.first());
            first.map_or("", |(_, value)| name(value))
        }
        Tree::Missing | Tree::List(_) => "",
    }
}

/// Their item where it differs from what was kept, and all else as it is.
fn with_the_rest(whole: &Tree, kept: &Tree, theirs: &Tree) -> Tree {
    if same(kept, theirs) {
        return whole.clone();
    }
    let (Tree::Map(whole), Tree::Map(kept), Tree::Map(theirs)) = (whole, kept, theirs) else {
        return theirs.clone();
    };
    let at = |pairs: &[(String, Tree)], key: &str| {
        let found = pairs.iter().find(|(known, _)| known == key);
        found.map_or(Tree::Missing, |(_, value)| value.clone())
    };
    let new = theirs.iter().filter(|(key, _)| whole.iter().all(|(known, _)| known != key));
    let keys = whole.iter().chain(new).map(|(key, _)| key);
    let value = |key: &String| {
        let (old, new) = (at(kept, key), at(theirs, key));
        // The keys of the user's own do not come back.
        let is_as_it_was = is_own(key) || same(&old, &new);
        (key.clone(), if is_as_it_was { at(whole, key) } else { new })
    };
    Tree::Map(keys.map(value).filter(|(_, value)| *value != Tree::Missing).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(texts: &str) -> Tree {
        Tree::List(texts.split(' ').filter(|text| !text.is_empty()).map(Tree::text).collect())
    }

    #[test]
    fn what_was_left_out_stays_at_its_place() {
        for (whole, kept, theirs, woven) in [
            ("a X b", "a b", "a b", "a X b"),
            ("a X b", "a b", "a c", "a X c"),
            ("a X b", "a b", "b c", "X b c"),
            ("a X b", "a b", "c a b", "c a X b"),
            ("X a Y", "a", "", "X Y"),
            ("X a Y", "a", "b", "X b Y"),
            ("a b c", "a b c", "a c", "a c"),
            ("", "", "a", "a"),
        ] {
            assert_eq!(weave(&list(whole), &list(kept), &list(theirs)), list(woven), "{theirs}");
        }
        assert_eq!(weave(&list("a"), &list("a"), &list("")), Tree::Missing);
    }
}

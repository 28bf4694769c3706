//! New items of a list, as people write them in a cell: several names in one are several items.

use std::collections::HashSet;

use crate::sheet::ask::with_actions;
use crate::sheet::field::Field;
use crate::sheet::known::KnownBySort;
use crate::sheet::returned::short::read;
use crate::sheet::shape::Shape;
use crate::tree::Tree;

/// A list that came back, each item of which that was not there before is read as if it had been
/// typed for the field; `None` where it is not clear what it says.
pub(super) fn as_typed(
    field: &Field,
    theirs: Tree,
    ours: &Tree,
    known: &KnownBySort,
) -> Option<Tree> {
    let are_names = matches!(field.shape, Shape::Lines | Shape::Organisations | Shape::People);
    let Tree::List(items) = theirs else { return Some(theirs) };
    let there: HashSet<&str> = match ours {
        Tree::List(items) => items.iter().map(|item| parts(item).0).collect(),
        _ => HashSet::new(),
    };
    let mut all = Vec::new();
    for item in items {
        let (name, alone) = parts(&item);
        if there.contains(name) {
            all.push(item);
        } else if are_names {
            let sheet = read(field, &Tree::text(name), known)?;
            let typed = match field.stored(&sheet).tree() {
                _ if !sheet.uncertain.is_empty() => return None,
                Tree::List(typed) => typed,
                // It says that there is none.
                _ => Vec::new(),
            };
            match typed.as_slice() {
                _ if alone => all.extend(typed),
                [one] if parts(one) == (name, true) => all.push(item),
                _ => return None,
            }
        } else if matches!(field.shape, Shape::Lessons) && alone {
            all.push(with_actions(Tree::text(name)));
        } else {
            all.push(item);
        }
    }
    Some(Tree::List(all))
}

/// The text that an item is known by, and whether it says nothing else.
fn parts(item: &Tree) -> (&str, bool) {
    match item {
        Tree::Text { text, .. } => (text, true),
        Tree::Map(pairs) => {
            let said: Vec<&Tree> = pairs
                .iter()
                .map(|(_, value)| value)
                .filter(|value| **value != Tree::Missing)
                .collect();
            match said.as_slice() {
                [Tree::Text { text, .. }, rest @ ..] => (text, rest.is_empty()),
                _ => ("", false),
            }
        }
        Tree::Missing | Tree::List(_) => ("", false),
    }
}

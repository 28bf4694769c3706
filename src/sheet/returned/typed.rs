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
    let key = field.shape.parts().first().map_or("", |part| part.key);
    let there: HashSet<&str> = match ours {
        Tree::List(items) => items.iter().filter_map(|item| name(item, key)).collect(),
        _ => HashSet::new(),
    };
    let mut all = Vec::new();
    for item in items {
        let Some(name) = name(&item, key).filter(|name| !there.contains(name)) else {
            all.push(item);
            continue;
        };
        if are_names {
            let sheet = read(field, &Tree::text(name), known)?;
            let typed = match field.stored(&sheet).tree() {
                _ if !sheet.uncertain.is_empty() => return None,
                Tree::List(typed) => typed,
                // It says that there is none.
                _ => Vec::new(),
            };
            match typed.as_slice() {
                _ if says_one(&item) => all.extend(typed),
                [one] if says_one(one) && self::name(one, key) == Some(name) => all.push(item),
                _ => return None,
            }
        } else if matches!(field.shape, Shape::Lessons) && says_one(&item) {
            all.push(with_actions(Tree::text(name)));
        } else {
            all.push(item);
        }
    }
    Some(Tree::List(all))
}

/// The text that an item is known by: the whole, or its part at this key.
fn name<'i>(item: &'i Tree, key: &str) -> Option<&'i str> {
    match item {
        Tree::Text { text, .. } => Some(text),
        Tree::Map(pairs) => {
            let (_, value) = pairs.iter().find(|(known, _)| known == key)?;
            name(value, key)
        }
        Tree::Missing | Tree::List(_) => None,
    }
}

/// Whether an item says one thing alone.
fn says_one(item: &Tree) -> bool {
    match item {
        Tree::Map(pairs) => pairs.iter().filter(|(_, value)| *value != Tree::Missing).count() == 1,
        _ => true,
    }
}

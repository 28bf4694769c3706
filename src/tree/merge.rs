//! Two trees that say a part of the same, as one.

use crate::tree::Tree;
use crate::tree::model::is_nothing;

/// Adds what another tree says of the same. Where both say something else, the first one stands.
pub fn merge(one: &mut Tree, other: Tree) {
    match (one, other) {
        (Tree::Map(pairs), Tree::Map(more)) => {
            for (key, value) in more {
                put(pairs, &[key], value);
            }
        }
        (Tree::List(items), Tree::List(more)) => {
            let rest = more.len().min(items.len());
            let mut more = more.into_iter();
            items.iter_mut().zip(more.by_ref().take(rest)).for_each(|(item, other)| {
                merge(item, other);
            });
            items.extend(more);
        }
        (one, other) if is_nothing(one) => *one = other,
        _ => {}
    }
}

/// Puts a value where some names lead, beside what stands there.
pub fn put(pairs: &mut Vec<(String, Tree)>, place: &[String], value: Tree) {
    let [key, rest @ ..] = place else {
        return;
    };
    let inner = |value, name: &String| Tree::Map(vec![(name.clone(), value)]);
    let value = rest.iter().rev().fold(value, inner);
    match pairs.iter_mut().find(|(name, _)| name == key) {
        Some((_, there)) => merge(there, value),
        None => pairs.push((key.clone(), value)),
    }
}

//! What is said several times, once.

use std::hash::Hash;

use crate::text::hash::HashMap;

/// Things that are one where their keys are the same, in the order in which they are first met:
/// `first` makes each of them, `again` adds what is met later.
pub(crate) fn once<T, One, Key: Eq + Hash>(
    things: impl IntoIterator<Item = T>,
    key: impl Fn(&T) -> Key,
    first: impl Fn(T) -> One,
    again: impl Fn(&mut One, T),
) -> Vec<One> {
    let mut all: Vec<One> = Vec::new();
    let mut places: HashMap<Key, usize> = HashMap::default();
    for thing in things {
        let place = *places.entry(key(&thing)).or_insert(all.len());
        match all.get_mut(place) {
            Some(known) => again(known, thing),
            None => all.push(first(thing)),
        }
    }
    all
}

//! The items of a list or the pairs of a mapping: by themselves, or in an arena.

use std::ops::Deref;

/// Items one behind the other. A [`std::borrow::Cow`] would do but for its variance: a tree of them
/// could not stand where one of a shorter life is asked for.
#[derive(Clone, Debug)]
pub enum Slice<'a, T> {
    Owned(Vec<T>),
    InArena(&'a [T]),
}

impl<T: Clone> Slice<'_, T> {
    pub fn push(&mut self, item: T) {
        match self {
            Slice::Owned(items) => items.push(item),
            Slice::InArena(items) => *self = Slice::Owned([items, &[item][..]].concat()),
        }
    }

    /// The items, to change them.
    pub fn as_mut_slice(&mut self) -> &mut [T] {
        if let Slice::InArena(items) = self {
            *self = Slice::Owned(items.to_vec());
        }
        match self {
            Slice::Owned(items) => items,
            Slice::InArena(_) => &mut [],
        }
    }

    pub fn into_vec(self) -> Vec<T> {
        match self {
            Slice::Owned(items) => items,
            Slice::InArena(items) => items.to_vec(),
        }
    }
}

impl<T> Deref for Slice<'_, T> {
    type Target = [T];

    #[inline]
    fn deref(&self) -> &[T] {
        match self {
            Slice::Owned(items) => items,
            Slice::InArena(items) => items,
        }
    }
}

impl<T: PartialEq> PartialEq for Slice<'_, T> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl<T> From<Vec<T>> for Slice<'_, T> {
    fn from(items: Vec<T>) -> Self {
        Slice::Owned(items)
    }
}

impl<T> FromIterator<T> for Slice<'_, T> {
    fn from_iter<Items: IntoIterator<Item = T>>(items: Items) -> Self {
        Slice::Owned(items.into_iter().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_in_an_arena_is_changed_elsewhere() {
        let there = [1, 2];
        let mut slice = Slice::InArena(&there);
        slice.as_mut_slice()[0] = 3;
        assert_eq!(slice, Slice::Owned(vec![3, 2]));
        let mut slice = Slice::InArena(&there);
        slice.push(4);
        assert_eq!(slice.into_vec(), [1, 2, 4]);
        assert_eq!(there, [1, 2]);
    }
}

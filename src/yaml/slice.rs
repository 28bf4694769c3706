//! The items of a list or the pairs of a mapping, one behind the other.

use std::ops::Deref;

use crate::yaml::arena::ArenaList;

/// A slice that is owned or stands in an arena. Not a [`std::borrow::Cow`]: one of nodes is invariant
/// in them, so that no tree could be passed where one that lives shorter is expected.
#[derive(Clone, Debug)]
pub enum Slice<'a, T> {
    Owned(Vec<T>),
    InArena(&'a [T]),
}

impl<T: Clone> Slice<'_, T> {
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

impl<'a, T> From<ArenaList<'a, T>> for Slice<'a, T> {
    #[inline]
    fn from(items: ArenaList<'a, T>) -> Self {
        Slice::InArena(items.into_bump_slice())
    }
}

impl<T> FromIterator<T> for Slice<'_, T> {
    fn from_iter<Items: IntoIterator<Item = T>>(items: Items) -> Self {
        Slice::Owned(items.into_iter().collect())
    }
}

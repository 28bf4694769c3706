//! The order of sheets: by the values of one key or several.

use std::cmp::Ordering;

use crate::sheet::key::Key;
use crate::sheet::rank::Rank;

/// A key to sort by, and whether the greatest comes first.
#[derive(Clone, Debug)]
pub struct SortKey {
    pub key: Key,
    pub descending: bool,
}

/// Compares two sheets by their ranks for the same keys.
pub fn compare(one: &[Rank], other: &[Rank], order: &[SortKey]) -> Ordering {
    for ((one, other), by) in one.iter().zip(other).zip(order) {
        let ordering = match (one, other) {
            (Rank::Missing, _) | (_, Rank::Missing) => one.cmp(other),
            _ if by.descending => other.cmp(one),
            _ => one.cmp(other),
        };
        if ordering.is_ne() {
            return ordering;
        }
    }
    Ordering::Equal
}

//! The keys that the user made.

use crate::tree::Tree;
use crate::yaml::node::Node;

/// The key below which what has no field is kept as it is.
pub const EXTRA: &str = "extra";

/// The user's own keys at the top and in the groups below it, with their dotted paths.
pub fn own(top: &Node) -> Vec<(String, Tree)> {
    let mut own = Vec::new();
    for pair in top.pairs() {
        if is_own(&pair.key) {
            own.push((pair.key.to_string(), pair.value.to_tree()));
            continue;
        }
        if pair.key == EXTRA {
            continue;
        }
        for inner in pair.value.pairs().iter().filter(|inner| is_own(&inner.key)) {
            own.push((format!("{}.{}", pair.key, inner.key), inner.value.to_tree()));
        }
    }
    own
}

/// Whether a key is the user's own: `x-…`.
#[inline]
pub fn is_own(key: &str) -> bool {
    matches!(key.as_bytes(), [b'x', b'-', ..])
}

//! What a user keeps beside the fields that we know.

use crate::tree::Tree;

/// The user's own members of a value, `x-…`, as they are written.
pub type Own = Vec<(String, Tree)>;

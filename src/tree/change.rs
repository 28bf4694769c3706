//! What is to become of a value.

use crate::tree::Tree;

/// A change of the value at a path.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// The value becomes this one; where it is there already, nothing changes.
    Set(Tree),
    /// The key goes, with its value; a group of which nothing is left goes, too.
    Unset,
    /// This item is added at the end of the list.
    Add(Tree),
    /// The items of the list at these indices become these.
    Items(Vec<(usize, Tree)>),
}

impl Change {
    /// That after which a key says this, and is gone where it says nothing.
    pub fn to(value: Tree) -> Change {
        match value {
            Tree::Missing => Change::Unset,
            value => Change::Set(value),
        }
    }
}

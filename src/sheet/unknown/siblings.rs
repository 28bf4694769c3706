//! The keys of the table that may stand at a place, and the path to it.

use crate::sheet::field::Field;
use crate::sheet::fields::TOP_KEYS;
use crate::sheet::part::Part;

/// The keys that may stand where an unknown one does.
#[derive(Clone, Copy)]
pub(super) enum Siblings<'k> {
    Top,
    Members(&'k [(&'static str, &'static Field)]),
    Parts(&'static [Part]),
}

impl Siblings<'_> {
    pub(super) fn keys(&self) -> Vec<&'static str> {
        match self {
            Siblings::Top => TOP_KEYS.iter().map(|(key, _)| *key).collect(),
            Siblings::Members(members) => members.iter().map(|(key, _)| *key).collect(),
            Siblings::Parts(parts) => parts.iter().map(|part| part.key).collect(),
        }
    }

    /// The key that people call so.
    pub(super) fn called(&self, name: &str) -> Option<&'static str> {
        match self {
            Siblings::Top => None,
            Siblings::Members(members) => {
                let found = members.iter().find(|(_, field)| field.is_called_within(name));
                found.map(|(key, _)| *key)
            }
            Siblings::Parts(parts) => {
                parts.iter().find(|part| part.is_called(name)).map(|part| part.key)
            }
        }
    }
}

/// A segment of a path.
#[derive(Clone, Copy)]
pub(super) enum PathSegment<'n> {
    Key(&'n str),
    Item(usize),
}

/// A path with its list indices: `lessons.words[0].from`.
pub(super) fn dotted(path: &[PathSegment]) -> String {
    let mut dotted = String::new();
    for step in path {
        match step {
            PathSegment::Key(key) if dotted.is_empty() => dotted.push_str(key),
            PathSegment::Key(key) => dotted += &format!(".{key}"),
            PathSegment::Item(index) => dotted += &format!("[{index}]"),
        }
    }
    dotted
}

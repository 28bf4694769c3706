//! The keys of the table that may stand at a place, and the path to it.

use std::sync::LazyLock;

use crate::sheet::field::Field;
use crate::sheet::fields;
use crate::sheet::part::Part;
use crate::sheet::shape::Shape;

/// A key at the top of a sheet: that of a field, or of a group with those of its fields.
pub(super) enum TopKey {
    Field(Shape),
    Group(Vec<(&'static str, &'static Field)>),
}

/// The keys of the table, by what stands at the top.
pub(super) static KEYS: LazyLock<Vec<(&str, TopKey)>> = LazyLock::new(|| {
    let mut keys: Vec<(&str, TopKey)> = Vec::new();
    for field in fields::written() {
        match field.key.split_once('.') {
            None => keys.push((field.key, TopKey::Field(field.shape))),
            Some((group, member)) => {
                match keys.iter_mut().find(|(key, _)| *key == group).map(|(_, key)| key) {
                    Some(TopKey::Group(members)) => members.push((member, field)),
                    _ => keys.push((group, TopKey::Group(vec![(member, field)]))),
                }
            }
        }
    }
    keys
});

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
            Siblings::Top => KEYS.iter().map(|(key, _)| *key).collect(),
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

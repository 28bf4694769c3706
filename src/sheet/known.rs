//! The names that are known while a sheet is read, by what they name.

use std::sync::LazyLock;

use crate::sheet::field::Names;
use crate::sheet::fields;
use crate::value::list::KnownNames;

/// Known names by what they name.
#[derive(Clone, Debug, Default)]
pub struct KnownBySort(Vec<(Names, KnownNames)>);

/// Where no names are known.
pub static NOTHING_KNOWN: KnownBySort = KnownBySort(Vec::new());

/// No names of a sort are known.
static NO_NAMES: LazyLock<KnownNames> = LazyLock::new(KnownNames::default);

impl KnownBySort {
    /// Takes more names of a sort.
    pub fn extend<'a>(&mut self, sort: Names, names: impl Iterator<Item = &'a str>) {
        match self.0.iter_mut().find(|(known, _)| *known == sort) {
            Some((_, known)) => known.extend(names),
            None => self.0.push((sort, KnownNames::of(names))),
        }
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The names that may stand at the path of a field, or of a part of its value.
    pub fn at(&self, path: &str) -> &KnownNames {
        if self.is_empty() { &NO_NAMES } else { self.of(fields::names_at(path)) }
    }

    /// The names of a sort.
    pub fn of(&self, sort: Option<Names>) -> &KnownNames {
        let known = self.0.iter().find(|(known, _)| sort == Some(*known));
        known.map_or(&NO_NAMES, |(_, known)| known)
    }
}

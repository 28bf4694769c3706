//! Names that are known already, which no cut may halve and nobody doubts.

use std::collections::HashSet;
use std::ops::Range;

use crate::text::fold::{name_key, starts_with_key};
use crate::value::list::mark::has_mark;

/// Names that the collection or its configuration holds, whatever their case and accents; none
/// where none are at hand.
#[derive(Clone, Debug, Default)]
pub struct KnownNames {
    /// Folded.
    names: HashSet<String>,
    /// Those at whose marks a list could be cut.
    marked: Vec<String>,
}

impl KnownNames {
    pub fn of<'a>(names: impl Iterator<Item = &'a str>) -> KnownNames {
        let mut known = KnownNames::default();
        known.extend(names);
        known
    }

    pub fn extend<'a>(&mut self, names: impl Iterator<Item = &'a str>) {
        for name in names {
            let key = name_key(name);
            if !key.is_empty() && self.names.insert(key.clone()) && has_mark(name) {
                self.marked.push(key);
            }
        }
    }

    /// Whether a name is known.
    pub fn contains(&self, name: &str) -> bool {
        !self.names.is_empty() && self.names.contains(&name_key(name))
    }

    /// The stretches of a text that are known names, where a cut could halve them.
    pub fn stretches(&self, text: &str) -> Vec<Range<usize>> {
        self.marked.iter().flat_map(|name| stretches_of(text, name)).collect()
    }
}

/// Where a folded name stands in a text as a whole.
fn stretches_of(text: &str, name: &str) -> Vec<Range<usize>> {
    let word = name.split(|c: char| !c.is_alphanumeric()).next().unwrap_or(name);
    let starts = text.char_indices().map(|(at, _)| at).filter(|at| {
        let before = text[..*at].chars().next_back();
        !before.is_some_and(char::is_alphanumeric) && starts_with_key(&text[*at..], word)
    });
    let found = starts.filter_map(|at| {
        let rest = &text[at..];
        let ends = rest.char_indices().map(|(at, c)| at + c.len_utf8()).take(2 * name.len());
        let end = at + ends.into_iter().find(|end| name_key(&rest[..*end]) == name)?;
        (!text[end..].starts_with(char::is_alphanumeric)).then_some(at..end)
    });
    found.collect()
}

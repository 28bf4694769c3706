//! Names that are known already, which no cut may halve.

use std::ops::Range;

use crate::text::fold::name_key;

/// Names that the collection or its configuration holds; none where none are at hand.
#[derive(Clone, Debug, Default)]
pub struct KnownNames(Vec<String>);

impl KnownNames {
    pub fn of<'a>(names: impl Iterator<Item = &'a str>) -> KnownNames {
        KnownNames(
            names.map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect(),
        )
    }

    /// Whether a name is known, whatever its case and accents.
    pub fn contains(&self, name: &str) -> bool {
        if self.0.is_empty() {
            return false;
        }
        let key = name_key(name);
        self.0.iter().any(|known| name_key(known) == key)
    }

    /// The stretches of a text that are known names.
    pub fn stretches(&self, text: &str) -> Vec<Range<usize>> {
        let found = self.0.iter().flat_map(|name| {
            let places = text.match_indices(name.as_str());
            places.map(|(at, name)| at..at + name.len()).filter(|range| is_whole(text, range))
        });
        found.collect()
    }
}

/// Whether no word goes on at the ends of a stretch.
fn is_whole(text: &str, range: &Range<usize>) -> bool {
    let before = text[..range.start].chars().next_back();
    let after = text[range.end..].chars().next();
    ![before, after].into_iter().flatten().any(char::is_alphanumeric)
}

//! Names that may be those of one person.

use std::collections::HashSet;

use crate::text::fold::name_key;

/// Names within one sheet, to be asked whether somebody may be one of them: the same letters
/// whatever the case, accents and hyphens, or one name is the other's first words. Names are
/// never merged by likeness.
#[derive(Debug, Default)]
pub struct NameSet {
    whole: HashSet<String>,
    beginnings: HashSet<String>,
}

impl NameSet {
    pub fn of<'a>(names: impl Iterator<Item = &'a str>) -> NameSet {
        let mut known = NameSet::default();
        for name in names.map(name_key).filter(|name| !name.is_empty()) {
            known.beginnings.extend(beginnings(&name).map(str::to_owned));
            known.whole.insert(name);
        }
        known
    }

    /// Whether this may be the name of one of them.
    pub fn may_contain(&self, name: &str) -> bool {
        let name = name_key(name);
        self.beginnings.contains(&name) || beginnings(&name).any(|first| self.whole.contains(first))
    }
}

/// The first word of a name, the first two, and so on; of a very long text not all.
fn beginnings(name: &str) -> impl Iterator<Item = &str> {
    let ends = name.match_indices(' ').map(|(at, _)| at).take(8).chain([name.len()]);
    ends.map(|end| &name[..end]).filter(|first| !first.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_of_one_person_by_their_letters_never_by_likeness() {
        let may_be_one = |one: &str, other: &str| NameSet::of([other].into_iter()).may_contain(one);
        assert!(may_be_one("Élodie", "elodie Brémond"));
        assert!(may_be_one("elodie Brémond", "Élodie"));
        assert!(may_be_one("Jean-Noël Brie", "jean noel brie"));
        assert!(!may_be_one("Frédéric", "Frédérique"));
        assert!(!may_be_one("", "Alix"));
        assert!(!may_be_one("Alix Durand", "Alix Petit"));
    }
}

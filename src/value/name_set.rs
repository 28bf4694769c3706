//! Names that may be those of one person.

use crate::text::fold::name_key;

/// Names within one sheet, to be asked whether somebody may be one of them: the same letters
/// whatever the case, accents and hyphens, or one name is the other's first words. Names are
/// never merged by likeness.
#[derive(Debug, Default)]
pub struct NameSet {
    /// Folded, in order: those that go on with more words stand behind the name itself.
    names: Vec<String>,
}

impl NameSet {
    pub fn of<'a>(names: impl Iterator<Item = &'a str>) -> NameSet {
        let mut names: Vec<String> = names.map(name_key).filter(|name| !name.is_empty()).collect();
        names.sort_unstable();
        NameSet { names }
    }

    /// Whether this may be the name of one of them.
    pub fn may_contain(&self, name: &str) -> bool {
        let name = name_key(name);
        let goes_on = || {
            let with_space = || name.bytes().chain([b' ']);
            let from = self.names.partition_point(|known| known.bytes().lt(with_space()));
            self.names.get(from).is_some_and(|known| {
                known.strip_prefix(&*name).is_some_and(|rest| rest.starts_with(' '))
            })
        };
        let known =
            |name: &str| self.names.binary_search_by(|known| known.as_str().cmp(name)).is_ok();
        !name.is_empty() && (beginnings(&name).any(known) || goes_on())
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

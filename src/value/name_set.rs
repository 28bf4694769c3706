//! Names that may be those of one person.

use std::cell::OnceCell;

use crate::text::fold::name_key;

/// Names within one sheet, to be asked whether somebody may be one of them: the same letters
/// whatever the case, accents and hyphens, or one name is the other's first words. Names are
/// never merged by likeness.
#[derive(Debug, Default)]
pub struct NameSet<'a> {
    /// As they are spelt: most are asked for so.
    spelt: Vec<&'a str>,
    /// Folded, in order: those that go on with more words stand behind the name itself.
    folded: OnceCell<Vec<String>>,
}

/// So many names are looked through one by one.
const FEW: usize = 16;

impl<'a> NameSet<'a> {
    pub fn of(names: impl Iterator<Item = &'a str>) -> NameSet<'a> {
        NameSet { spelt: names.collect(), folded: OnceCell::new() }
    }

    /// Whether this may be the name of one of them.
    pub fn may_contain(&self, name: &str) -> bool {
        let is_name = name.contains(char::is_alphanumeric);
        is_name && self.spelt.iter().take(FEW).any(|known| *known == name)
            || self.may_contain_folded(&name_key(name))
    }

    fn may_contain_folded(&self, name: &str) -> bool {
        let names = self.folded();
        let goes_on = || {
            let with_space = || name.bytes().chain([b' ']);
            let from = names.partition_point(|known| known.bytes().lt(with_space()));
            names.get(from).is_some_and(|known| {
                known.strip_prefix(name).is_some_and(|rest| rest.starts_with(' '))
            })
        };
        let known = |name: &str| names.binary_search_by(|known| known.as_str().cmp(name)).is_ok();
        !name.is_empty() && (beginnings(name).any(known) || goes_on())
    }

    fn folded(&self) -> &[String] {
        self.folded.get_or_init(|| {
            let folded = self.spelt.iter().map(|name| name_key(name));
            let mut folded: Vec<String> = folded.filter(|name| !name.is_empty()).collect();
            folded.sort_unstable();
            folded
        })
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

//! When two names of people or organisations are one.

use std::cell::RefCell;
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use crate::text::fold::name_key;

/// A name as it is compared with others. The same stand in sheet after sheet, so that each thread
/// makes them once.
#[derive(Debug)]
pub struct Name {
    pub text: Box<str>,
    /// The hash of what two spellings of one name have in common.
    pub key: u64,
}

/// The names that a thread has met.
type Met = HashMap<Box<str>, Arc<Name>>;

/// The most names that a thread remembers.
const MOST: usize = 4096;

thread_local! {
    static PEOPLE: RefCell<Met> = RefCell::default();
    static ORGANISATIONS: RefCell<Met> = RefCell::default();
}

impl Name {
    /// The name of a person.
    pub(super) fn of_person(text: &str) -> Arc<Name> {
        PEOPLE.with_borrow_mut(|known| Name::met(known, text, person_key))
    }

    /// The name of an organisation.
    pub(super) fn of_organisation(text: &str) -> Arc<Name> {
        ORGANISATIONS.with_borrow_mut(|known| Name::met(known, text, organisation_key))
    }

    fn met(known: &mut Met, text: &str, key: fn(&str) -> String) -> Arc<Name> {
        if let Some(name) = known.get(text) {
            return name.clone();
        }
        let name = Arc::new(Name { text: text.into(), key: hash(key(text)) });
        if known.len() < MOST {
            known.insert(text.into(), name.clone());
        }
        name
    }
}

/// A number that is the same for what is the same, in this run.
pub(super) fn hash(value: impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

/// What the spellings of one person's name have in common.
pub(super) fn person_key(name: &str) -> String {
    let mut key = name_key(name);
    key.retain(|c| c != ' ');
    key
}

/// What makes two names the same organisation: the place, for a municipality under any of its
/// names.
pub(super) fn organisation_key(name: &str) -> String {
    let folded = name_key(name);
    let bare = ["la ", "le ", "les ", "l'"].iter().find_map(|article| folded.strip_prefix(article));
    let bare = bare.unwrap_or(&folded);
    let town = ["ville de ", "ville d'", "mairie de ", "mairie d'", "commune de ", "commune d'"];
    match town.iter().find_map(|town| bare.strip_prefix(town)) {
        Some(place) => format!("commune {}", place.replace(' ', "")),
        None => bare.replace(' ', ""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_town_is_one_under_its_names_and_is_not_its_department() {
        for (one, other) in [
            ("Ville de Perpète", "mairie de perpete"),
            ("La Mairie de Saint-Jean", "Commune de Saint Jean"),
            ("Habitat-74", "HABITAT 74"),
        ] {
            assert_eq!(organisation_key(one), organisation_key(other), "{one}");
        }
        for (one, other) in [
            ("Ville de Perpète", "Perpète"),
            ("Ville de Perpète", "Département de Perpète"),
            ("Habitat 74", "Habitat 73"),
        ] {
            assert_ne!(organisation_key(one), organisation_key(other), "{one}");
        }
    }
}

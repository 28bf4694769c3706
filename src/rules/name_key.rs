//! When two names of people or organisations are one.

use crate::text::fold::name_key;

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

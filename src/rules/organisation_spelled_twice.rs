//! One organisation under two spellings.

use crate::finding::{Finding, Lint, Severity};
use crate::lang::text;
use crate::rules::person_spelled_twice::spelled_twice;
use crate::rules::{Check, Fact, Rule};
use crate::text::fold::fold_letters;

pub static RULE: Rule = Rule {
    lint: Lint {
        code: "organisation-spelled-twice",
        severity: Severity::Warning,
        title: text!(
            "same organisation, two spellings",
            "même organisation, écrite de deux façons",
        ),
        why: text!(
            "Totals count them as two organisations. Names are compared without case, accents, \
             hyphens, and without “Ville de”, “Mairie de”, “Commune de”; similar names remain \
             two.",
            "Les totaux comptent deux organisations. Les noms sont comparés sans majuscules, \
             accents ni tirets, et sans “Ville de”, “Mairie de”, “Commune de” ; deux noms qui se \
             ressemblent seulement restent deux.",
        ),
        help: text!("use one spelling everywhere", "écrivez ce nom partout de la même façon"),
        bad: "# projects/forum.yaml\ntitle: Forum ouvert\nterritory:\n  name: Trifouilly\ncommissioners:\n  - Ville de Perpète\n# projects/place.yaml\ntitle: La place\nterritory:\n  name: Perpète\ncommissioners:\n  - ⟦Mairie de Perpete⟧\n",
        good: "# projects/forum.yaml\ntitle: Forum ouvert\nterritory:\n  name: Trifouilly\ncommissioners:\n  - Habitat 74\n# projects/place.yaml\ntitle: La place\nterritory:\n  name: Perpète\ncommissioners:\n  - Habitat 73\n",
    },
    check: Check::Across(check),
};

fn check(facts: &[Fact]) -> Vec<(usize, Finding)> {
    spelled_twice(&RULE.lint, facts, |fact| &fact.organisations)
}

/// What makes two names the same organisation: the place, for a municipality under any of its
/// names.
pub fn key(name: &str) -> String {
    let folded = fold_letters(name);
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
            assert_eq!(key(one), key(other), "{one}");
        }
        for (one, other) in [
            ("Ville de Perpète", "Perpète"),
            ("Ville de Perpète", "Département de Perpète"),
            ("Habitat 74", "Habitat 73"),
        ] {
            assert_ne!(key(one), key(other), "{one}");
        }
    }
}

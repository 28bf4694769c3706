//! An organisation, and the organisations that a text names.

use crate::text::fold::name_key;
use crate::value::bullets::items;
use crate::value::own::Own;
use crate::value::parsed::{normalise, says_nothing};

/// A commissioner or a partner.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Organisation {
    pub name: String,
    /// Whom to ask for there.
    pub contact: Option<String>,
    /// The number of the establishment, 14 digits, or of the enterprise, 9: text.
    pub siret: Option<String>,
    pub own: Own,
}

/// Words that begin the name of an organisation, folded: only before one of them does “et” stand
/// between two.
const ORGANISATION_WORDS: [&str; 32] = [
    "ville",
    "mairie",
    "commune",
    "departement",
    "communaute",
    "caf",
    "office",
    "region",
    "metropole",
    "agglomeration",
    "agence",
    "association",
    "centre",
    "conseil",
    "prefecture",
    "syndicat",
    "collectif",
    "regie",
    "etat",
    "bailleur",
    "pays",
    "parc",
    "ccas",
    "cc",
    "ca",
    "federation",
    "fondation",
    "universite",
    "intercommunalite",
    "maison",
    "cooperative",
    "academie",
];

/// Words that begin a role or a person to ask for, folded.
const ROLES: [&str; 22] = [
    "responsable",
    "directeur",
    "directrice",
    "chef",
    "cheffe",
    "charge",
    "chargee",
    "maire",
    "adjoint",
    "adjointe",
    "elu",
    "elue",
    "service",
    "m",
    "mme",
    "president",
    "presidente",
    "coordinateur",
    "coordinatrice",
    "agent",
    "agente",
    "referent",
];

impl Organisation {
    pub fn named(name: impl Into<String>) -> Organisation {
        Organisation { name: name.into(), ..Organisation::default() }
    }
}

/// Reads the organisations that a whole field names: apart at `;`, at line ends and at `/`, and
/// at ` et ` only before a word that begins an organisation. ` - ` before a role is a contact.
pub fn split(text: &str) -> Vec<Organisation> {
    let text = normalise(text);
    let lines = items(&text).into_iter().flat_map(|item| parts(&item.replace('\n', " ")));
    let names = lines.filter(|name| !says_nothing(name) || name.chars().any(char::is_alphanumeric));
    names.map(|name| parse(&name)).collect()
}

/// Whether one name probably holds several organisations.
pub fn probably_several(name: &str) -> bool {
    split(name).len() > 1
}

fn parts(text: &str) -> Vec<String> {
    let mut parts = Vec::new();
    for piece in pieces(text) {
        let mut start = 0;
        for (at, and) in piece.match_indices(" et ") {
            let rest = &piece[at + and.len()..];
            if at > start && begins(rest, &ORGANISATION_WORDS) {
                parts.push(piece[start..at].trim().to_owned());
                start = at + and.len();
            }
        }
        parts.push(piece[start..].trim().to_owned());
    }
    parts.retain(|part| !part.is_empty());
    parts
}

/// The pieces between `;` and those `/` that stand between words: not within `c/o`, `2022/2023`
/// or an address.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    for (at, mark) in text.char_indices().filter(|(_, c)| matches!(c, ';' | '/')) {
        let (before, after) = (&text[start..at], &text[at + 1..]);
        let letters = |c: &char| c.is_alphabetic();
        let words = before.chars().rev().take_while(letters).count() >= 2
            && after.chars().take_while(letters).count() >= 2;
        if mark == ';' || before.ends_with(' ') || after.starts_with(' ') || words {
            pieces.push(before.trim());
            start = at + 1;
        }
    }
    pieces.push(text[start..].trim());
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

/// Whether a text begins with one of these words, an article before it or not.
fn begins(text: &str, words: &[&str]) -> bool {
    // A few words decide; the rest may be long.
    let head: String = text.chars().take(48).collect();
    let folded = name_key(&head).replace('\'', "' ");
    let mut all = folded.split([' ', '.', ',']).filter(|word| !word.is_empty());
    let first = all.find(|word| !matches!(*word, "la" | "le" | "l'" | "les" | "de" | "d'" | "du"));
    first.is_some_and(|word| words.contains(&word))
}

/// Reads one organisation, and behind ` - ` whom to ask for there.
pub fn parse(text: &str) -> Organisation {
    let dashes = [" - ", " – ", " — "];
    let found = dashes
        .iter()
        .filter_map(|dash| text.split_once(dash))
        .find(|(_, role)| begins(role, &ROLES));
    match found {
        Some((name, contact)) if !name.trim().is_empty() => Organisation {
            contact: Some(contact.trim().to_owned()),
            ..Organisation::named(name.trim())
        },
        _ => Organisation::named(text),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The organisations in one line: `Mairie <Responsable> | Habitat 74`.
    fn shape(text: &str) -> String {
        let one = |one: &Organisation| match &one.contact {
            Some(contact) => format!("{} <{contact}>", one.name),
            None => one.name.clone(),
        };
        split(text).iter().map(one).collect::<Vec<_>>().join(" | ")
    }

    #[test]
    fn organisations_are_told_apart_only_where_they_are_two() {
        for (text, expected) in [
            ("Habitat 74 et Ville de Trifouilly", "Habitat 74 | Ville de Trifouilly"),
            ("Habitat 74 et la ville de Trifouilly", "Habitat 74 | la ville de Trifouilly"),
            ("Coutances Mer et Bocage", "Coutances Mer et Bocage"),
            ("Saône et Loire", "Saône et Loire"),
            ("Département de Saône et Loire", "Département de Saône et Loire"),
            ("Habitat 74 ; CAF", "Habitat 74 | CAF"),
            ("Habitat 74 / CAF", "Habitat 74 | CAF"),
            ("Habitat/CAF", "Habitat | CAF"),
            ("Maison c/o CAF 2022/2023", "Maison c/o CAF 2022/2023"),
            ("- Habitat 74\n- CAF", "Habitat 74 | CAF"),
            ("Mairie - Responsable du développement", "Mairie <Responsable du développement>"),
            ("Saint-Denis - Plaine Commune", "Saint-Denis - Plaine Commune"),
            ("Mairie – Mme Dupont", "Mairie <Mme Dupont>"),
            ("", ""),
            (" ; / ", ""),
        ] {
            assert_eq!(shape(text), expected, "{text}");
        }
    }

    proptest! {
        #[test]
        fn no_word_is_lost(text in "[A-Za-zéè0-9 ,;/&\n-]{0,60}") {
            let kept: String = split(&text).iter().map(|o| format!("{} {} ", o.name, o.contact.as_deref().unwrap_or(""))).collect();
            for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !matches!(*word, "" | "et")) {
                prop_assert!(kept.contains(word), "{word} in {kept}");
            }
        }
    }
}

//! Words made comparable for search: elisions, a light plural, inclusive spelling, punctuation.

use std::borrow::Cow;

use crate::text::fold::names::name_key;

/// Words that lose their vowel before another: `l'`, `d'`, `qu'`.
const ELIDED: [&str; 12] =
    ["l", "d", "j", "m", "n", "s", "t", "c", "qu", "jusqu", "lorsqu", "puisqu"];

/// Endings that inclusive spelling sets behind a dot or in parentheses: `habitant.es`.
pub(in crate::text) const INCLUSIVE: [&str; 30] = [
    "e", "es", "s", "x", "ne", "nes", "le", "les", "te", "tes", "se", "ses", "ve", "ves", "fe",
    "fes", "re", "res", "ere", "eres", "rice", "rices", "trice", "trices", "euse", "euses", "ice",
    "ices", "esse", "esses",
];

/// Folds for search: what [`name_key`] folds, and elisions, a light plural (the final `s` or
/// `x` of a word of four letters or more, `-aux` for `-al`) and inclusive spelling: `habitants` and
/// `habitant·es` are one. Punctuation falls away.
pub fn search_key(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in search_words(text) {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(&singular(&word));
    }
    out
}

/// The words of a text as [`search_key`] folds them, but for their plural: `mais` is not `mai`.
pub fn search_words(text: &str) -> Vec<String> {
    let letters = name_key(&inclusive_hyphens(text));
    let words = letters.split(' ').flat_map(words).filter(|word| !word.is_empty());
    words.map(unabbreviated).collect()
}

/// Words of places that are often written short: `St-Étienne` is `Saint-Étienne`.
const ABBREVIATIONS: [(&str, &str); 3] = [("st", "saint"), ("ste", "sainte"), ("mt", "mont")];

fn unabbreviated(word: String) -> String {
    let whole = ABBREVIATIONS.iter().find(|(short, _)| *short == word);
    whole.map_or(word, |(_, whole)| (*whole).to_owned())
}

/// `étudiant-e-s` → `étudiant·e·s`, before hyphens become spaces.
fn inclusive_hyphens(text: &str) -> Cow<'_, str> {
    if !text.contains("-e") {
        return text.into();
    }
    text.split(' ')
        .map(|word| match word.split_once("-e") {
            Some((stem, rest))
                if stem.chars().count() >= 3
                    && matches!(rest.trim_end_matches([',', '.', ';']), "" | "s" | "-s") =>
            {
                format!("{stem}·e{}", rest.replace('-', "·"))
            }
            _ => word.to_owned(),
        })
        .collect::<Vec<_>>()
        .join(" ")
        .into()
}

/// The words within a stretch without spaces: without its elision, its inclusive endings and its
/// punctuation. Dots and commas within numbers and addresses stay.
fn words(word: &str) -> Vec<String> {
    let word = match word.split_once('\'') {
        Some((before, rest)) if ELIDED.contains(&before) && !rest.is_empty() => rest,
        _ => word,
    };
    let opened = word.replace(['·', '•', '⋅', '('], ".").replace(')', "");
    let mut parts = opened.split('.').filter(|part| !part.is_empty());
    let stem = parts.next().unwrap_or("");
    let rest: Vec<&str> =
        parts.map(|part| part.trim_end_matches(|c: char| !c.is_alphanumeric())).collect();
    let letters = stem.chars().count() >= 3 && stem.chars().all(char::is_alphabetic);
    if letters && !rest.is_empty() && rest.iter().all(|part| INCLUSIVE.contains(part)) {
        return vec![stem.to_owned()];
    }
    let pieces =
        word.split(|c: char| !c.is_alphanumeric() && !matches!(c, '.' | ',' | '€' | '%' | '@'));
    let bare = pieces.map(|piece| piece.trim_matches(['.', ',']).to_owned());
    bare.filter(|piece| !piece.is_empty()).collect()
}

/// Plurals in `-aux` of words that do not end in `-al`.
const OTHERS_IN_AUX: [(&str, &str); 8] = [
    ("travaux", "travail"),
    ("vitraux", "vitrail"),
    ("coraux", "corail"),
    ("emaux", "email"),
    ("noyaux", "noyau"),
    ("tuyaux", "tuyau"),
    ("boyaux", "boyau"),
    ("joyaux", "joyau"),
];

/// A folded word without a light plural: the final `s` or `x` of four letters or more, and `-aux` for
/// `-al`.
pub fn singular(word: &str) -> Cow<'_, str> {
    let plural = word.chars().count() >= 4 && word.ends_with(['s', 'x']);
    if !plural || !word.chars().all(char::is_alphabetic) {
        return word.into();
    }
    // `faux` and `taux` are no plurals, and `niveaux` are several of a `niveau`.
    let in_aux = word.strip_suffix("aux").filter(|start| start.len() > 2 && !start.ends_with('e'));
    let other = OTHERS_IN_AUX.iter().find(|(plural, _)| *plural == word);
    match (in_aux, other) {
        (_, Some((_, singular))) => Cow::Borrowed(singular),
        (Some(start), None) => Cow::Owned(format!("{start}al")),
        (None, None) => Cow::Borrowed(&word[..word.len() - 1]),
    }
}

/// Whether a folded text holds folded words in sequence, from the start of a word: `carto` is in
/// `cartographie`, `art` is not in `carte`. A number is one whole: `phase 1` is not in `phase 12`.
pub fn contains_words(text: &str, words: &str) -> bool {
    let number = words.ends_with(|c: char| c.is_ascii_digit());
    let ends = |rest: &str| {
        let rest = rest.strip_prefix(['.', ',']).unwrap_or(rest);
        !number || !rest.starts_with(|c: char| c.is_ascii_digit())
    };
    !words.is_empty()
        && text.match_indices(words).any(|(at, _)| {
            (at == 0 || text.as_bytes()[at - 1] == b' ') && ends(&text[at + words.len()..])
        })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_readers_take_for_the_same_is_the_same() {
        for (text, folded) in [
            ("habitants", "habitant"),
            ("habitant.es", "habitant"),
            ("habitant·e·s", "habitant"),
            ("habitant(e)s", "habitant"),
            ("étudiant-e-s", "etudiant"),
            ("acteurs·rices", "acteur"),
            ("acteur.rices,", "acteur"),
            ("L’Œuvre", "oeuvre"),
            ("d'aujourd'hui", "aujourd hui"),
            ("Porte-à-porte", "porte a porte"),
            ("e\u{301}te\u{301}", "ete"),
            ("1.400", "1.400"),
            ("2023.", "2023"),
            ("www.example.org", "www.example.org"),
            ("M. Dupont", "m dupont"),
            ("bus", "bus"),
            ("journaux municipaux", "journal municipal"),
            ("travaux", "travail"),
            ("niveaux, jeux, taux", "niveau jeu tau"),
            ("  ", ""),
            ("🎉", ""),
            ("9\u{a0}500 €", "9 500 €"),
        ] {
            assert_eq!(search_key(text), folded, "{text}");
        }
    }

    #[test]
    fn words_are_found_from_their_start() {
        assert!(contains_words("cartographie des acteur", "carto"));
        assert!(!contains_words("une carte", "art"));
        assert!(contains_words("le porte a porte", "porte a"));
        assert!(!contains_words("a", ""));
        assert!(contains_words("phase 1", "phase 1") && contains_words("phase 1 bis", "phase 1"));
        assert!(!contains_words("phase 12", "phase 1") && !contains_words("1.400", "1"));
        assert_eq!(search_key("St-Étienne"), search_key("saint etienne"));
    }

    proptest! {
        #[test]
        fn folded_text_is_plain(text in "\\PC{0,60}") {
            let folded = search_key(&text);
            prop_assert!(!folded.starts_with(' ') && !folded.ends_with(' ') && !folded.contains("  "));
            prop_assert!(!folded.chars().any(|c| c.is_ascii_uppercase()));
        }
    }
}

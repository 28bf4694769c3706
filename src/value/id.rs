//! The name of a sheet, by which everybody refers to it on every system.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::lang::{Phrase, Text, phrase, text};
use crate::value::parsed::ParseError;

/// The longest id, in characters.
pub const MAX_LENGTH: usize = 60;

/// Names that Windows keeps for itself. Source: Microsoft, Naming Files, Paths, and Namespaces.
fn is_reserved(name: &str) -> bool {
    let numbered = |stem: &str| {
        name.strip_prefix(stem)
            .is_some_and(|rest| rest.len() == 1 && rest.bytes().all(|b| b.is_ascii_digit()))
    };
    matches!(name, "con" | "prn" | "aux" | "nul") || numbered("com") || numbered("lpt")
}

/// Checks a name: 1 to 60 of `a-z`, `0-9` and `-`, a letter or digit at both ends, none that
/// Windows keeps for itself.
///
/// # Errors
/// What is wrong with it, and the nearest good one.
pub fn parse(text: &str) -> Result<&str, ParseError> {
    let refuse = |reason: Text| ParseError {
        ambiguous: false,
        reason: reason.into(),
        suggestion: from_title(text),
    };
    if text.is_empty() {
        return Err(refuse(text!(
            "an id needs at least one letter or digit",
            "un identifiant demande au moins une lettre ou un chiffre",
        )));
    }
    if text.chars().count() > MAX_LENGTH {
        return Err(refuse(text!("longer than 60 characters", "plus de 60 caractères")));
    }
    if !text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-') {
        return Err(refuse(text!(
            "an id may contain only a-z, 0-9 and hyphens",
            "un identifiant ne contient que a-z, 0-9 et des tirets",
        )));
    }
    if text.starts_with('-') || text.ends_with('-') {
        return Err(refuse(text!(
            "an id must start and end with a letter or digit",
            "un identifiant commence et finit par une lettre ou un chiffre",
        )));
    }
    if is_reserved(text) {
        return Err(refuse(text!("reserved name on Windows", "nom réservé par Windows")));
    }
    Ok(text)
}

/// The id that a title gives: small letters without accents, everything else one hyphen, cut
/// between words; `None` where nothing is left.
pub fn from_title(title: &str) -> Option<String> {
    let mut words: Vec<String> = vec![String::new()];
    for c in title.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).take(1_000)
    {
        match (c, words.last_mut()) {
            ('œ', Some(word)) => word.push_str("oe"),
            ('æ', Some(word)) => word.push_str("ae"),
            ('a'..='z' | '0'..='9', Some(word)) => word.push(c),
            (_, Some(word)) if !word.is_empty() => words.push(String::new()),
            _ => {}
        }
    }
    let mut id = String::new();
    for word in words.iter().filter(|word| !word.is_empty()) {
        let longer = if id.is_empty() { word.clone() } else { format!("{id}-{word}") };
        if longer.len() > MAX_LENGTH {
            break;
        }
        id = longer;
    }
    if id.is_empty() {
        id = words.concat().chars().take(MAX_LENGTH).collect();
    }
    match id.as_str() {
        "" => None,
        name if is_reserved(name) => Some(format!("{name}-1")),
        _ => Some(id),
    }
}

/// The id with a number at its end, cut so that it stays short enough: `forum-2`.
pub fn numbered(id: &str, number: usize) -> String {
    let end = format!("-{number}");
    let stem: String = id.chars().take(MAX_LENGTH - end.len()).collect();
    format!("{}{end}", stem.trim_end_matches('-'))
}

/// Why a name is no id, and one that is.
pub fn refused(name: &str, refusal: &ParseError) -> Phrase {
    let near = refusal.suggestion.as_deref().unwrap_or("forum-2023");
    phrase!(
        "invalid id `{name}`: {reason}; e.g. {near}",
        "identifiant non valide : `{name}` : {reason} ; par exemple {near}",
        name,
        reason = refusal.reason,
        near,
    )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_title_gives_a_good_id() {
        for (title, id) in [
            ("QPV Levant Les Tattes 2023", "qpv-levant-les-tattes-2023"),
            ("L’Œuvre d'été", "l-oeuvre-d-ete"),
            ("../x", "x"),
            ("CON", "con-1"),
            ("  --  a. ", "a"),
        ] {
            assert_eq!(from_title(title).as_deref(), Some(id), "{title}");
        }
        assert_eq!(from_title("e\u{301}te\u{301}"), from_title("été"));
        assert_eq!(from_title("🎉"), None);
        assert_eq!(from_title(&"a".repeat(300)).map(|id| id.len()), Some(MAX_LENGTH));
    }

    #[test]
    fn a_bad_id_is_refused_with_the_nearest_good_one() {
        for (text, near) in [
            ("../x", Some("x")),
            ("/etc/passwd", Some("etc-passwd")),
            ("a\0b", Some("a-b")),
            ("con", Some("con-1")),
            ("a.", Some("a")),
            ("Été", Some("ete")),
            ("", None),
            ("-a", Some("a")),
        ] {
            let refusal = parse(text).expect_err(text);
            assert_eq!(refusal.suggestion.as_deref(), near, "{text:?}");
        }
        assert!(parse("levant-les-tattes").is_ok());
        assert!(parse(&"a".repeat(61)).is_err());
    }

    proptest! {
        #[test]
        fn what_a_title_gives_is_good(title in "\\PC{0,80}") {
            if let Some(id) = from_title(&title) {
                prop_assert!(parse(&id).is_ok(), "{}", id);
            }
        }
    }
}

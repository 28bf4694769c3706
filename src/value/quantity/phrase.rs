//! Words at the beginning of a text, whatever their accents, capitals and hyphens.

use crate::text::fold::name_key;

/// What stands behind a folded phrase at the beginning of a text; no letter may follow a letter.
pub(in crate::value) fn strip_phrase<'t>(text: &'t str, phrase: &str) -> Option<&'t str> {
    // Most phrases of a table differ from a text where that has a plain letter, or are longer.
    let mut letters = text.bytes().zip(phrase.bytes());
    match letters.find(|(letter, wanted)| letter.to_ascii_lowercase() != *wanted) {
        None if text.len() < phrase.len() => return None,
        None if !phrase.ends_with(' ') => return whole_word(&text[phrase.len()..], phrase),
        Some((letter, _)) if letter.is_ascii_alphanumeric() => return None,
        _ => {}
    }
    let mut rest = text;
    let mut wanted = phrase.chars().peekable();
    while wanted.peek().is_some() {
        let letter = rest.chars().next()?;
        rest = &rest[letter.len_utf8()..];
        match letter {
            ' ' | '-' | '‑' if wanted.peek() == Some(&' ') => {
                wanted.next();
                rest = rest.trim_start_matches(' ');
            }
            ' ' => return None,
            '`' if wanted.next() != Some('\'') => return None,
            '`' => {}
            // Most letters need no folding, and most phrases differ in the first.
            _ if letter.is_ascii() => {
                if wanted.next() != Some(letter.to_ascii_lowercase()) {
                    return None;
                }
            }
            _ => {
                if !folded(letter).chars().all(|letter| wanted.next() == Some(letter)) {
                    return None;
                }
            }
        }
    }
    whole_word(rest, phrase)
}

/// What stands behind a phrase, where no letter follows a letter.
fn whole_word<'t>(rest: &'t str, phrase: &str) -> Option<&'t str> {
    let wordlike = phrase.ends_with(char::is_alphabetic);
    (!wordlike || !rest.starts_with(char::is_alphabetic)).then_some(rest)
}

/// A letter without its accent and capital; a sign as it is.
fn folded(letter: char) -> String {
    match name_key(letter.encode_utf8(&mut [0; 4])) {
        key if key.is_empty() => letter.to_string(),
        key => key,
    }
}

/// The byte with which a folded phrase begins that may begin a text: few of a table do.
fn first_byte(text: &str) -> Option<u8> {
    match text.chars().next()? {
        '`' => Some(b'\''),
        // The sign that stands behind most numbers folds to itself.
        '€' => text.bytes().next(),
        letter if letter.is_ascii() => Some(letter.to_ascii_lowercase() as u8),
        letter => folded(letter).bytes().next(),
    }
}

/// What stands behind the first of these phrases that begins a text.
pub(crate) fn strip_any<'t>(text: &'t str, phrases: &[&str]) -> Option<&'t str> {
    let first = first_byte(text)?;
    let mut alike = phrases.iter().filter(|phrase| phrase.as_bytes().first() == Some(&first));
    alike.find_map(|phrase| strip_phrase(text, phrase))
}

/// A text without one of these labels and its colon: `durée : 9 mois`.
pub(in crate::value) fn unlabelled<'t>(text: &'t str, labels: &[&str]) -> &'t str {
    let labelled = strip_any(text, labels).and_then(|rest| rest.trim_start().strip_prefix(':'));
    labelled.unwrap_or(text).trim()
}

/// What the longest of these phrases that begins a text names, and what stands behind it.
pub(in crate::value) fn strip_named<'t, T: Copy>(
    text: &'t str,
    names: &[(impl AsRef<str>, T)],
) -> Option<(T, &'t str)> {
    let first = first_byte(text)?;
    let names = names.iter().map(|(name, named)| (name.as_ref(), *named));
    let alike = names.filter(|(name, _)| name.as_bytes().first() == Some(&first));
    let found = alike.filter_map(|(name, named)| Some((named, strip_phrase(text, name)?)));
    found.min_by_key(|(_, rest)| rest.len())
}

//! Text made comparable: what a reader takes for the same is the same.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_normalization::is_nfc;

/// The one form of a name that some systems write in another: `é` as one character (NFC).
pub fn composed(text: &str) -> Cow<'_, str> {
    if is_nfc(text) { Cow::Borrowed(text) } else { Cow::Owned(text.nfc().collect()) }
}

/// Folds for comparing names: case, accents, ligatures, quotation marks, hyphens and spaces.
/// Frédéric and Frédérique stay two.
pub fn name_key(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    // Spaces are held back until a letter follows, so that there is one, and none at the ends.
    let mut space = false;
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        // Most of most names stays as it is, but for its capitals.
        let same = length_of_same(rest.as_bytes());
        if same > 0 {
            if std::mem::take(&mut space) {
                out.push(' ');
            }
            out.push_str(&rest[..same]);
            rest = &rest[same..];
            continue;
        }
        letters(first, &mut |letter| match plain(letter) {
            ' ' => space = !out.is_empty(),
            letter => {
                if std::mem::take(&mut space) {
                    out.push(' ');
                }
                out.push(letter);
            }
        });
        rest = &rest[first.len_utf8()..];
    }
    out.make_ascii_lowercase();
    out
}

/// How many bytes at the beginning stay as they are where names are folded: letters of ASCII and
/// marks, with single spaces between them.
fn length_of_same(bytes: &[u8]) -> usize {
    let stays = |at: usize| bytes.get(at).is_some_and(|byte| STAYS[usize::from(*byte)]);
    let mut end = 0;
    while stays(end) || end > 0 && bytes.get(end) == Some(&b' ') && stays(end + 1) {
        end += 1;
    }
    end
}

/// The bytes that stay as they are where names are folded, wherever they stand.
static STAYS: [bool; 256] = {
    let mut stays = [false; 256];
    let mut byte = b'!';
    while byte <= b'~' {
        stays[byte as usize] = !matches!(byte, b'-' | b'_' | b'`');
        byte += 1;
    }
    stays
};

/// The letters and digits of a text as [`name_key`] folds them: whatever its marks and spaces.
pub fn letters_key(text: &str) -> String {
    letter_runs(&name_key(text)).collect()
}

/// The stretches of letters and digits in a text.
pub fn letter_runs(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric())
}

/// The letter that a character is where it is folded, or the first of them.
pub fn first_letter(c: char) -> Option<char> {
    let mut first = None;
    letters(c, &mut |letter| first = first.or(Some(letter)));
    first
}

/// Whether a text begins with these folded letters, however it spells them.
pub fn starts_with_key(text: &str, folded: &str) -> bool {
    let mut rest = folded.chars();
    let mut next = rest.next();
    let mut same = true;
    for c in text.chars() {
        letters(c, &mut |letter| match next {
            Some(wanted) if wanted == letter => next = rest.next(),
            Some(_) => same = false,
            None => {}
        });
        if !same || next.is_none() {
            break;
        }
    }
    same && next.is_none()
}

/// The letters that a character is, without accents and capitals.
fn letters(c: char, put: &mut impl FnMut(char)) {
    match c {
        '\0'..='\x7f' => put(c.to_ascii_lowercase()),
        'é' | 'è' | 'ê' | 'ë' | 'É' | 'È' | 'Ê' | 'Ë' => put('e'),
        'à' | 'â' | 'ä' | 'À' | 'Â' | 'Ä' => put('a'),
        'î' | 'ï' | 'Î' | 'Ï' => put('i'),
        'ô' | 'ö' | 'Ô' | 'Ö' => put('o'),
        'ù' | 'û' | 'ü' | 'Ù' | 'Û' | 'Ü' => put('u'),
        'ç' | 'Ç' => put('c'),
        'œ' | 'Œ' => ['o', 'e'].into_iter().for_each(put),
        'æ' | 'Æ' => ['a', 'e'].into_iter().for_each(put),
        'ß' => ['s', 's'].into_iter().for_each(put),
        _ => {
            let bases = std::iter::once(c).nfd().filter(|c| !is_combining_mark(*c));
            bases.flat_map(char::to_lowercase).for_each(put);
        }
    }
}

fn plain(c: char) -> char {
    match c {
        '’' | 'ʼ' | '‘' | '`' => '\'',
        '-' | '‐' | '‑' | '–' | '—' | '_' => ' ',
        _ if c.is_whitespace() => ' ',
        _ => c,
    }
}

/// Words that lose their vowel before another: `l'`, `d'`, `qu'`.
const ELIDED: [&str; 12] =
    ["l", "d", "j", "m", "n", "s", "t", "c", "qu", "jusqu", "lorsqu", "puisqu"];

/// Endings that inclusive spelling sets behind a dot or in parentheses: `habitant.es`.
pub(super) const INCLUSIVE: [&str; 30] = [
    "e", "es", "s", "x", "ne", "nes", "le", "les", "te", "tes", "se", "ses", "ve", "ves", "fe",
    "fes", "re", "res", "ere", "eres", "rice", "rices", "trice", "trices", "euse", "euses", "ice",
    "ices", "esse", "esses",
];

/// Folds for search: what [`name_key`] folds, and elisions, a light plural (the final `s` or
/// `x` of a word of four letters or more) and inclusive spelling: `habitants` and `habitant·es`
/// are one. Punctuation falls away.
pub fn search_key(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in search_words(text) {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(singular(&word));
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
fn inclusive_hyphens(text: &str) -> std::borrow::Cow<'_, str> {
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

/// A word without a light plural: the final `s` or `x` of four letters or more.
pub fn singular(word: &str) -> &str {
    let plural = word.chars().count() >= 4 && word.ends_with(['s', 'x']);
    let letters = word.chars().all(char::is_alphabetic);
    if plural && letters { &word[..word.len() - 1] } else { word }
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

/// What to sort by in French: É sorts with E, Ł with L, numbers by their value, marks not at all;
/// among the same letters the text itself decides.
pub fn sort_key(text: &str) -> (String, String) {
    let folded = name_key(text);
    let mut key = String::with_capacity(folded.len() + 4);
    let mut digits = String::new();
    for c in folded.chars() {
        if c.is_ascii_digit() {
            digits.push(c);
            continue;
        }
        put_number(&mut key, &mut digits);
        match c {
            'ł' => key.push('l'),
            'ø' => key.push('o'),
            'đ' | 'ð' => key.push('d'),
            'þ' => key.push_str("th"),
            ' ' if !key.is_empty() && !key.ends_with(' ') => key.push(' '),
            c if c.is_alphanumeric() => key.push(c),
            _ => {}
        }
    }
    put_number(&mut key, &mut digits);
    (key, text.to_owned())
}

/// Puts a number so that it sorts by its value: how long it is before its digits.
fn put_number(key: &mut String, digits: &mut String) {
    if digits.is_empty() {
        return;
    }
    let value = digits.trim_start_matches('0');
    let length = u8::try_from(value.len()).unwrap_or(u8::MAX);
    // From `0` on, so that numbers stand before letters; none is longer than the last of them.
    key.push(char::from(b'0' + length.min(9)));
    if length >= 9 {
        key.push(char::from(length.min(0x7e)));
    }
    key.push_str(value);
    digits.clear();
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
            ("  ", ""),
            ("🎉", ""),
            ("9\u{a0}500 €", "9 500 €"),
        ] {
            assert_eq!(search_key(text), folded, "{text}");
        }
    }

    #[test]
    fn names_are_never_merged_by_likeness() {
        assert_ne!(name_key("Frédéric"), name_key("Frédérique"));
        assert_eq!(name_key("Jean-Noël"), name_key("jean  noel"));
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

    #[test]
    fn e_with_an_accent_sorts_with_e() {
        let mut names = ["Zoé", "Élan", "Eau", "Été"];
        names.sort_by_key(|name| sort_key(name));
        assert_eq!(names, ["Eau", "Élan", "Été", "Zoé"]);
    }

    #[test]
    fn numbers_sort_by_value_and_marks_do_not_count() {
        let sorted = [
            "« Bref »",
            "Été 2",
            "Été 10",
            "Île",
            "Łódź",
            "Lot 1",
            "Lot 2",
            "Lot 10",
            "Lot 1000000000",
            "œuvre",
            "Ørsted",
            "…suite",
            "Zoé",
        ];
        let mut names = sorted;
        names.reverse();
        names.sort_by_key(|name| sort_key(name));
        assert_eq!(names, sorted);
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

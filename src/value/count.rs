//! A whole number of something, as people write it.

use rust_decimal::prelude::ToPrimitive;

use crate::lang::text;
use crate::text::fold::search_key;
use crate::text::pattern::{ANY, LETTER, SPACE, phrases, searched};
use crate::value::parsed::{Parsed, normalise, or_nothing, says_nothing};
use crate::value::quantity::pattern::{
    about, in_digits, in_words, label, no_single as no_single_pattern,
};
use crate::value::quantity::{
    APPROXIMATE, Grouping, Number, around, leading, no_single, strip_about, strip_any, unlabelled,
};

/// What is counted.
#[derive(Debug, PartialEq, Eq, Hash)]
pub struct Unit {
    /// The words that may stand behind the number, singular and plural, whatever their accents and
    /// capitals; the longer ones first.
    pub words: &'static [&'static str],
    /// Where a range of such numbers ends and the next begins, for counting sheets by range: `[1,
    /// 500]` makes none, fewer than 500, 500 or more. Where it is empty, each number is by itself.
    pub ranges: &'static [u32],
}

/// People: those who live somewhere, those who took part.
pub static PEOPLE: Unit = Unit {
    words: &[
        "habitants",
        "habitantes",
        "habitant",
        "hab.",
        "hab",
        "personnes",
        "personne",
        "people",
        "inhabitants",
    ],
    ranges: &[1, 500, 2_000, 10_000, 50_000, 200_000],
};

/// Words for what is counted elsewhere or not at all, folded.
const OTHER_UNITS: [&str; 28] = [
    "%",
    "pour cent",
    "percent",
    "per cent",
    "€",
    "euros",
    "foyers",
    "foyer",
    "menages",
    "menage",
    "familles",
    "logements",
    "households",
    "household",
    "homes",
    "dwellings",
    "families",
    "communes",
    "villages",
    "quartiers",
    "km",
    "m",
    "m²",
    "m2",
    "ha",
    "hectares",
    "hectare",
    "ans",
];

const LABELS: [&str; 5] = ["population", "nombre d'habitants", "habitants", "inhabitants", "total"];

/// Reads a count that is nothing but digits.
pub fn plain(text: &str) -> Option<u64> {
    text.parse().ok().filter(|_| text.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Reads a count: `1400`, `1 400`, `1.400 hab.`. What the number cannot hold is the rest:
/// `2200 habitants (956 foyers)`.
pub fn parse(text: &str, unit: &Unit) -> Parsed<u64> {
    if let Some(number) = plain(text) {
        return Parsed::Exact(number);
    }
    let text = normalise(text);
    if says_nothing(&text) {
        return Parsed::Empty;
    }
    let text = unlabelled(&text, &LABELS);
    let exact = strip_about(text);
    let head = exact.unwrap_or(text);
    let Some(Number { reading, about, rest }) = leading(head, Grouping::Whole) else {
        let start = head.find(|c: char| c.is_ascii_digit()).unwrap_or(head.len());
        let (before, number) = head.split_at(start);
        let refusal = leading(number, Grouping::Whole)
            .and_then(|number| no_single(before, number.rest, unit.words));
        return refusal.map_or_else(unreadable, Parsed::Invalid);
    };
    let touches = rest.starts_with(char::is_alphanumeric);
    let named = strip_unit(rest.trim_start(), unit);
    let rest = named.unwrap_or(rest).trim().trim_end_matches('.').trim();
    let (rest, about) = match strip_about(rest) {
        Some("") => ("", true),
        _ => (rest, about || exact.is_some()),
    };
    if let Some(refusal) = no_single("", rest, unit.words) {
        return Parsed::Invalid(refusal);
    }
    if strip_any(rest, &OTHER_UNITS).is_some() {
        return Parsed::invalid(text!(
            "this counts something else",
            "c'est le nombre d'autre chose",
        ));
    }
    let number = match reading {
        Parsed::Exact(number) if number.fract().is_zero() => number.to_u64(),
        Parsed::Invalid(refusal) => return Parsed::Invalid(refusal),
        _ => None,
    };
    let Some(number) = number else {
        return unreadable();
    };
    // A number in words needs the word for what it counts: `un demi-million`.
    let in_words = !head.starts_with(|c: char| c.is_ascii_digit());
    if in_words && named.is_none() && !rest.is_empty() {
        return unreadable();
    }
    // Another number, or letters that touch the digits: which one is meant?
    let another = !rest.starts_with('(') && rest.contains(|c: char| c.is_ascii_digit());
    let dated = strip_any(rest, &["en", "in"]).is_some();
    if another && !dated || touches && named.is_none() {
        return Parsed::invalid(text!(
            "expected a single whole number",
            "un seul nombre entier est attendu",
        ));
    }
    match (rest, about) {
        ("", false) => Parsed::Exact(number),
        ("", true) => Parsed::Uncertain { value: number, reason: APPROXIMATE.into() },
        _ => Parsed::Partial { value: number, rest: around(text, head, rest) },
    }
}

/// The pattern of a text that is a count.
pub fn pattern(unit: &Unit) -> String {
    let counted = format!("(?:{SPACE}|d['’]|de |of )*{}", searched(unit.words.iter().copied()));
    let rest =
        format!("(?!{SPACE}*{})(?:[^0-9]*|{SPACE}*(?:[(]|en |in ){ANY}*)", phrases(OTHER_UNITS));
    or_nothing(&format!(
        "[0-9]+|{}(?:{about}{SPACE}*)?(?!{})\
         (?:{digits}(?:{counted}|(?!{LETTER})){rest}|{words}(?:{counted}{rest}|{about})?\\s*$)",
        label(&LABELS),
        no_single_pattern(&counted, &counted, unit.words),
        about = about(),
        digits = in_digits(Grouping::Whole),
        words = in_words(),
    ))
}

fn unreadable() -> Parsed<u64> {
    Parsed::invalid(text!("expected a whole number", "un nombre entier est attendu"))
}

/// What stands behind the name of the unit at the beginning of a text, in any spelling:
/// `habitant·e·s`, `habitant(e)s`.
fn strip_unit<'t>(text: &'t str, unit: &Unit) -> Option<&'t str> {
    let text = strip_any(text, &["d'", "de ", "of "]).unwrap_or(text);
    let (word, _) = text.split_once([' ', '/', ',', ';']).unwrap_or((text, ""));
    let key = search_key(word);
    let named = unit.words.iter().any(|name| search_key(name) == key);
    named.then(|| &text[word.len()..])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn counts_are_read_as_people_write_them() {
        for (text, number) in [
            ("1400", 1400),
            ("1 400", 1400),
            ("1\u{202f}400", 1400),
            ("1.400 hab.", 1400),
            ("12 400 habitants", 12400),
            ("12 400 HABITANTS", 12400),
            ("1'400", 1400),
            ("0", 0),
        ] {
            assert_eq!(parse(text, &PEOPLE), Parsed::Exact(number), "{text}");
        }
        for (text, number, rest) in
            [("2200 habitants (956 foyers)", 2200, "(956 foyers)"), ("1400 âmes", 1400, "âmes")]
        {
            let rest = rest.to_owned();
            assert_eq!(parse(text, &PEOPLE), Parsed::Partial { value: number, rest }, "{text}");
        }
        for text in [
            "12 communes, 14 000 habitants",
            "2020 : 1400",
            "1400 - 1600",
            "1e3",
            "0x1F",
            "200 foyers",
            "14 00",
            "-3",
            "1.5",
            "1,5",
            &"9".repeat(300),
            "é",
        ] {
            assert!(matches!(parse(text, &PEOPLE), Parsed::Invalid(_)), "{text}");
        }
        assert_eq!(parse("NC", &PEOPLE), Parsed::Empty);
    }

    proptest! {
        #[test]
        fn reading_never_panics(text in "\\PC{0,40}|[0-9 .,']{0,40}") {
            let _ = parse(&text, &PEOPLE);
        }
    }
}

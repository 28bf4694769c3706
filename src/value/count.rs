//! A whole number of something, as people write it.

use crate::lang::text;
use crate::text::fold::name_key;
use crate::value::parsed::{Parsed, normalise, says_nothing};
use crate::value::tokens::strip_word;

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

/// Reads a count: `1400`, `1 400`, `1.400 hab.`. What the number cannot hold is the rest:
/// `2200 habitants (956 foyers)`.
pub fn parse(text: &str, unit: &Unit) -> Parsed<u64> {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    if let Some(number) = text.parse().ok().filter(|_| digits) {
        return Parsed::Exact(number);
    }
    let text = normalise(text);
    if says_nothing(&text) {
        return Parsed::Empty;
    }
    let (before, text) = match text.split_once(' ') {
        Some((word, rest))
            if matches!(name_key(word).as_str(), "environ" | "about" | "pres" | "~") =>
        {
            (word, rest.trim())
        }
        _ => ("", text.strip_prefix('~').unwrap_or(&text)),
    };
    let end = text.find(|c: char| !c.is_ascii_digit() && !matches!(c, ' ' | '.' | '\'' | ','));
    let (number, rest) = text.split_at(end.unwrap_or(text.len()));
    let spaced = number.ends_with(' ');
    let Some(number) = grouped(number.trim().trim_end_matches(['.', ','])) else {
        return Parsed::invalid(text!("expected a whole number", "un nombre entier est attendu"));
    };
    let touches = rest.starts_with(|c: char| c.is_alphanumeric() || c == '%')
        && !spaced
        && !unit.words.iter().any(|word| after_word(rest, word).is_some());
    let rest = rest.trim();
    let stripped = unit.words.iter().find_map(|word| {
        let after = after_word(rest, word)?;
        (!after.starts_with(char::is_alphanumeric)).then_some(after)
    });
    let rest = [before, stripped.unwrap_or(rest).trim()].join(" ");
    match rest.trim() {
        "" => Parsed::Exact(number),
        // Another number, or letters that touch the digits: which one is meant?
        rest if !rest.starts_with('(') && rest.contains(|c: char| c.is_ascii_digit())
            || touches =>
        {
            Parsed::invalid(text!(
                "expected a single whole number",
                "un seul nombre entier est attendu",
            ))
        }
        rest => Parsed::Partial { value: number, rest: rest.to_owned() },
    }
}

/// What stands behind a word at the beginning of a text, whatever its accents and capitals.
fn after_word<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let key = |letter: char| name_key(letter.encode_utf8(&mut [0; 4]));
    strip_word(text, word, |one, other| key(one) == key(other))
}

/// A number whose thousands may be set apart.
fn grouped(text: &str) -> Option<u64> {
    let groups: Vec<&str> = text.split([' ', '.', '\'', ',']).collect();
    let (first, others) = groups.split_first()?;
    let right =
        others.iter().all(|group| group.len() == 3) && (others.is_empty() || first.len() <= 3);
    (right && !first.is_empty()).then(|| groups.concat().parse().ok()).flatten()
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
        for (text, number, rest) in [
            ("2200 habitants (956 foyers)", 2200, "(956 foyers)"),
            ("environ 1400", 1400, "environ"),
            ("1400 âmes", 1400, "âmes"),
        ] {
            let rest = rest.to_owned();
            assert_eq!(parse(text, &PEOPLE), Parsed::Partial { value: number, rest }, "{text}");
        }
        for text in [
            "12 communes, 14 000 habitants",
            "2020 : 1400",
            "1400 - 1600",
            "1e3",
            "0x1F",
            "un millier",
            "14 00",
            "-3",
            "1.5",
            "1,5 M",
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

//! The number at the beginning of a text: in digits or in words, with its fraction and its
//! magnitude.

use rust_decimal::Decimal;

use crate::text::fold::name_key;
use crate::value::parsed::Parsed;
use crate::value::quantity::digits::{Grouping, digits, number_length};
use crate::value::quantity::phrase::{strip_any, strip_named};
use crate::value::quantity::spelled::spelled;

/// A number, and what stands behind it.
#[derive(Clone, Debug)]
pub(in crate::value) struct Number<'t> {
    pub reading: Parsed<Decimal>,
    /// Whether its very word says *about*: `une centaine`.
    pub about: bool,
    pub rest: &'t str,
}

const THOUSAND: Decimal = Decimal::ONE_THOUSAND;
const MILLION: Decimal = Decimal::from_parts(1_000_000, 0, 0, false, 0);
const BILLION: Decimal = Decimal::from_parts(1_000_000_000, 0, 0, false, 0);
const DOZEN: Decimal = Decimal::from_parts(12, 0, 0, false, 0);

/// A word that multiplies the number before it.
#[derive(Clone, Copy)]
pub(super) struct Magnitude {
    times: Decimal,
    /// Whether so many of them are rather about so many: `3 centaines`.
    about: bool,
}

const fn exactly(times: Decimal) -> Magnitude {
    Magnitude { times, about: false }
}

const fn about(times: Decimal) -> Magnitude {
    Magnitude { times, about: true }
}

pub(super) const MAGNITUDES: [(&str, Magnitude); 22] = [
    ("mille", exactly(THOUSAND)),
    ("thousand", exactly(THOUSAND)),
    ("thousands", about(THOUSAND)),
    ("millier", about(THOUSAND)),
    ("milliers", about(THOUSAND)),
    ("million", exactly(MILLION)),
    ("millions", exactly(MILLION)),
    ("milliard", exactly(BILLION)),
    ("milliards", exactly(BILLION)),
    ("billion", exactly(BILLION)),
    ("billions", exactly(BILLION)),
    ("centaine", about(Decimal::ONE_HUNDRED)),
    ("centaines", about(Decimal::ONE_HUNDRED)),
    ("hundred", exactly(Decimal::ONE_HUNDRED)),
    ("hundreds", about(Decimal::ONE_HUNDRED)),
    ("dizaine", about(Decimal::TEN)),
    ("dizaines", about(Decimal::TEN)),
    ("tens", about(Decimal::TEN)),
    ("douzaine", exactly(DOZEN)),
    ("douzaines", exactly(DOZEN)),
    ("dozen", exactly(DOZEN)),
    ("dozens", about(DOZEN)),
];

/// Whether a text says thousands, millions or dozens: in a word, or in the letter behind a number.
pub fn has_magnitude(text: &str) -> bool {
    let key = name_key(text);
    let mut words = key.split(|c: char| !c.is_alphabetic());
    words.any(|word| {
        matches!(word, "k" | "ke" | "keur" | "m")
            || MAGNITUDES.iter().any(|(name, _)| *name == word)
    })
}

const HALF: Decimal = Decimal::from_parts(5, 0, 0, false, 1);
pub(super) const FRACTIONS: [(&str, Decimal); 6] = [
    ("½", HALF),
    ("1/2", HALF),
    ("¼", Decimal::from_parts(25, 0, 0, false, 2)),
    ("1/4", Decimal::from_parts(25, 0, 0, false, 2)),
    ("¾", Decimal::from_parts(75, 0, 0, false, 2)),
    ("3/4", Decimal::from_parts(75, 0, 0, false, 2)),
];

/// Reads the number at the beginning of a text, if there is one.
pub(in crate::value) fn leading(text: &str, grouping: Grouping) -> Option<Number<'_>> {
    let exact = |value, rest| Number { reading: Parsed::Exact(value), about: false, rest };
    let number = if let Some((part, rest)) = fraction(text) {
        exact(part, rest)
    } else if let Some(rest) = strip_any(text, &["half a", "half an"]) {
        return Some(exact(HALF, rest));
    } else if text.starts_with(|c: char| c.is_ascii_digit()) {
        let (written, rest) = text.split_at(number_length(text));
        Number { reading: digits(written, grouping), about: false, rest }
    } else {
        let (value, about, rest) = spelled(text)?;
        Number { reading: Parsed::Exact(value), about, rest }
    };
    let more = fraction(number.rest.trim_start())
        .or_else(|| strip_any(number.rest.trim_start(), &["and a half"]).map(|rest| (HALF, rest)));
    let number = match (more, number.reading) {
        (Some((part, rest)), Parsed::Exact(whole)) => exact(whole + part, rest),
        (_, reading) => Number { reading, ..number },
    };
    let Some((scale, rest)) = magnitude(number.rest) else {
        return Some(number);
    };
    // Before a magnitude a mark sets decimals apart, never thousands.
    let written = &text[..text.len() - number.rest.len()];
    let reading = match number.reading {
        Parsed::Exact(value) => Parsed::Exact(value),
        _ => digits(written, Grouping::Never),
    };
    let scaled = |value: Decimal| value.checked_mul(scale.times).map(|value| value.normalize());
    let reading = match reading {
        Parsed::Exact(value) => scaled(value).map_or(Parsed::Empty, Parsed::Exact),
        other => other,
    };
    Some(Number { reading, about: number.about || scale.about, rest })
}

/// Whether a number begins here.
pub(in crate::value) fn is_number_at(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit()) || leading(text, Grouping::Guess).is_some()
}

fn fraction(text: &str) -> Option<(Decimal, &str)> {
    let first = text.as_bytes().first();
    let mut alike = FRACTIONS.iter().filter(|(sign, _)| sign.as_bytes().first() == first);
    let found = alike.find_map(|(sign, part)| Some((*part, text.strip_prefix(sign)?)))?;
    (!found.1.starts_with(|c: char| c.is_ascii_digit() || c == '/')).then_some(found)
}

/// The thousands, millions or dozens that a letter or a word behind a number means, and whether
/// about so many.
fn magnitude(after: &str) -> Option<(Magnitude, &str)> {
    let trimmed = after.trim_start();
    let letter = match trimmed.chars().next() {
        Some('k' | 'K') => Some(exactly(THOUSAND)),
        Some('M') => Some(exactly(MILLION)),
        _ => None,
    };
    let (scale, rest) = match letter {
        Some(scale) if !trimmed[1..].starts_with(char::is_alphanumeric) => (scale, &trimmed[1..]),
        _ => strip_named(trimmed, &MAGNITUDES)?,
    };
    // `2 millions d'euros`
    let joined = strip_any(rest.trim_start(), &["d'", "de ", "of "]);
    Some((scale, joined.unwrap_or(rest)))
}

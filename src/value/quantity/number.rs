//! The number at the beginning of a text: in digits or in words, with its fraction and its
//! magnitude.

use rust_decimal::Decimal;

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
/// Each with how many it means, and whether so many of them are rather about so many: `3 centaines`.
pub(super) const MAGNITUDES: [(&str, (Decimal, bool)); 18] = [
    ("mille", (THOUSAND, false)),
    ("thousand", (THOUSAND, false)),
    ("million", (MILLION, false)),
    ("millions", (MILLION, false)),
    ("milliard", (BILLION, false)),
    ("milliards", (BILLION, false)),
    ("billion", (BILLION, false)),
    ("millier", (THOUSAND, true)),
    ("milliers", (THOUSAND, true)),
    ("thousands", (THOUSAND, false)),
    ("centaine", (Decimal::ONE_HUNDRED, true)),
    ("centaines", (Decimal::ONE_HUNDRED, true)),
    ("hundred", (Decimal::ONE_HUNDRED, false)),
    ("dizaine", (Decimal::TEN, true)),
    ("dizaines", (Decimal::TEN, true)),
    ("douzaine", (DOZEN, true)),
    ("douzaines", (DOZEN, true)),
    ("dozen", (DOZEN, true)),
];
const DOZEN: Decimal = Decimal::from_parts(12, 0, 0, false, 0);

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
    let Some(((scale, about), rest)) = magnitude(number.rest) else {
        return Some(number);
    };
    // Before a magnitude a mark sets decimals apart, never thousands.
    let written = &text[..text.len() - number.rest.len()];
    let reading = match number.reading {
        Parsed::Exact(value) => Parsed::Exact(value),
        _ => digits(written, Grouping::Never),
    };
    let scaled = |value: Decimal| value.checked_mul(scale).map(|value| value.normalize());
    let reading = match reading {
        Parsed::Exact(value) => scaled(value).map_or(Parsed::Empty, Parsed::Exact),
        other => other,
    };
    Some(Number { reading, about: number.about || about, rest })
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
fn magnitude(after: &str) -> Option<((Decimal, bool), &str)> {
    let trimmed = after.trim_start();
    let letter = match trimmed.chars().next() {
        Some('k' | 'K') => Some(THOUSAND),
        Some('M') => Some(MILLION),
        _ => None,
    };
    let (scale, rest) = match letter {
        Some(scale) if !trimmed[1..].starts_with(char::is_alphanumeric) => {
            ((scale, false), &trimmed[1..])
        }
        _ => strip_named(trimmed, &MAGNITUDES)?,
    };
    // `2 millions d'euros`
    let joined = strip_any(rest.trim_start(), &["d'", "de ", "of "]);
    Some((scale, joined.unwrap_or(rest)))
}

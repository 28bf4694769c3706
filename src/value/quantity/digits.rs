//! The digits of a number, with what sets thousands and decimals apart in French, English and
//! Swiss.

use rust_decimal::Decimal;

use crate::lang::{Text, phrase, text};
use crate::tree;
use crate::value::parsed::{ParseError, Parsed, normalise, says_nothing};
use crate::value::quantity::minus::strip_minus;

/// How a single comma or dot before three digits is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::value) enum Grouping {
    /// A dot sets thousands apart, with a doubt; a comma is ambiguous.
    Guess,
    /// A comma sets thousands apart, a dot decimals.
    English,
    /// Both set thousands apart: the number is a whole one.
    Whole,
    /// Both set decimals apart.
    Never,
}

/// Reads a number alone: digits with separators.
pub fn amount(text: &str) -> Parsed<Decimal> {
    let text = normalise(text);
    if says_nothing(&text) {
        Parsed::Empty
    } else if number_length(&text) == text.len() {
        digits(&text, Grouping::Guess)
    } else if strip_minus(&text).is_some() {
        Parsed::invalid(text!("negative number", "nombre négatif"))
    } else {
        unreadable()
    }
}

/// Reads a number alone that may be negative and has no thousands: degrees.
pub fn signed(text: &str) -> Parsed<Decimal> {
    let text = normalise(text);
    if says_nothing(&text) {
        return Parsed::Empty;
    }
    let negative = strip_minus(&text);
    let number = negative.unwrap_or(&text);
    if number_length(number) != number.len() {
        return unreadable();
    }
    let reading = digits(number, Grouping::Never);
    if negative.is_some() { reading.map(|number| -number) } else { reading }
}

/// How far the number goes at the beginning of a text: digits, and what sets them apart where a
/// digit follows.
pub(super) fn number_length(text: &str) -> usize {
    let mut end = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let digit_next = chars.peek().is_some_and(|(_, next)| next.is_ascii_digit());
        let inside = c.is_ascii_digit() || matches!(c, ' ' | '.' | ',' | '\'') && digit_next;
        if !inside {
            break;
        }
        end = at + c.len_utf8();
    }
    // `2 1/2`: the last digit begins a fraction.
    if !text[end..].starts_with("/2") && !text[end..].starts_with("/4") {
        return end;
    }
    text[..end].rfind(' ').filter(|space| end - space == 2).unwrap_or(end)
}

/// Reads digits with their separators.
pub(super) fn digits(digits: &str, grouping: Grouping) -> Parsed<Decimal> {
    let digits = digits.trim();
    let bare: String = digits.chars().filter(|c| !matches!(c, ' ' | '\'')).collect();
    if !spaces_right(digits) {
        let suggestion = bare.replace(['.', ','], "");
        return Parsed::Invalid(refusal(
            text!("misplaced spaces in the number", "espaces mal placées dans le nombre"),
            Some(suggestion).filter(|joined| !joined.is_empty()),
        ));
    }
    if bare.len() > 1 && bare.starts_with('0') && bare.bytes().all(|byte| byte.is_ascii_digit()) {
        return Parsed::invalid(text!(
            "the number begins with a zero",
            "le nombre commence par un zéro",
        ));
    }
    let marks: Vec<(usize, char)> =
        bare.char_indices().filter(|(_, c)| matches!(c, '.' | ',')).collect();
    match marks.as_slice() {
        [] => plain(&bare),
        [(at, mark)] => one_mark(&bare, *at, *mark, bare.len() < digits.len(), grouping),
        [first, .., (last, mark)] => {
            // The last separator is the decimal one, if the others are another.
            let (whole, fraction) = (&bare[..*last], &bare[last + 1..]);
            let groups: Vec<&str> = whole.split(first.1).collect();
            let right = groups.iter().skip(1).all(|group| group.len() == 3) && groups[0].len() <= 3;
            match first.1 == *mark {
                true if right && fraction.len() == 3 => plain(&bare.replace(*mark, "")),
                false if right && !fraction.is_empty() => {
                    plain(&format!("{}.{fraction}", groups.concat()))
                }
                _ => unreadable(),
            }
        }
    }
}

/// Reads digits with one comma or dot; `spaced` where thousands are set apart otherwise.
fn one_mark(
    bare: &str,
    at: usize,
    mark: char,
    spaced: bool,
    grouping: Grouping,
) -> Parsed<Decimal> {
    let (whole, fraction) = (&bare[..at], &bare[at + 1..]);
    let thousands =
        fraction.len() == 3 && (1..=3).contains(&whole.len()) && whole != "0" && !spaced;
    let joined = format!("{whole}{fraction}");
    match (thousands, grouping, mark) {
        _ if whole.is_empty() || fraction.is_empty() => unreadable(),
        (true, Grouping::Whole, _) | (true, Grouping::English, ',') => plain(&joined),
        (true, Grouping::Guess, '.') => match plain(&joined) {
            Parsed::Exact(value) => Parsed::Uncertain {
                reason: phrase!(
                    "dot read as a thousands separator: {value}",
                    "point lu comme séparateur de milliers : {value}",
                    value,
                ),
                value,
            },
            other => other,
        },
        (true, Grouping::Guess, _) => Parsed::Invalid(ParseError {
            ambiguous: true,
            reason: phrase!(
                "{whole}{fraction}, or {whole}.{fraction}?",
                "{whole}{fraction}, ou {whole} virgule {fraction} ?",
                whole,
                fraction,
            ),
            suggestion: Some(joined),
        }),
        _ => plain(&format!("{whole}.{fraction}")),
    }
}

/// Reads digits with a dot at most.
fn plain(text: &str) -> Parsed<Decimal> {
    match tree::number(text) {
        Some(number) if text.len() <= MAX_LENGTH => Parsed::Exact(number),
        Some(_) => Parsed::invalid(text!("the number is too large", "le nombre est trop grand")),
        None => unreadable(),
    }
}

/// No amount, time or number of people has more digits.
const MAX_LENGTH: usize = 20;

/// Whether spaces stand only where thousands are set apart.
fn spaces_right(digits: &str) -> bool {
    let whole = digits.split([',', '.']).next().unwrap_or(digits);
    let groups: Vec<&str> = whole.split([' ', '\'']).filter(|group| !group.is_empty()).collect();
    groups.len() <= 1
        || groups[0].len() <= 3 && groups[1..].iter().all(|group| group.len() == 3)
        || digits.contains('.') && groups.len() == 1
}

/// The refusal of digits that are no number.
fn unreadable<T>() -> Parsed<T> {
    Parsed::invalid(text!("not a number", "ce n'est pas un nombre"))
}

pub(in crate::value) fn refusal(reason: Text, suggestion: Option<String>) -> ParseError {
    ParseError { ambiguous: false, reason: reason.into(), suggestion }
}

//! The digits of an amount, with what sets thousands and decimals apart in French, English and
//! Swiss.

use rust_decimal::Decimal;

use crate::lang::{Text, phrase, text};
use crate::tree;
use crate::value::parsed::{ParseError, Parsed, normalise, says_nothing};

/// Reads an amount alone: digits with separators, no currency and no tax.
pub fn amount(text: &str) -> Parsed<Decimal> {
    let digits =
        !text.is_empty() && text.len() <= 12 && text.bytes().all(|byte| byte.is_ascii_digit());
    if let Some(number) = tree::number(text).filter(|_| digits) {
        return Parsed::Exact(number);
    }
    let text = normalise(text);
    if says_nothing(&text) {
        Parsed::Empty
    } else {
        amount_in(text.trim_end_matches(['€', ' ']), Decimal::ONE)
    }
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
    end
}

/// The thousands or millions that a letter after the digits means.
pub(super) fn magnitude(after: &str) -> (Decimal, &str) {
    let trimmed = after.trim_start();
    let alone = |rest: &str| !rest.starts_with(char::is_alphanumeric);
    match trimmed.strip_prefix(['k', 'K']) {
        Some(rest) if alone(rest) => return (Decimal::ONE_THOUSAND, rest),
        _ => {}
    }
    match trimmed.strip_prefix('M') {
        Some(rest) if alone(rest) => (Decimal::ONE_THOUSAND * Decimal::ONE_THOUSAND, rest),
        _ => (Decimal::ONE, after),
    }
}

/// Reads digits with their separators, times a magnitude.
pub(super) fn amount_in(digits: &str, scale: Decimal) -> Parsed<Decimal> {
    let digits = digits.trim();
    if digits.starts_with(['-', '–']) {
        return Parsed::invalid(text!("negative amount", "montant négatif"));
    }
    let scaled = |text: &str| {
        let number = tree::number(text).filter(|_| text.len() <= 20)?;
        if scale == Decimal::ONE {
            Some(number)
        } else {
            number.checked_mul(scale).map(|number| number.normalize())
        }
    };
    let plain = |text: &str| match scaled(text) {
        Some(number) => Parsed::Exact(number),
        None => unreadable(),
    };
    let bare: String = digits.chars().filter(|c| !matches!(c, ' ' | '\'')).collect();
    if bare.is_empty() || !spaces_right(digits) {
        let joined = bare.replace(['.', ','], "");
        let suggestion = (!joined.is_empty()).then_some(joined);
        return if bare.is_empty() {
            unreadable()
        } else {
            Parsed::Invalid(refusal(
                text!("misplaced spaces in the number", "espaces mal placées dans le nombre"),
                suggestion,
            ))
        };
    }
    let marks: Vec<(usize, char)> =
        bare.char_indices().filter(|(_, c)| matches!(c, '.' | ',')).collect();
    let spaced = bare.len() < digits.len();
    match marks.as_slice() {
        [] => plain(&bare),
        [(at, mark)] => {
            let (whole, fraction) = (&bare[..*at], &bare[at + 1..]);
            let thousands = fraction.len() == 3
                && (1..=3).contains(&whole.len())
                && whole != "0"
                && !spaced
                && scale == Decimal::ONE;
            match (thousands, mark) {
                (true, '.') => match scaled(&format!("{whole}{fraction}")) {
                    Some(value) => Parsed::Uncertain {
                        reason: phrase!(
                            "dot read as a thousands separator: {value}",
                            "point lu comme séparateur de milliers : {value}",
                            value,
                        ),
                        value,
                    },
                    None => unreadable(),
                },
                (true, _) => Parsed::Invalid(ParseError {
                    ambiguous: true,
                    reason: phrase!(
                        "{whole}{fraction}, or {whole}.{fraction}?",
                        "{whole}{fraction}, ou {whole} virgule {fraction} ?",
                        whole,
                        fraction,
                    ),
                    suggestion: Some(format!("{whole}{fraction}")),
                }),
                (false, _) if whole.is_empty() || fraction.is_empty() => unreadable(),
                (false, _) => plain(&format!("{whole}.{fraction}")),
            }
        }
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

/// Whether spaces stand only where thousands are set apart.
fn spaces_right(digits: &str) -> bool {
    let whole = digits.split([',', '.']).next().unwrap_or(digits);
    let groups: Vec<&str> = whole.split([' ', '\'']).filter(|group| !group.is_empty()).collect();
    groups.len() <= 1
        || groups[0].len() <= 3 && groups[1..].iter().all(|group| group.len() == 3)
        || digits.contains('.') && groups.len() == 1
}

pub(super) fn unreadable<T>() -> Parsed<T> {
    Parsed::invalid(text!("not an amount", "ce n'est pas un montant"))
}

pub(super) fn refusal(reason: Text, suggestion: Option<String>) -> ParseError {
    ParseError { ambiguous: false, reason: reason.into(), suggestion }
}

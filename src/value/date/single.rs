//! One date in a text, and what stands behind it.

use crate::lang::{Text, text};
use crate::value::date::numbers::{self, refuse};
use crate::value::date::{Date, words};
use crate::value::parsed::{Parsed, normalise};
use crate::value::quantity::strip_any;

/// Reads a normalised text that is one date, whatever stands behind it.
pub(super) fn single(text: &str) -> Parsed<Date> {
    if text.len() > LONGEST {
        return numbers::unreadable();
    }
    if !text.is_empty() && text.chars().all(is_of_number) {
        return numbers::parse(text);
    }
    // `le 3/03/2023`: with words it is read below.
    if let Some(digits) = strip_any(text, &ARTICLES).map(str::trim_start)
        && digits.starts_with(|c: char| c.is_ascii_digit())
        && digits.split(' ').next().is_some_and(|first| first.contains(['.', '/', '-']))
    {
        return single(digits);
    }
    let marked = text.strip_suffix('~').or_else(|| text.strip_prefix(['~', '≈']));
    if let Some(rest) = marked {
        return single(rest.trim()).map(Date::about);
    }
    if let Some(rest) = strip_any(text, &BEGINS).or_else(|| strip_any(text, &ENDS)) {
        let word = text[..text.len() - rest.len()].trim();
        return single(rest.trim_start()).with_rest(word);
    }
    if strip_any(text, &OTHER_SIDE).is_some() {
        return refuse(BOUND, None);
    }
    // Spaces may stand beside the marks: `4 . 9 . 2021`.
    let joined = [".", "/", "-"].iter().fold(text.to_owned(), |text, mark| {
        text.split(mark).map(str::trim).collect::<Vec<_>>().join(mark)
    });
    if joined.chars().all(is_of_number) {
        return numbers::parse(&joined);
    }
    // A date in digits, and behind it the time of day or a remark.
    let (first, rest) = text.split_once(['T', ' ']).unwrap_or((text, ""));
    let is_digits = first.chars().all(is_of_number) && first.contains(['.', '/', '-']);
    // `2023-T3` is a quarter.
    if is_digits && first.ends_with(|c: char| c.is_ascii_digit()) {
        let rest = if is_midnight(rest) { "" } else { rest.trim() };
        return numbers::parse(first).with_rest(rest);
    }
    words::parse(text)
}

fn is_of_number(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '.' | '/' | '-')
}

/// Whether this is the time of day of a timestamp that says nothing: `00:00:00+01:00`.
fn is_midnight(text: &str) -> bool {
    let zone = |c: char| c.is_ascii_digit() || matches!(c, ':' | '+' | '-' | '.' | 'Z');
    text.starts_with("00:00") && text.chars().all(zone)
}

/// The longest text that is searched for a date or a period, in bytes.
pub(super) const LONGEST: usize = 200;

/// What may stand before a date.
const ARTICLES: [&str; 6] = ["le", "en", "the", "on", "on the", "in"];

/// Words that say that something begins then.
const BEGINS: [&str; 14] = [
    "a partir de",
    "a partir du",
    "a partir d'",
    "a compter de",
    "a compter du",
    "depuis le",
    "depuis",
    "des le",
    "des",
    "since",
    "starting in",
    "starting on",
    "starting",
    "from",
];
/// Words that say that something ends then.
const ENDS: [&str; 6] = ["jusqu'au", "jusqu'en", "jusqu'a", "until", "till", "up to"];

/// The one and the other.
pub(super) fn begins_or_ends() -> impl Iterator<Item = &'static str> {
    BEGINS.into_iter().chain(ENDS)
}

/// Which of the two dates of a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    Start,
    End,
}

impl Bound {
    /// The words that say the other one: of an end where the beginning is due, or the other way round.
    pub(super) fn words_of_other(self) -> &'static [&'static str] {
        match self {
            Bound::Start => &ENDS,
            Bound::End => &BEGINS,
        }
    }

    /// Whether a text says the other one: `jusqu'en juin 2023` where the beginning is due.
    pub fn other_is_said(self, text: &str) -> bool {
        strip_any(&normalise(text), self.words_of_other()).is_some()
    }
}

pub(super) const OTHER_SIDE: [&str; 7] =
    ["avant", "apres", "before", "after", "au plus tard", "au plus tot", "no later than"];
const BOUND: Text = text!(
    "only before or after a date; write the date itself",
    "seulement avant ou après une date ; écrivez la date elle-même",
);

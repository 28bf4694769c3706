//! A period in the place of a date: `du 1er mars au 10 octobre 2023`, `2022-2023`.

use chrono::Datelike;

use crate::lang::{Phrase, phrase};
use crate::text::fold::name_key;
use crate::value::date::Date;
use crate::value::date::single::{LONGEST, single};
use crate::value::date::words::winter_of_two_years;
use crate::value::parsed::{Parsed, normalise};
use crate::value::quantity::strip_any;

/// A beginning and an end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateSpan {
    pub start: Date,
    pub end: Date,
}

impl DateSpan {
    /// Whether it may end when it begins, or later.
    pub fn is_possible(&self) -> bool {
        self.start.first() <= self.end.last()
    }

    /// The words for it: `mars 2023 à juin 2023`.
    pub fn phrase(&self) -> Phrase {
        let (start, end) = (self.start, self.end);
        let start = Phrase::per_lang(|lang| start.format(lang));
        let end = Phrase::per_lang(|lang| end.format(lang));
        phrase!("{start} to {end}", "{start} à {end}", start, end)
    }
}

/// Reads a text that is a period rather than a date.
pub fn span(text: &str) -> Option<DateSpan> {
    if is_iso(text) {
        return None;
    }
    let text = normalise(text);
    match single(&text) {
        Parsed::Exact(_) | Parsed::Uncertain { .. } => None,
        Parsed::Empty | Parsed::Partial { .. } | Parsed::Invalid(_) => span_of(&text, exact),
    }
}

/// Whether a text has the form of one year or one day: that is no period, whatever its digits.
fn is_iso(text: &str) -> bool {
    let form = text.bytes().map(|byte| if byte.is_ascii_digit() { b'0' } else { byte });
    matches!(text.len(), 4 | 10) && form.eq(b"0000-00-00".iter().copied().take(text.len()))
}

/// What stands in the place of an end that there is not yet, folded.
pub(super) const ONGOING: [&str; 14] = [
    "en cours",
    "toujours en cours",
    "encore en cours",
    "a ce jour",
    "aujourd'hui",
    "ce jour",
    "ongoing",
    "still ongoing",
    "in progress",
    "under way",
    "underway",
    "today",
    "present",
    "now",
];

/// Whether a text in the place of an end says that there is none yet.
pub fn says_ongoing(text: &str) -> bool {
    let is_dated = text.contains(|c: char| c.is_ascii_digit());
    !is_dated && ONGOING.contains(&name_key(normalise(text).trim_end_matches('.')).as_str())
}

/// What stands before a period.
const OPENING: [&str; 9] = ["du", "de", "d'", "des", "from", "entre", "between", "les", "le"];

/// What stands between beginning and end; those that only words have come first.
const BETWEEN: [&str; 18] = [
    " jusqu'au ",
    " jusqu'en ",
    " jusqu'à ",
    " until ",
    " to ",
    " au ",
    " à ",
    " a ",
    " et ",
    " and ",
    " & ",
    "→",
    " - ",
    " – ",
    " / ",
    "–",
    "-",
    "/",
];

/// How one of the dates of a period is read.
type ReadDate = fn(&str) -> Option<Date>;

/// Reads a normalised text that is a beginning and an end.
fn span_of(text: &str, date: ReadDate) -> Option<DateSpan> {
    if text.len() > LONGEST {
        return None;
    }
    if let Some(year) = winter_of_two_years(text) {
        let (start, end) = (Date::month(year, 12)?, Date::month(year + 1, 2)?);
        return Some(DateSpan { start, end });
    }
    let inside = strip_any(text, &OPENING).map_or(text, str::trim_start);
    if date(inside).is_some() {
        return None;
    }
    let either = strip_any(text, &["entre", "between"]).is_some();
    BETWEEN.iter().find_map(|mark| {
        inside.match_indices(mark).find_map(|(at, _)| {
            let (before, after) = (inside[..at].trim(), inside[at + mark.len()..].trim());
            let end = end_of(before, mark, after, date)?;
            let start = beginning(before, after, end, date)?;
            // `les 3 et 4 mai`: two moments are a period only where they are days.
            let joins = matches!(*mark, " et " | " and " | " & ");
            let days = start.is_whole() && end.is_whole();
            (!joins || either || days).then_some(DateSpan { start, end })
        })
    })
}

/// The period that a normalised text begins with, whatever stands behind it and whichever doubt
/// there is of its dates: enough to know that it is no date. What begins with a doubtful date is
/// none: `12/03/22 (14 h)`.
pub(super) fn span_and_more(text: &str) -> Option<DateSpan> {
    if text.len() > LONGEST {
        return None;
    }
    let ends = text.rmatch_indices([' ', ',', ';', '(']).map(|(at, _)| at);
    let mut beginnings = std::iter::once(text.len()).chain(ends).map(|end| text[..end].trim_end());
    let likely: ReadDate = |text| single(text).whole();
    beginnings.find_map(|text| {
        let text = text.trim_end_matches([',', ';', '(', ' ']);
        let is_date = likely(text).is_some();
        if is_date { None } else { span_of(text, exact).or_else(|| span_of(text, likely)) }
    })
}

/// The beginning of a period, which may lack the year or the month of its end.
fn beginning(before: &str, after: &str, end: Date, date: ReadDate) -> Option<Date> {
    if before.is_empty() {
        return None;
    }
    let year = end.last().year();
    let month = || {
        let (_, month) = after.trim_end_matches(char::is_numeric).trim_end().rsplit_once(' ')?;
        date(&format!("{before} {month} {year}"))
    };
    // `12/03 au 14/03/2021`, `12-14/03/2021`
    let digits = || {
        let mut marks = after.match_indices(['/', '.']).map(|(at, _)| &after[at..]);
        marks.find_map(|rest| date(&format!("{before}{rest}")))
    };
    date(before).or_else(|| date(&format!("{before} {year}"))).or_else(month).or_else(digits)
}

/// The end of a period: a date, or the last digits of the year that follows: `2021/22`.
fn end_of(before: &str, mark: &str, after: &str, date: ReadDate) -> Option<Date> {
    let next = || {
        let joins = matches!(mark.trim(), "/" | "-" | "–");
        let year: i32 = before.parse().ok().filter(|_| before.len() == 4 && joins)?;
        let digits: i32 = after.parse().ok().filter(|_| after.len() == 2)?;
        ((year + 1) % 100 == digits).then(|| Date::year(year + 1)).flatten()
    };
    date(after).or_else(next)
}

fn exact(text: &str) -> Option<Date> {
    match single(text) {
        Parsed::Exact(date) => Some(date),
        Parsed::Empty | Parsed::Partial { .. } | Parsed::Uncertain { .. } | Parsed::Invalid(_) => {
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::lang::Lang;
    use crate::lang::date::{day, month};
    use crate::value::date::parse;

    /// A day, with its month and its year, or without the one or the other.
    fn ends() -> impl Strategy<Value = (String, String)> {
        let of = |(first, second, year, lang, form): (u32, u32, i32, bool, u8)| {
            if form == 4 {
                let short = |month: u32| format!("03/{month:02}/{:02}", year % 100);
                return (short(first), short(second));
            }
            let lang = if lang { Lang::Fr } else { Lang::En };
            let end = day(year, second, 12, lang);
            let start = match form {
                0 => day(year, first, 3, lang),
                1 => month(year, first, lang),
                2 => day(year, first, 3, lang).replace(&format!(" {year}"), ""),
                _ => "3".to_owned(),
            };
            (start, end)
        };
        (1..=12_u32, 1..=12_u32, 2000..=2049_i32, any::<bool>(), 0..5_u8).prop_map(of)
    }

    proptest! {
        /// Whatever stands behind it, a period is never read as one of its dates, or as a third one.
        #[test]
        fn a_period_is_no_date(
            (start, end) in ends(),
            (opening, between) in prop::sample::select(vec![
                ("du ", " au "), ("", " au "), ("de ", " à "), ("from ", " to "), ("", " - "), ("", " → "),
            ]),
            rest in prop::sample::select(vec!["", " (environ)", " environ", " à confirmer", ", reporté", " ?", " reporté au 15/06/22"]),
        ) {
            let text = format!("{opening}{start}{between}{end}{rest}");
            match parse(&text) {
                Parsed::Invalid(refusal) => {
                    prop_assert!(refusal.reason.get(Lang::En).starts_with("a period"), "{}", text);
                }
                reading => prop_assert!(false, "{text}: {reading:?}"),
            }
            let is_clear = rest.is_empty() && !end.contains('/');
            prop_assert!(!is_clear || span(&text).is_some(), "{}", text);
        }
    }
}

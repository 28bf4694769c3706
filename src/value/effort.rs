//! The time that was worked: days or hours, not the time that passed.

use rust_decimal::Decimal;

use crate::lang::text;
use crate::text::pattern::{ANY, SPACE, phrases};
use crate::value::parsed::{Parsed, normalise, or_nothing, says_nothing};
use crate::value::quantity::pattern::{
    about, label, no_single as no_single_pattern, series as series_pattern, series_goes_on,
};
use crate::value::quantity::{
    APPROXIMATE, Grouping, Number, Part, around, leading, no_single, series, strip_about,
    strip_any, total, unlabelled,
};

/// Worked time.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Effort {
    pub days: Option<Decimal>,
    pub hours: Option<Decimal>,
    /// What the worked time was: `de terrain`.
    pub note: Option<String>,
}

/// Hours of a day worked.
const HOURS: Decimal = Decimal::from_parts(7, 0, 0, false, 0);

impl Effort {
    /// Days worked; seven hours are one. Nothing where neither days nor hours are stated.
    pub fn whole_days(&self) -> Option<Decimal> {
        let hours = self.hours.map(|hours| hours / HOURS);
        self.days.map_or(hours, |days| Some(days + hours.unwrap_or_default()))
    }
}

/// A unit of worked time.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
enum Unit {
    Minutes,
    Hours,
    HalfDays,
    Days,
}

use Unit::{Days, HalfDays, Hours, Minutes};

const UNITS: [(&str, Unit); 58] = [
    ("j", Days),
    ("jour", Days),
    ("jours", Days),
    ("journee", Days),
    ("journees", Days),
    ("day", Days),
    ("days", Days),
    ("jh", Days),
    ("j/h", Days),
    ("j.h.", Days),
    ("j.h", Days),
    ("j h", Days),
    ("jour homme", Days),
    ("jours homme", Days),
    ("jours hommes", Days),
    ("jour/homme", Days),
    ("jours/homme", Days),
    ("jours/hommes", Days),
    ("jours/personne", Days),
    ("jours personne", Days),
    ("jours personnes", Days),
    ("jour de travail", Days),
    ("jours de travail", Days),
    ("journee de travail", Days),
    ("journees de travail", Days),
    ("jour travaille", Days),
    ("jours travailles", Days),
    ("jours travail", Days),
    ("jours ouvres", Days),
    ("person days", Days),
    ("person day", Days),
    ("man days", Days),
    ("man day", Days),
    ("working days", Days),
    ("days of work", Days),
    ("demi journee", HalfDays),
    ("demi journees", HalfDays),
    ("half day", HalfDays),
    ("half days", HalfDays),
    ("h", Hours),
    ("hs", Hours),
    ("heure", Hours),
    ("heures", Hours),
    ("hour", Hours),
    ("hours", Hours),
    ("hrs", Hours),
    ("heure de travail", Hours),
    ("heures de travail", Hours),
    ("heures homme", Hours),
    ("heures travaillees", Hours),
    ("hours of work", Hours),
    ("person hours", Hours),
    ("man hours", Hours),
    ("mn", Minutes),
    ("min", Minutes),
    ("minute", Minutes),
    ("minutes", Minutes),
    ("mins", Minutes),
];

const UNIT_WORDS: [&str; 12] = [
    "j", "jour", "jours", "journee", "journees", "day", "days", "h", "heure", "heures", "hour",
    "hours",
];

const LABELS: [&str; 6] =
    ["total", "effort", "temps passe", "temps de travail", "time worked", "charge"];

/// Words after the unit that say more about how much it was.
const JOINED: [&str; 4] = ["et", "and", "a", "pendant"];

/// Reads worked time as people write it: `28 jours de terrain`, `1h30`, `2 demi-journées`.
pub fn parse(text: &str) -> Parsed<Effort> {
    let text = normalise(text);
    if says_nothing(&text) {
        return Parsed::Empty;
    }
    let text = unlabelled(&text, &LABELS);
    let about = strip_about(text);
    let head = about.unwrap_or(text);
    let (mut parts, rest) = series(head, &UNITS);
    if parts.is_empty() {
        return not_read(head);
    }
    let (minutes, rest) = match parts.last() {
        Some(Part { unit: Hours, .. }) => minutes(rest).unwrap_or((None, rest)),
        _ => (None, rest),
    };
    parts.extend(minutes);
    let rest = rest.trim_matches([' ', ',', ';']);
    let rest = if rest == "." { "" } else { rest };
    let (rest, about) = match strip_about(rest) {
        Some("") => ("", true),
        _ => (rest, about.is_some() || parts.iter().any(|part| part.about)),
    };
    if let Some(refusal) = no_single("", rest, &UNIT_WORDS) {
        return Parsed::Invalid(refusal);
    }
    let reading = total(&parts, sum).unwrap_or_else(unreadable);
    let more = rest.starts_with('(')
        || !rest.contains(char::is_alphabetic)
        || rest.contains(|c: char| c.is_ascii_digit())
        || strip_any(rest, &JOINED).is_some();
    match reading {
        Parsed::Exact(value) if rest.is_empty() && about => {
            Parsed::Uncertain { value, reason: APPROXIMATE.into() }
        }
        reading if rest.is_empty() => reading,
        Parsed::Exact(value) if more || about => {
            Parsed::Partial { value, rest: around(text, head, rest) }
        }
        reading => reading.map(|value| Effort { note: Some(rest.to_owned()), ..value }),
    }
}

/// The pattern of a text that is worked time.
pub fn pattern() -> String {
    let unit = phrases(UNITS.iter().map(|(name, _)| *name));
    // `12 j/h` are days, and no rate.
    let slashed = phrases(UNITS.iter().map(|(name, _)| *name).filter(|name| name.contains('/')));
    or_nothing(&format!(
        "{}(?:{about}{SPACE}*)?(?!(?!{ANY}*{slashed}){}){}{ANY}*",
        label(&LABELS),
        no_single_pattern(&format!("{SPACE}*{unit}"), &series_goes_on(&unit), &[]),
        series_pattern(&unit),
        about = about(),
    ))
}

/// Why a text that has no number with its unit at its head is no worked time.
fn not_read(text: &str) -> Parsed<Effort> {
    let start = text.find(|c: char| c.is_ascii_digit()).unwrap_or(0);
    let (before, number) = text.split_at(start);
    let rest = leading(number, Grouping::Guess).map_or("", |number| number.rest.trim());
    match no_single(before, rest, &UNIT_WORDS) {
        Some(refusal) => Parsed::Invalid(refusal),
        None => unreadable(),
    }
}

/// The minutes that stand behind hours without their unit: `1h30`, `une heure trente`.
fn minutes(rest: &str) -> Option<(Option<Part<Unit>>, &str)> {
    let digits = rest.split_at_checked(2).filter(|(digits, _)| digits.bytes().all(is_digit));
    let (minutes, after) = match digits {
        Some((digits, after)) => (digits.parse().ok()?, after),
        None if rest.bytes().next().is_some_and(is_digit) => return None,
        None => {
            let Number { reading, rest: after, .. } = leading(rest, Grouping::Never)?;
            (reading.value()?, after)
        }
    };
    let alone = !after.trim_start().starts_with(|c: char| c.is_alphanumeric() || ".,".contains(c));
    let part = Part { number: Parsed::Exact(minutes), about: false, unit: Minutes };
    (alone && minutes < SIXTY).then_some((Some(part), after))
}

fn is_digit(byte: u8) -> bool {
    byte.is_ascii_digit()
}

/// Days and hours added up; `None` where that is beyond all numbers.
fn sum(amounts: &[(Decimal, Unit)]) -> Option<Effort> {
    let mut effort = Effort::default();
    for (number, unit) in amounts {
        let (sum, more) = match unit {
            Days => (&mut effort.days, *number),
            HalfDays => (&mut effort.days, (number / Decimal::TWO).normalize()),
            Hours => (&mut effort.hours, *number),
            Minutes => (&mut effort.hours, (number / SIXTY).round_dp(4).normalize()),
        };
        *sum = Some(sum.unwrap_or_default().checked_add(more)?);
    }
    Some(effort)
}

const SIXTY: Decimal = Decimal::from_parts(60, 0, 0, false, 0);

/// Whether a text tells worked time rather than time that passes.
pub fn is_effort(text: &str) -> bool {
    parse(text).value().is_some()
}

fn unreadable() -> Parsed<Effort> {
    Parsed::invalid(text!(
        "expected days or hours worked, e.g. 28 days",
        "des jours ou des heures de travail sont attendus, par exemple 28 jours",
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn worked_time_is_read_as_people_write_it() {
        for (text, days, hours, note) in [
            ("28 jours de terrain", "28", "", "de terrain"),
            ("12 jours-homme", "12", "", ""),
            ("100 heures", "", "100", ""),
            ("100h", "", "100", ""),
            ("2 demi-journées", "1", "", ""),
            ("3,5 jours", "3.5", "", ""),
            ("1 200 heures", "", "1200", ""),
            ("1,200 hours", "", "1200", ""),
            ("3 jours et 2 heures", "3", "2", ""),
            ("deux jours de terrain", "2", "", "de terrain"),
            ("12 j de terrain", "12", "", "de terrain"),
        ] {
            let effort = parse(text).value().unwrap_or_else(|| panic!("{text}"));
            let number = |number: Option<Decimal>| {
                number.map(|n| n.normalize().to_string()).unwrap_or_default()
            };
            let found =
                (number(effort.days), number(effort.hours), effort.note.unwrap_or_default());
            assert_eq!(found, (days.to_owned(), hours.to_owned(), note.to_owned()), "{text}");
        }
        for text in ["", "beaucoup", "jours", "20 heures par semaine", "7h à 21h"] {
            assert_eq!(parse(text).value(), None, "{text}");
        }
    }
}

//! How people write a duration: `9mois`, `1 an et demi`, `P1Y3M`, `environ 6 mois`.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::lang::{Text, text};
use crate::value::duration::{Duration, Unit};
use crate::value::effort;
use crate::value::parsed::{Parsed, normalise, says_nothing};
use crate::value::quantity::{
    APPROXIMATE, Grouping, Number, around, leading, no_single, refusal, series, strip_about,
    strip_any, total, unlabelled,
};

/// A unit that people write, with how many of ours it is.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub(super) struct WrittenUnit(Unit, u32);

const DAY: WrittenUnit = WrittenUnit(Unit::Day, 1);
const WEEK: WrittenUnit = WrittenUnit(Unit::Week, 1);
const MONTH: WrittenUnit = WrittenUnit(Unit::Month, 1);
const QUARTER: WrittenUnit = WrittenUnit(Unit::Month, 3);
const HALF_YEAR: WrittenUnit = WrittenUnit(Unit::Month, 6);
const YEAR: WrittenUnit = WrittenUnit(Unit::Year, 1);

pub(super) const UNITS: [(&str, WrittenUnit); 31] = [
    ("j", DAY),
    ("jour", DAY),
    ("jours", DAY),
    ("journee", DAY),
    ("journees", DAY),
    ("d", DAY),
    ("day", DAY),
    ("days", DAY),
    ("sem", WEEK),
    ("semaine", WEEK),
    ("semaines", WEEK),
    ("w", WEEK),
    ("week", WEEK),
    ("weeks", WEEK),
    ("m", MONTH),
    ("mois", MONTH),
    ("month", MONTH),
    ("months", MONTH),
    ("trimestre", QUARTER),
    ("trimestres", QUARTER),
    ("quarter", QUARTER),
    ("quarters", QUARTER),
    ("semestre", HALF_YEAR),
    ("semestres", HALF_YEAR),
    ("an", YEAR),
    ("ans", YEAR),
    ("annee", YEAR),
    ("annees", YEAR),
    ("y", YEAR),
    ("year", YEAR),
    ("years", YEAR),
];

pub(super) const UNIT_WORDS: [&str; 12] = [
    "jour", "jours", "day", "days", "semaine", "semaines", "week", "weeks", "mois", "months", "an",
    "ans",
];

pub(super) const LABELS: [&str; 3] = ["duree totale", "duree", "duration"];

/// Reads a duration as people write it.
pub fn parse(text: &str) -> Parsed<Duration> {
    let text = normalise(text);
    if says_nothing(&text) {
        return Parsed::Empty;
    }
    let text = unlabelled(&text, &LABELS);
    let spelled_out = iso(text);
    let about = strip_about(text);
    let head = spelled_out.as_deref().or(about).unwrap_or(text);
    // A habit of French: fifteen days are two weeks.
    if strip_any(head, &["quinze jours"]) == Some("") {
        return Parsed::Exact(Duration { count: Decimal::TWO, unit: Unit::Week, days: 0 });
    }
    let (parts, rest) = series(head, &UNITS);
    if parts.is_empty() {
        return not_read(head);
    }
    let rest = rest.trim_matches([' ', '.', ',']);
    let (rest, about) = match strip_about(rest) {
        Some("") => ("", true),
        _ => (rest, about.is_some() || parts.iter().any(|part| part.about)),
    };
    if let Some(refusal) = no_single("", rest, &UNIT_WORDS) {
        return Parsed::Invalid(refusal);
    }
    let worked = parts.iter().all(|part| part.unit == DAY) && !rest.is_empty();
    if worked && !rest.starts_with('(') && effort::is_effort(text) {
        return Parsed::invalid(WORKED);
    }
    match total(&parts, sum).unwrap_or_else(unreadable) {
        Parsed::Exact(value) if !rest.is_empty() => {
            Parsed::Partial { value, rest: around(text, head, rest) }
        }
        Parsed::Exact(value) if about => Parsed::Uncertain { value, reason: APPROXIMATE.into() },
        Parsed::Uncertain { .. } if !rest.is_empty() => unreadable(),
        reading => reading,
    }
}

/// Why a text that has no number with its unit at its head is no duration.
fn not_read(text: &str) -> Parsed<Duration> {
    if let Some(Number { reading, rest, .. }) = leading(text, Grouping::Guess) {
        if rest.trim().is_empty()
            && let Some(count) = reading.value()
        {
            return Parsed::Invalid(refusal(NO_UNIT, Some(format!("{count} months"))));
        }
        if let Some(refusal) = no_single("", rest.trim(), &UNIT_WORDS) {
            return Parsed::Invalid(refusal);
        }
    } else {
        let (before, number) = text.split_at(text.find(is_digit).unwrap_or(text.len()));
        let number = leading(number, Grouping::Guess);
        let refusal = number.and_then(|number| no_single(before, number.rest, &UNIT_WORDS));
        if let Some(refusal) = refusal {
            return Parsed::Invalid(refusal);
        }
    }
    if effort::is_effort(text) { Parsed::invalid(WORKED) } else { unreadable() }
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit()
}

/// A period of ISO 8601 in words: `P1Y3M` is `1 years 3 months`.
fn iso(text: &str) -> Option<String> {
    let mut words = String::new();
    for letter in text.strip_prefix(['P', 'p'])?.chars() {
        match letter {
            'Y' => words += " years ",
            'M' => words += " months ",
            'W' => words += " weeks ",
            'D' => words += " days ",
            '0'..='9' | '.' | ',' => words.push(letter),
            _ => return None,
        }
    }
    Some(words)
}

/// Months stay months, days stay days; `None` where that is no duration.
fn sum(amounts: &[(Decimal, WrittenUnit)]) -> Option<Duration> {
    let (mut months, mut days) = (Decimal::ZERO, Decimal::ZERO);
    for (number, WrittenUnit(unit, times)) in amounts {
        let (sum, each) = match unit {
            Unit::Day => (&mut days, 1),
            Unit::Week => (&mut days, 7),
            Unit::Month => (&mut months, *times),
            Unit::Year => (&mut months, 12),
        };
        *sum = sum.checked_add(number.checked_mul(each.into())?)?;
    }
    match amounts {
        // One unit alone stays itself: `2 years`, `3 weeks`; a part of a year is months.
        [(_, WrittenUnit(Unit::Year, _))] if (months / TWELVE).fract().is_zero() => {
            sized(months / TWELVE, Unit::Year, 0)
        }
        [(_, WrittenUnit(Unit::Week, _))] => sized(days / SEVEN, Unit::Week, 0),
        _ if months.is_zero() => sized(days, Unit::Day, 0),
        _ if days.is_zero() => sized(months, Unit::Month, 0),
        _ => {
            let days = days.to_u32().filter(|_| days.fract().is_zero())?;
            if amounts.iter().all(|(_, unit)| unit.0 != Unit::Month) {
                sized(months / TWELVE, Unit::Year, days)
            } else {
                sized(months, Unit::Month, days)
            }
        }
    }
}

const TWELVE: Decimal = Decimal::from_parts(12, 0, 0, false, 0);
const SEVEN: Decimal = Decimal::from_parts(7, 0, 0, false, 0);

/// A duration in halves of its unit; what is no number of halves is not read.
fn sized(count: Decimal, unit: Unit, days: u32) -> Option<Duration> {
    let halves = count.checked_mul(Decimal::TWO).is_some_and(|halves| halves.fract().is_zero());
    let whole = halves && count <= Decimal::from(u32::MAX);
    whole.then(|| Duration { count: count.normalize(), unit, days })
}

fn unreadable() -> Parsed<Duration> {
    Parsed::invalid(text!(
        "not a duration; e.g. 9 months",
        "ce n'est pas une durée ; par exemple : 9 mois",
    ))
}

const NO_UNIT: Text =
    text!("missing unit: days, weeks, months?", "unité manquante : jours, semaines, mois ?",);
const WORKED: Text =
    text!("this is time worked, not a duration", "c'est du temps passé, pas une durée");

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::lang::Lang;

    #[test]
    fn durations_are_read_as_people_write_them() {
        for (text, canonical) in [
            ("9mois", "9 months"),
            ("9\u{a0}mois", "9 months"),
            ("neuf mois", "9 months"),
            ("9 months", "9 months"),
            ("P9M", "9 months"),
            ("1 an", "1 year"),
            ("1 an et demi", "18 months"),
            ("1 an et 3 mois", "15 months"),
            ("18 mois", "18 months"),
            ("3 semaines", "3 weeks"),
            ("15 jours", "15 days"),
            ("quinze jours", "2 weeks"),
            ("un trimestre", "3 months"),
            ("un semestre", "6 months"),
            ("Un an", "1 year"),
        ] {
            match parse(text) {
                Parsed::Exact(duration) => assert_eq!(duration.to_string(), canonical, "{text}"),
                other => panic!("{text}: {other:?}"),
            }
        }
    }

    #[test]
    fn what_is_no_duration_is_refused_with_its_reason() {
        for (text, reason) in [
            ("9", "missing unit: days, weeks, months?"),
            ("28 jours de terrain", "this is time worked, not a duration"),
            ("12 jours-homme", "this is time worked, not a duration"),
            ("100 heures", "this is time worked, not a duration"),
            ("longtemps", "not a duration; e.g. 9 months"),
            (&"9".repeat(300), "not a duration; e.g. 9 months"),
        ] {
            match parse(text) {
                Parsed::Invalid(refusal) => {
                    assert_eq!(refusal.reason.get(Lang::En), reason, "{text}")
                }
                other => panic!("{text}: {other:?}"),
            }
        }
        assert_eq!(parse("?"), Parsed::Empty);
    }

    proptest! {
        #[test]
        fn reading_never_panics(text in "\\PC{0,40}") {
            let _ = parse(&text);
        }

        #[test]
        fn the_canonical_form_reads_back(halves in 0..10_000_u32, unit in 0..4_usize, days in 0..30_u32) {
            let unit = [Unit::Day, Unit::Week, Unit::Month, Unit::Year][unit];
            // Nothing is so many days.
            let unit = if halves == 0 { Unit::Day } else { unit };
            // A half of a year is months, and only months and years have days beyond them.
            let halves = if unit == Unit::Year { halves * 2 } else { halves };
            let days = if unit < Unit::Month { 0 } else { days };
            let count = (Decimal::from(halves) / Decimal::TWO).normalize();
            let duration = Duration { count, unit, days };
            prop_assert_eq!(parse(&duration.to_string()), Parsed::Exact(duration));
        }
    }
}

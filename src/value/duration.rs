//! A duration as people declare it: the time that passes, not the time that is worked.

use std::fmt;

use crate::lang::plural::{self, Noun};
use crate::lang::{Lang, Text, text};
use crate::text::fold::name_key;
use crate::value::effort;
use crate::value::parsed::{ParseError, Parsed, normalise, says_nothing};
use crate::value::tokens::{self, number};

/// So many of one unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Duration {
    pub count: u32,
    pub unit: Unit,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    Day,
    Week,
    Month,
    Year,
}

impl Unit {
    fn noun(self) -> Noun {
        match self {
            Unit::Day => plural::DAY,
            Unit::Week => plural::WEEK,
            Unit::Month => plural::MONTH,
            Unit::Year => plural::YEAR,
        }
    }

    /// The unit that a folded word names.
    fn named(word: &str) -> Option<Unit> {
        Some(match word {
            "j" | "jour" | "jours" | "journee" | "journees" | "d" | "day" | "days" => Unit::Day,
            "sem" | "semaine" | "semaines" | "w" | "week" | "weeks" => Unit::Week,
            "m" | "mois" | "month" | "months" => Unit::Month,
            "a" | "an" | "ans" | "annee" | "annees" | "y" | "year" | "years" => Unit::Year,
            _ => return None,
        })
    }
}

impl Duration {
    /// About how many days: a month counts 30.44 and a year 365.25, rounded.
    pub fn approximate_days(&self) -> u32 {
        let hundredths: u64 = match self.unit {
            Unit::Day => 100,
            Unit::Week => 700,
            Unit::Month => 3_044,
            Unit::Year => 36_525,
        };
        u32::try_from((u64::from(self.count) * hundredths + 50) / 100).unwrap_or(u32::MAX)
    }

    pub fn format(&self, lang: Lang) -> String {
        self.unit.noun().count(self.count as usize, lang)
    }
}

/// The canonical form: `9 months`.
impl fmt::Display for Duration {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        let noun = self.unit.noun();
        let word = if self.count == 1 { noun.one } else { noun.many };
        write!(out, "{} {}", self.count, word.en)
    }
}

/// Reads a duration as people write it.
pub fn parse(text: &str) -> Parsed<Duration> {
    if let Some(duration) = canonical(text) {
        return Parsed::Exact(duration);
    }
    let text = normalise(text);
    if says_nothing(&text) {
        return Parsed::Empty;
    }
    if text.starts_with(['-', '–']) {
        return unreadable();
    }
    let folded = name_key(&text);
    let words = tokens::tokens(&folded);
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let clear = |count, unit| Parsed::Exact(Duration { count, unit });
    match words.as_slice() {
        ["un" | "1", "trimestre"] => clear(3, Unit::Month),
        ["un" | "1", "semestre"] => clear(6, Unit::Month),
        ["quinze", "jours"] => clear(2, Unit::Week),
        ["p", count, unit] => match (number(count), Unit::named(unit)) {
            (Some(count), Some(unit)) => clear(count, unit),
            _ => unreadable(),
        },
        [count, unit] => match (number(count), Unit::named(unit)) {
            (Some(count), Some(unit)) => clear(count, unit),
            _ => other(&folded),
        },
        [years, year, "et", "demi" | "demie"] if Unit::named(year) == Some(Unit::Year) => {
            months(number(years), Some(6))
        }
        [count, month, "et", "demi"] if Unit::named(month) == Some(Unit::Month) => {
            match number(count) {
                Some(count) => clear(count.saturating_mul(30).saturating_add(15), Unit::Day),
                None => unreadable(),
            }
        }
        [years, year, "et" | "and" | ",", count, month]
            if Unit::named(year) == Some(Unit::Year) && Unit::named(month) == Some(Unit::Month) =>
        {
            months(number(years), number(count))
        }
        [count] => match number(count) {
            Some(count) => refuse(
                text!(
                    "missing unit: days, weeks, months?",
                    "unité manquante : jours, semaines, mois ?",
                ),
                Some(format!("{count} months")),
            ),
            None => other(&folded),
        },
        _ => other(&folded),
    }
}

/// `9 months` and the like: the commonest form, read without ceremony.
fn canonical(text: &str) -> Option<Duration> {
    let (count, unit) = text.split_once(' ')?;
    let digits = count.bytes().all(|byte| byte.is_ascii_digit());
    Some(Duration { count: count.parse().ok().filter(|_| digits)?, unit: Unit::named(unit)? })
}

fn months(years: Option<u32>, months: Option<u32>) -> Parsed<Duration> {
    let count =
        years.zip(months).and_then(|(years, months)| years.checked_mul(12)?.checked_add(months));
    match count {
        Some(count) => Parsed::Exact(Duration { count, unit: Unit::Month }),
        None => unreadable(),
    }
}

fn other(folded: &str) -> Parsed<Duration> {
    if effort::is_effort(folded) {
        refuse(
            text!("this is time worked, not a duration", "c'est du temps passé, pas une durée"),
            None,
        )
    } else {
        unreadable()
    }
}

fn unreadable() -> Parsed<Duration> {
    refuse(
        text!("not a duration; e.g. 9 months", "ce n'est pas une durée ; par exemple : 9 mois"),
        None,
    )
}

fn refuse(reason: Text, suggestion: Option<String>) -> Parsed<Duration> {
    Parsed::Invalid(ParseError { ambiguous: false, reason: reason.into(), suggestion })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

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
                Parsed::Invalid(refusal) => assert_eq!(refusal.reason.en, reason, "{text}"),
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
        fn the_canonical_form_reads_back(count in 0..10_000_u32, unit in 0..4_usize) {
            let unit = [Unit::Day, Unit::Week, Unit::Month, Unit::Year][unit];
            let duration = Duration { count, unit };
            prop_assert_eq!(parse(&duration.to_string()), Parsed::Exact(duration));
        }
    }
}

//! When a project takes place, and how long that is in calendar months and days.

use std::ops::RangeInclusive;

use chrono::{Datelike, Months, NaiveDate};

use crate::lang::choice::{Choice, choices};
use crate::lang::{Lang, list, plural, text};
use crate::value::date::Date;
use crate::value::duration::{Duration, Unit};

/// What is known of the start and the end of a project.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Period {
    pub start: Option<Date>,
    pub end: Option<Date>,
    /// From when on it lasts where no start is stated, but for how long.
    pub derived_start: Option<NaiveDate>,
    /// Until when it lasts where no end is stated.
    pub derived_end: Option<DerivedEnd>,
}

/// A last day that is not stated, and what it follows from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DerivedEnd {
    pub day: NaiveDate,
    pub source: EndSource,
}

choices! {
    /// What a last day follows from: the start and the duration, or that the project is ongoing.
    EndSource {
        Duration: "duration", "duration", "durée";
        Today: "today", "ongoing", "en cours";
    }
}

impl Period {
    /// The first day that it may cover.
    pub fn first(&self) -> Option<NaiveDate> {
        let stated = self.start.or(self.end).map(|date| date.first());
        stated.map(|first| self.derived_start.unwrap_or(first).min(first))
    }

    /// The last day that it may cover; never before the first.
    pub fn last(&self) -> Option<NaiveDate> {
        let derived = self.derived_end.map(|end| end.day);
        let last = derived.or_else(|| self.end.or(self.start).map(|date| date.last()))?;
        self.first().map(|first| last.max(first))
    }

    /// The years that it touches; an empty range where nothing is known.
    pub fn years(&self) -> RangeInclusive<i32> {
        match self.first().zip(self.last()) {
            Some((first, last)) => first.year()..=last.year(),
            None => RangeInclusive::new(1, 0),
        }
    }

    /// What the last of its years follows from, where that is not stated.
    pub fn last_year_source(&self) -> Option<EndSource> {
        let derived = self.derived_end?;
        let stated = self.start.map(|start| start.last().year());
        Some(derived.source).filter(|_| stated.is_none_or(|year| year < derived.day.year()))
    }

    /// How long it lasts from its stated start to its stated end: whole months, else days.
    pub fn length(&self) -> Option<Duration> {
        let (start, end) = self.start.zip(self.end)?;
        let after = end.last().succ_opt().filter(|after| *after > start.first())?;
        let Elapsed { years, months, days } = elapsed(start.first(), after);
        Some(match (years * 12 + months, days) {
            (months, 0) => Duration { count: months.into(), unit: Unit::Month, days: 0 },
            _ => {
                let count = (after - start.first()).num_days().into();
                Duration { count, unit: Unit::Day, days: 0 }
            }
        })
    }

    /// How long even the latest end is before the earliest start, if it is.
    pub fn ends_before_start_by(&self) -> Option<Elapsed> {
        let (start, end) = self.start.zip(self.end)?;
        (end.last() < start.first()).then(|| elapsed(end.last(), start.first()))
    }

    /// The least days from start to end that partial dates allow; may be below zero.
    pub fn shortest_days(&self) -> Option<i64> {
        let (start, end) = self.start.zip(self.end)?;
        Some((end.first() - start.last()).num_days())
    }

    /// The most days from start to end that partial dates allow.
    pub fn longest_days(&self) -> Option<i64> {
        let (start, end) = self.start.zip(self.end)?;
        Some((end.last() - start.first()).num_days())
    }
}

/// Calendar time from one day to another.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Elapsed {
    pub years: u32,
    pub months: u32,
    pub days: u32,
}

/// The time from `start` to `end`, end minus start: 1 March to 10 October is 7 months and 9 days.
/// Nothing where the end comes first.
pub fn elapsed(start: NaiveDate, end: NaiveDate) -> Elapsed {
    let calendar = (end.year() - start.year()) * 12 + end.month() as i32 - start.month() as i32;
    let fits =
        |months: &u32| start.checked_add_months(Months::new(*months)).filter(|day| *day <= end);
    let whole =
        [calendar, calendar - 1].into_iter().filter_map(|months| u32::try_from(months).ok());
    let found = whole.filter_map(|months| fits(&months).map(|day| (months, day))).next();
    let Some((months, day)) = found else {
        return Elapsed::default();
    };
    Elapsed { years: months / 12, months: months % 12, days: (end - day).num_days() as u32 }
}

impl Elapsed {
    /// The words: `7 months and 9 days`, `1 an, 2 mois et 3 jours`.
    pub fn format(&self, lang: Lang) -> String {
        let parts =
            [(self.years, plural::YEAR), (self.months, plural::MONTH), (self.days, plural::DAY)];
        let there = parts.into_iter().filter(|(count, _)| *count > 0);
        let words: Vec<String> =
            there.map(|(count, noun)| noun.count(count as usize, lang)).collect();
        if words.is_empty() {
            text!("0 days", "0 jour").get(lang).to_owned()
        } else {
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            list::and(&words).get(lang).to_owned()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::date;

    fn period(start: &str, end: &str) -> Period {
        let (start, end) = (date::parse(start).value(), date::parse(end).value());
        Period { start, end, ..Period::default() }
    }

    #[test]
    fn the_length_is_in_whole_months_or_else_in_days() {
        for (start, end, length) in [
            ("2023-03", "2023-09", "7 months"),
            ("2023-03-01", "2023-03-31", "1 month"),
            ("2023-03-01", "2023-10-10", "224 days"),
            ("2022", "2023", "24 months"),
            ("2023-03-01", "2023-03-01", "1 day"),
            ("2023-03-02", "2023-03-01", ""),
            ("2023", "", ""),
        ] {
            let found = period(start, end).length().map(|length| length.to_string());
            assert_eq!(found.unwrap_or_default(), length, "{start} {end}");
        }
    }

    #[test]
    fn time_is_told_in_calendar_months_and_days() {
        for (start, end, words) in [
            ("2023-03-01", "2023-10-10", "7\u{a0}mois et 9\u{a0}jours"),
            ("2023-01-31", "2023-02-28", "1\u{a0}mois"),
            ("2023-01-31", "2023-03-01", "1\u{a0}mois et 1\u{a0}jour"),
            ("2022-03-01", "2023-05-04", "1\u{a0}an, 2\u{a0}mois et 3\u{a0}jours"),
            ("2023-03-01", "2023-03-01", "0 jour"),
            ("2023-03-02", "2023-03-01", "0 jour"),
        ] {
            let day = |text| date::parse(text).value().expect("a day").first();
            assert_eq!(elapsed(day(start), day(end)).format(Lang::Fr), words, "{start} {end}");
        }
    }

    #[test]
    fn only_what_must_be_the_wrong_way_round_is() {
        assert!(period("2023-10-10", "2023-03-01").ends_before_start_by().is_some());
        assert!(period("2023", "2023-03-01").ends_before_start_by().is_none());
        assert!(period("2023-03-01", "2023-03-01").ends_before_start_by().is_none());
        assert!(period("2024", "2023").ends_before_start_by().is_some());
        assert!(period("2024", "").ends_before_start_by().is_none());
    }

    #[test]
    fn a_period_touches_every_year_that_it_may_cover() {
        assert_eq!(period("2021-11", "2023").years(), 2021..=2023);
        assert_eq!(period("2022", "").years(), 2022..=2022);
        assert_eq!(period("", "2022").years(), 2022..=2022);
        assert!(period("", "").years().is_empty());
        assert_eq!(period("2023", "2021").years(), 2023..=2023);
    }
}

//! Dates of digits alone: `01.03.2023`, `03/2023`, `2023-03-01`, `2023-21`, `2023`.

use std::ops::RangeInclusive;

use chrono::{Days, NaiveDate};

use crate::lang::{Phrase, phrase, text};
use crate::value::date::Date;
use crate::value::parsed::{ParseError, Parsed};

/// The years in which a project can take place.
const YEARS: RangeInclusive<i32> = 1900..=2100;

/// Reads digits with dots, strokes or hyphens between them.
pub(super) fn parse(text: &str) -> Parsed<Date> {
    let parts: Vec<&str> = text.split(['.', '/', '-']).collect();
    let Some(values) = parts
        .iter()
        .map(|part| part.parse::<u32>().ok().filter(|_| part.len() <= 4))
        .collect::<Option<Vec<u32>>>()
    else {
        return serial(text);
    };
    match (parts.as_slice(), values.as_slice()) {
        ([year], [value]) if year.len() == 4 => whole(Date::year(*value as i32), *value as i32),
        ([year, _], [value, season @ (21..=24 | 33..=36 | 40 | 41)])
            if year.len() == 4 && text.contains('-') =>
        {
            whole(Date::season(*value as i32, *season as u8), *value as i32)
        }
        ([year, _], [value, month]) if year.len() == 4 => month_of(*value as i32, *month),
        ([_, year], [month, value]) if year.len() == 4 => month_of(*value as i32, *month),
        ([year, ..], [value, month, day]) if year.len() == 4 => day_of(*value as i32, *month, *day),
        ([.., year], [day, month, value]) if year.len() == 4 => day_of(*value as i32, *month, *day),
        ([.., year], [day, month, value]) if year.len() == 2 => {
            let full = full_year(*value);
            match day_of(full, *month, *day) {
                Parsed::Exact(value) => Parsed::Uncertain { value, reason: two_digits(full) },
                other => other,
            }
        }
        ([_], _) => serial(text),
        _ => unreadable(),
    }
}

/// The year that its last two digits mean.
pub(super) fn full_year(digits: u32) -> i32 {
    digits as i32 + if digits < 50 { 2000 } else { 1900 }
}

/// Why a year of two digits is doubtful.
pub(super) fn two_digits(full: i32) -> Phrase {
    phrase!("two-digit year, read as {full}", "année à deux chiffres, lue {full}", full)
}

/// A day's number in a spreadsheet, counted from 30 December 1899.
fn serial(text: &str) -> Parsed<Date> {
    let origin = NaiveDate::from_ymd_opt(1899, 12, 30);
    let days = text.parse::<u64>().ok().filter(|days| (20_000..80_000).contains(days));
    match days.zip(origin).and_then(|(days, origin)| origin.checked_add_days(Days::new(days))) {
        Some(date) => refuse(
            phrase!(
                "a spreadsheet day number: {text} would be {date}",
                "un numéro de jour de tableur : {text} serait le {date}",
                text,
                date,
            ),
            Some(date.to_string()),
        ),
        None => unreadable(),
    }
}

/// A day, or why there is none.
pub(super) fn day_of(year: i32, month: u32, day: u32) -> Parsed<Date> {
    if let Some(date) = NaiveDate::from_ymd_opt(year, month, day) {
        return whole(Some(Date::day(date)), year);
    }
    let swapped = NaiveDate::from_ymd_opt(year, day, month);
    let length = Date::month(year, month).map(|month| month.last().format("%d").to_string());
    match (length, swapped) {
        (Some(length), _) => refuse(
            phrase!("this month has {length} days", "ce mois a {length} jours", length),
            Date::month(year, month).map(|month| month.last().to_string()),
        ),
        (None, Some(date)) => refuse(
            phrase!(
                "no month {month}; the day comes first (day.month.year)",
                "pas de mois {month} ; le jour vient d'abord (jour.mois.année)",
                month,
            ),
            Some(date.to_string()),
        ),
        (None, None) => refuse(phrase!("no month {month}", "pas de mois {month}", month), None),
    }
}

/// A month, or why there is none.
pub(super) fn month_of(year: i32, month: u32) -> Parsed<Date> {
    match Date::month(year, month) {
        Some(date) => whole(Some(date), year),
        None => refuse(phrase!("no month {month}", "pas de mois {month}", month), None),
    }
}

/// A date of a year in which a project can take place.
pub(super) fn whole(date: Option<Date>, year: i32) -> Parsed<Date> {
    match date.filter(|_| YEARS.contains(&year)) {
        Some(date) => Parsed::Exact(date),
        None => refuse(
            phrase!(
                "the year {year} is not between 1900 and 2100",
                "l'année {year} n'est pas entre 1900 et 2100",
                year,
            ),
            None,
        ),
    }
}

pub(super) fn unreadable() -> Parsed<Date> {
    refuse(text!("not a date", "ce n'est pas une date"), None)
}

pub(super) fn refuse(reason: impl Into<Phrase>, suggestion: Option<String>) -> Parsed<Date> {
    Parsed::Invalid(ParseError { ambiguous: false, reason: reason.into(), suggestion })
}

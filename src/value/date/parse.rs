//! How people write dates: the day first, months in words, seasons, a year alone.

use std::sync::LazyLock;

use chrono::{Days, NaiveDate};

use crate::lang::date::{MONTHS, SEASONS};
use crate::lang::{Phrase, phrase, text};
use crate::text::fold::name_key;
use crate::value::date::Date;
use crate::value::parsed::{ParseError, Parsed, normalise, says_nothing};

/// The years in which a project can take place.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2100;

/// The names of the months in both languages, folded.
static MONTH_NAMES: LazyLock<[[String; 2]; 12]> =
    LazyLock::new(|| MONTHS.map(|month| [month.en, month.fr].map(name_key)));

/// The names of the seasons in both languages, folded.
static SEASON_NAMES: LazyLock<[[String; 2]; 4]> =
    LazyLock::new(|| SEASONS.map(|season| [season.en, season.fr].map(name_key)));

const WEEKDAYS: [&str; 14] = [
    "lundi",
    "mardi",
    "mercredi",
    "jeudi",
    "vendredi",
    "samedi",
    "dimanche",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

/// Reads a date as people write it, and in its canonical forms.
pub fn parse(text: &str) -> Parsed<Date> {
    if let Some((year, month, day)) = canonical_day(text) {
        return day_of(year, month, day);
    }
    let text = normalise(text);
    if says_nothing(&text) {
        return Parsed::Empty;
    }
    let (text, about) = match text.strip_suffix('~').or_else(|| text.strip_prefix('~')) {
        Some(rest) => (rest.trim().to_owned(), true),
        None => (text, false),
    };
    let reading = match text.split_once(['T', ' ']) {
        Some((day, time)) if is_clock(time) => numbers(day),
        _ if text.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | '/' | '-')) => {
            numbers(&text)
        }
        _ => words(&text),
    };
    if about { reading.map(Date::about) } else { reading }
}

/// Year, month and day of `2023-03-01`: the commonest form, read without ceremony.
fn canonical_day(text: &str) -> Option<(i32, u32, u32)> {
    let bytes = text.as_bytes();
    let digits = |range: std::ops::Range<usize>| bytes[range].iter().all(u8::is_ascii_digit);
    let shape = bytes.len() == 10 && bytes[4] == b'-' && bytes[7] == b'-';
    if !shape || !digits(0..4) || !digits(5..7) || !digits(8..10) {
        return None;
    }
    Some((text[..4].parse().ok()?, text[5..7].parse().ok()?, text[8..].parse().ok()?))
}

/// Whether this is the time of day of a timestamp: `09:12:44`, `00:00:00+01:00`.
fn is_clock(text: &str) -> bool {
    text.contains(':')
        && text.chars().all(|c| c.is_ascii_digit() || matches!(c, ':' | '+' | '-' | '.' | 'Z'))
}

/// Dates of digits alone: `01.03.2023`, `03/2023`, `2023-03-01`, `2023-21`, `2023`.
fn numbers(text: &str) -> Parsed<Date> {
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
        ([year, _], [value, season @ 21..=24]) if year.len() == 4 => {
            whole(Date::season(*value as i32, *season as u8), *value as i32)
        }
        ([year, _], [value, month]) if year.len() == 4 => month_of(*value as i32, *month),
        ([_, year], [month, value]) if year.len() == 4 => month_of(*value as i32, *month),
        ([year, ..], [value, month, day]) if year.len() == 4 => day_of(*value as i32, *month, *day),
        ([.., year], [day, month, value]) if year.len() == 4 => day_of(*value as i32, *month, *day),
        ([.., year], [day, month, value]) if year.len() == 2 => {
            let full = *value as i32 + if *value < 50 { 2000 } else { 1900 };
            match day_of(full, *month, *day) {
                Parsed::Exact(date) => Parsed::Uncertain {
                    value: date,
                    reason: phrase!(
                        "two-digit year, read as {full}",
                        "année à deux chiffres, lue {full}",
                        full,
                    ),
                },
                other => other,
            }
        }
        ([_], _) => serial(text),
        _ => unreadable(),
    }
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

/// Dates with words in them: `1er mars 2023`, `début juin 2019`, `printemps 2023`.
fn words(text: &str) -> Parsed<Date> {
    let folded = name_key(text).replace([',', '.'], " ");
    let mut day = None;
    let mut month = None;
    let mut season = None;
    let mut year = None;
    let mut about = false;
    let mut relative = false;
    for word in folded.split_whitespace() {
        let digits = word.strip_suffix("er").or(word.strip_suffix("st")).unwrap_or(word);
        let number = digits.parse::<u32>().ok();
        match word {
            "debut" | "fin" | "mi" | "vers" | "courant" | "environ" | "circa" | "about"
            | "early" | "late" | "mid" => about = true,
            "le" | "du" | "de" | "d'" | "en" | "the" | "of" | "in" => {}
            "dernier" | "derniere" | "prochain" | "prochaine" | "last" | "next" => relative = true,
            word if season_named(word).is_some() => season = season_named(word),
            _ if WEEKDAYS.contains(&word) => {}
            _ => match (number, month_named(word)) {
                (Some(value), _) if digits.len() == 4 && year.is_none() => {
                    year = Some(value as i32)
                }
                (Some(value @ 1..=31), _) if day.is_none() && digits.len() <= 2 => {
                    day = Some(value)
                }
                (None, Some(named)) if month.is_none() => month = Some(named),
                _ => return unreadable(),
            },
        }
    }
    let Some(year) = year else {
        return if relative || season.is_some() || month.is_some() {
            refuse(text!("missing year", "il manque l'année"), None)
        } else {
            unreadable()
        };
    };
    let reading = match (day, month, season) {
        (Some(day), Some(month), None) => day_of(year, month, day),
        (None, Some(month), None) => month_of(year, month),
        (None, None, Some(24)) => match whole(Date::season(year, 24), year) {
            Parsed::Exact(value) => Parsed::Uncertain {
                value,
                reason: phrase!(
                    "winter at the start or at the end of {year}?",
                    "l'hiver du début ou de la fin de {year} ?",
                    year,
                ),
            },
            other => other,
        },
        (None, None, Some(season)) => whole(Date::season(year, season), year),
        (None, None, None) => whole(Date::year(year), year),
        _ => return unreadable(),
    };
    if about { reading.map(Date::about) } else { reading }
}

/// The number of a season by its name, as EDTF counts: 21 is spring.
fn season_named(word: &str) -> Option<u8> {
    let named =
        (21..).zip(SEASON_NAMES.iter()).find(|(_, names)| names.iter().any(|name| name == word));
    named.map(|(number, _)| number)
}

/// The number of a month by its name, whole or shortened so far that it is still one month's.
fn month_named(word: &str) -> Option<u32> {
    const SHORTEST: usize = 3;
    let mut months = (1..).zip(MONTH_NAMES.iter()).filter(|(_, names)| {
        word.len() >= SHORTEST && names.iter().any(|name| name.starts_with(word))
    });
    let (number, _) = months.next()?;
    months.next().is_none().then_some(number)
}

fn day_of(year: i32, month: u32, day: u32) -> Parsed<Date> {
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

fn month_of(year: i32, month: u32) -> Parsed<Date> {
    match Date::month(year, month) {
        Some(date) => whole(Some(date), year),
        None => refuse(phrase!("no month {month}", "pas de mois {month}", month), None),
    }
}

fn whole(date: Option<Date>, year: i32) -> Parsed<Date> {
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

fn unreadable() -> Parsed<Date> {
    refuse(text!("not a date", "ce n'est pas une date"), None)
}

fn refuse(reason: impl Into<Phrase>, suggestion: Option<String>) -> Parsed<Date> {
    Parsed::Invalid(ParseError { ambiguous: false, reason: reason.into(), suggestion })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn clear(text: &str) -> String {
        match parse(text) {
            Parsed::Exact(date) => date.to_string(),
            other => panic!("{text}: {other:?}"),
        }
    }

    #[test]
    fn dates_are_read_as_people_write_them() {
        for (text, canonical) in [
            ("01.03.2023", "2023-03-01"),
            ("1/3/2023", "2023-03-01"),
            ("01-03-2023", "2023-03-01"),
            ("2023-03-01", "2023-03-01"),
            ("1er mars 2023", "2023-03-01"),
            ("1er\u{a0}mars 2023", "2023-03-01"),
            ("mercredi 1er mars 2023", "2023-03-01"),
            ("March 1, 2023", "2023-03-01"),
            ("05/06/2023", "2023-06-05"),
            ("29.02.2024", "2024-02-29"),
            ("12 févr. 2023", "2023-02-12"),
            ("3 Aou\u{302}t 2023", "2023-08-03"),
            ("1 sept. 2023", "2023-09-01"),
            ("2022-03-01T00:00:00+01:00", "2022-03-01"),
            ("2022-03-01 09:12:44", "2022-03-01"),
            ("mars 2023", "2023-03"),
            ("03/2023", "2023-03"),
            ("2023-03", "2023-03"),
            ("début juin 2019", "2019-06~"),
            ("fin 2019", "2019~"),
            ("2023-03~", "2023-03~"),
            ("~2023", "2023~"),
            ("printemps 2023", "2023-21"),
            ("été 2023", "2023-22"),
            ("automne 2023", "2023-23"),
            ("2023-24", "2023-24"),
            ("2023", "2023"),
        ] {
            assert_eq!(clear(text), canonical, "{text}");
        }
    }

    #[test]
    fn a_doubt_is_told_with_the_likeliest_date() {
        for (text, canonical) in [("01.03.23", "2023-03-01"), ("hiver 2023", "2023-24")] {
            match parse(text) {
                Parsed::Uncertain { value, .. } => assert_eq!(value.to_string(), canonical),
                other => panic!("{text}: {other:?}"),
            }
        }
    }

    #[test]
    fn what_is_no_date_is_refused_with_its_reason() {
        for (text, reason, suggestion) in [
            ("31.02.2023", "this month has 28 days", Some("2023-02-28")),
            ("03.13.2023", "no month 13; the day comes first (day.month.year)", Some("2023-03-13")),
            ("2023-13-01", "no month 13; the day comes first (day.month.year)", Some("2023-01-13")),
            ("00/00/0000", "no month 0", None),
            ("32/01/2023", "this month has 31 days", Some("2023-01-31")),
            ("printemps dernier", "missing year", None),
            ("juin", "missing year", None),
            ("44986", "a spreadsheet day number: 44986 would be 2023-03-01", Some("2023-03-01")),
            ("2023-1-2-3", "not a date", None),
            ("marché 2023", "not a date", None),
            ("1850", "the year 1850 is not between 1900 and 2100", None),
            ("🎉", "not a date", None),
        ] {
            match parse(text) {
                Parsed::Invalid(refusal) => {
                    assert_eq!(refusal.reason.en, reason, "{text}");
                    assert_eq!(refusal.suggestion.as_deref(), suggestion, "{text}");
                }
                other => panic!("{text}: {other:?}"),
            }
        }
        assert_eq!(parse(" - "), Parsed::Empty);
    }

    proptest! {
        #[test]
        fn reading_never_panics(text in "\\PC{0,40}|[0-9./~ -]{0,300}") {
            let _ = parse(&text);
        }

        #[test]
        fn the_canonical_form_reads_back(year in 1900..=2100_i32, month in 1..=12_u32, day in 1..=31_u32, season in 21..=24_u8, about: bool) {
            let whole = NaiveDate::from_ymd_opt(year, month, day).map(Date::day);
            let dates = [whole, Date::month(year, month), Date::season(year, season), Date::year(year)];
            for date in dates.into_iter().flatten() {
                let date = if about { date.about() } else { date };
                prop_assert_eq!(parse(&date.to_string()), Parsed::Exact(date));
            }
        }
    }
}

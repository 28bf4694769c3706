//! The days that a date in a query means: written as in a sheet, a part of a year, or counted from
//! today.

use chrono::{Datelike, Months, NaiveDate};

use crate::text::fold::name_key;
use crate::value::date;
use crate::value::duration;

/// The days from the first to the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    pub first: NaiveDate,
    pub last: NaiveDate,
}

impl Interval {
    fn day(day: NaiveDate) -> Interval {
        Interval { first: day, last: day }
    }
}

/// Reads a date: `2023-03`, `printemps 2023`; `2023-T3`, `Q3 2023`, `S1 2023`; `today`, `-6m`,
/// `+2 weeks`.
pub fn parse(text: &str, today: NaiveDate) -> Option<Interval> {
    let written = date::parse(text).whole();
    written
        .map(|date| Interval { first: date.first(), last: date.last() })
        .or_else(|| part_of_year(text))
        .or_else(|| relative(text, today).map(Interval::day))
}

/// Reads a year that is counted from this one: `this`, `last`, `-1`.
pub fn relative_year(text: &str, today: NaiveDate) -> Option<i32> {
    let by = match name_key(text).as_str() {
        "this" | "courante" | "cette" | "today" => 0,
        "last" | "previous" | "precedente" | "derniere" => -1,
        "next" | "prochaine" | "suivante" => 1,
        _ => text.strip_prefix(['-', '+']).and(text.parse::<i16>().ok())?,
    };
    Some(today.year() + i32::from(by))
}

/// Reads a quarter or a half of a year: `2023-T1`, `Q1 2023`, `2023-S2`.
fn part_of_year(text: &str) -> Option<Interval> {
    let folded = name_key(text);
    let (one, other) = folded.split_once(' ')?;
    let (year, part) = if one.len() == 4 { (one, other) } else { (other, one) };
    let year: i32 = year.parse().ok().filter(|_| year.len() == 4)?;
    let (months, parts) = match part.chars().next()? {
        't' | 'q' => (3, 4),
        's' | 'h' => (6, 2),
        _ => return None,
    };
    let number: u32 = part[1..].parse().ok().filter(|number| (1..=parts).contains(number))?;
    let first = NaiveDate::from_ymd_opt(year, (number - 1) * months + 1, 1)?;
    let last = first.checked_add_months(Months::new(months))?.pred_opt()?;
    Some(Interval { first, last })
}

/// Reads a day that is counted from today.
fn relative(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    match name_key(text).as_str() {
        "today" | "aujourd'hui" | "aujourdhui" => return Some(today),
        "yesterday" | "hier" => return today.pred_opt(),
        "tomorrow" | "demain" => return today.succ_opt(),
        _ => {}
    }
    let ahead = text.starts_with('+');
    let duration = duration::parse(text.strip_prefix(['-', '+'])?).whole()?;
    let (months, days) = duration.on_calendar()?;
    if ahead {
        today.checked_add_months(months)?.checked_add_days(days)
    } else {
        today.checked_sub_months(months)?.checked_sub_days(days)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_may_be_a_part_of_a_year_or_counted_from_today() {
        let today = NaiveDate::from_ymd_opt(2026, 8, 31).expect("a real day");
        for (text, days) in [
            ("2023-03", Some("2023-03-01 2023-03-31")),
            ("2023-T1", Some("2023-01-01 2023-03-31")),
            ("q4 2023", Some("2023-10-01 2023-12-31")),
            ("2023-S2", Some("2023-07-01 2023-12-31")),
            ("2023-T5", None),
            ("today", Some("2026-08-31 2026-08-31")),
            ("aujourd’hui", Some("2026-08-31 2026-08-31")),
            ("hier", Some("2026-08-30 2026-08-30")),
            ("-6m", Some("2026-02-28 2026-02-28")),
            ("-6 mois", Some("2026-02-28 2026-02-28")),
            ("+2w", Some("2026-09-14 2026-09-14")),
            ("-1an", Some("2025-08-31 2025-08-31")),
            ("6m", None),
            ("-99999999999y", None),
        ] {
            let found = parse(text, today).map(|days| format!("{} {}", days.first, days.last));
            assert_eq!(found.as_deref(), days, "{text}");
        }
        assert_eq!(relative_year("this", today), Some(2026));
        assert_eq!(relative_year("-1", today), Some(2025));
        assert_eq!(relative_year("2023", today), None);
    }
}

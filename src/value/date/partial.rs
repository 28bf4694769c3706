//! A date, whole or partial: a day, a month, a season or a year, exact or about.

use std::fmt;

use chrono::{Datelike, Days, Months, NaiveDate};

use crate::lang::date::{SEASONS, TERMS, day, month};
use crate::lang::{Lang, text};

/// A valid date. A partial one is the interval of all days that it may mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Date {
    precision: Precision,
    /// The first day that it may mean.
    first: NaiveDate,
    /// The last day that it may mean.
    last: NaiveDate,
    about: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Precision {
    Day,
    Month,
    /// A part of a year by its number in ISO 8601-2 (EDTF): 21 spring to 24 winter, 33 to 36 the
    /// quarters, 40 and 41 the half-years.
    Season(u8),
    Year,
}

impl Date {
    /// A whole date.
    pub fn day(date: NaiveDate) -> Date {
        Date { precision: Precision::Day, first: date, last: date, about: false }
    }

    /// A month of a year, from 1 to 12.
    pub fn month(year: i32, month: u32) -> Option<Date> {
        Date::span(Precision::Month, year, month, 1)
    }

    pub fn year(year: i32) -> Option<Date> {
        Date::span(Precision::Year, year, 1, 12)
    }

    /// A part of a year by its number in EDTF. A season, from 21 to 24, is three months as
    /// meteorologists count them; a winter may be that at the beginning of the year or that at its
    /// end, so it is all from January to the end of the next February. 33 to 36 are the quarters,
    /// 40 and 41 the half-years.
    pub fn season(year: i32, season: u8) -> Option<Date> {
        let (month, months) = match season {
            21 => (3, 3),
            22 => (6, 3),
            23 => (9, 3),
            24 => (1, 14),
            33..=36 => (u32::from(season - 33) * 3 + 1, 3),
            40 | 41 => (u32::from(season - 40) * 6 + 1, 6),
            _ => return None,
        };
        Date::span(Precision::Season(season), year, month, months)
    }

    fn span(precision: Precision, year: i32, month: u32, months: u32) -> Option<Date> {
        let first = NaiveDate::from_ymd_opt(year, month, 1)?;
        let last = first.checked_add_months(Months::new(months))?.checked_sub_days(Days::new(1))?;
        Some(Date { precision, first, last, about: false })
    }

    /// The same date, about.
    pub fn about(self) -> Date {
        Date { about: true, ..self }
    }

    pub fn first(&self) -> NaiveDate {
        self.first
    }

    pub fn last(&self) -> NaiveDate {
        self.last
    }

    /// Whether it is one day for sure.
    pub fn is_whole(&self) -> bool {
        self.precision == Precision::Day && !self.about
    }

    /// The words for people: `1er mars 2023`, `vers mars 2023`.
    pub fn format(&self, lang: Lang) -> String {
        let (year, number) = (self.first.year(), self.first.month());
        let words = match self.precision {
            Precision::Day => day(year, number, self.first.day(), lang),
            Precision::Month => month(year, number, lang),
            Precision::Season(season) => {
                let term = TERMS.iter().find(|(number, _)| *number == season);
                let season = usize::from(season.clamp(21, 24)) - 21;
                format!("{} {year}", term.map_or(SEASONS[season], |(_, term)| *term).get(lang))
            }
            Precision::Year => year.to_string(),
        };
        if self.about { format!("{} {words}", text!("about", "vers").get(lang)) } else { words }
    }
}

/// The canonical form: `2023-03-01`, `2023-03`, `2023-21`, `2023`, each with `~` where about.
impl fmt::Display for Date {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        let year = self.first.year();
        match self.precision {
            Precision::Day => write!(out, "{}", self.first.format("%Y-%m-%d"))?,
            Precision::Month => write!(out, "{}", self.first.format("%Y-%m"))?,
            Precision::Season(season) => write!(out, "{year}-{season}")?,
            Precision::Year => write!(out, "{year}")?,
        }
        out.write_str(if self.about { "~" } else { "" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_partial_date_is_an_interval() {
        for (date, first, last) in [
            (Date::month(2024, 2), "2024-02-01", "2024-02-29"),
            (Date::year(2023), "2023-01-01", "2023-12-31"),
            (Date::season(2023, 22), "2023-06-01", "2023-08-31"),
            (Date::season(2023, 24), "2023-01-01", "2024-02-29"),
            (Date::season(2023, 35), "2023-07-01", "2023-09-30"),
            (Date::season(2023, 41), "2023-07-01", "2023-12-31"),
        ] {
            let date = date.expect("it is valid");
            assert_eq!(
                (date.first().to_string(), date.last().to_string()),
                (first.into(), last.into())
            );
        }
        assert_eq!(Date::month(2023, 13), None);
        assert_eq!(Date::season(2023, 20), None);
        assert_eq!(Date::season(2023, 37), None);
    }

    #[test]
    fn a_date_is_said_in_both_languages() {
        let spring = Date::season(2023, 21).expect("it is valid");
        assert_eq!(spring.format(Lang::Fr), "printemps 2023");
        assert_eq!(spring.about().format(Lang::En), "about spring 2023");
        assert_eq!(spring.about().to_string(), "2023-21~");
    }
}

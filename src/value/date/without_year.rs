//! Dates that lack their year: of which year they are, where another date of the project is known.

use chrono::Datelike;

use crate::value::date::words::NO_YEAR;
use crate::value::date::{Date, parse, span};
use crate::value::parsed::{ParseError, Parsed};

/// Where a date lies in a project whose other date is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beside {
    After(Date),
    Before(Date),
}

/// The date that a text without a year can mean: of the year of the other date, or of the nearest
/// year in which the two do not contradict each other.
pub fn in_year_of(text: &str, beside: Beside) -> Option<Date> {
    let text = text.trim();
    let between = if text.contains(char::is_alphabetic) { " " } else { "/" };
    if parse(text).value().is_some()
        || span(text).is_some()
        || between == "/" && !text.contains(['/', '.', '-'])
    {
        return None;
    }
    let (year, step) = match beside {
        Beside::After(start) => (start.first().year(), 1),
        Beside::Before(end) => (end.last().year(), -1),
    };
    let fits = |date: &Date| match beside {
        Beside::After(start) => date.last() >= start.first(),
        Beside::Before(end) => date.first() <= end.last(),
    };
    let dates = [year, year + step].map(|year| parse(&format!("{text}{between}{year}")).value());
    dates.into_iter().flatten().find(fits)
}

/// Why a date that lacks its year is refused, with what it can mean.
pub fn no_year(meant: Date) -> ParseError {
    ParseError { ambiguous: false, reason: NO_YEAR.into(), suggestion: Some(meant.to_string()) }
}

/// Reads a date of a project whose other date may be known: where it lacks its year, that of the
/// other one is proposed.
pub fn parse_beside(text: &str, beside: impl FnOnce() -> Option<Beside>) -> Parsed<Date> {
    match parse(text) {
        Parsed::Invalid(refusal) => {
            let meant = beside().and_then(|beside| in_year_of(text, beside));
            Parsed::Invalid(meant.map_or(refusal, no_year))
        }
        reading => reading,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_without_a_year_is_of_that_of_the_other_one_or_the_nearest() {
        let date = |text: &str| parse(text).value().expect("a date");
        for (text, beside, meant) in [
            ("10 octobre", Beside::After(date("1er mars 2023")), Some("2023-10-10")),
            ("10 janvier", Beside::After(date("novembre 2023")), Some("2024-01-10")),
            ("10/10", Beside::After(date("2023")), Some("2023-10-10")),
            ("octobre", Beside::After(date("2023")), Some("2023-10")),
            ("novembre", Beside::Before(date("10 janvier 2024")), Some("2023-11")),
            ("1er mars", Beside::Before(date("2024")), Some("2024-03-01")),
            ("32 mars", Beside::After(date("2023")), None),
            ("10 octobre 2020", Beside::After(date("2023")), None),
            ("6", Beside::After(date("2023")), None),
            ("du 1er mars au 10 octobre 2023", Beside::Before(date("10.10.2023")), None),
            ("1er mars 2023 au soir", Beside::Before(date("2023")), None),
            ("bientôt", Beside::After(date("2023")), None),
            ("", Beside::After(date("2023")), None),
        ] {
            let read = in_year_of(text, beside).map(|date| date.to_string());
            assert_eq!(read.as_deref(), meant, "{text}");
        }
    }
}

//! How people write a date: the day first, months in words, seasons, a year alone.

use crate::lang::phrase;
use crate::value::date::Date;
use crate::value::date::numbers::{day_of, refuse};
use crate::value::date::single::single;
use crate::value::date::span::span_and_more;
use crate::value::parsed::{Parsed, normalise, says_nothing};

/// Reads a date as people write it, and in its canonical forms. A period is no date.
pub fn parse(text: &str) -> Parsed<Date> {
    if let Some((year, month, day)) = canonical_day(text) {
        return day_of(year, month, day);
    }
    let text = normalise(text);
    if says_nothing(&text) {
        return Parsed::Empty;
    }
    let reading = single(&text);
    if matches!(reading, Parsed::Exact(_) | Parsed::Uncertain { .. }) {
        return reading;
    }
    span_and_more(&text).map_or(reading, |span| {
        let period = span.phrase();
        refuse(phrase!("a period: {period}", "une période : {period}", period), None)
    })
}

/// Whether a text has the form of one day: `2023-03-01`.
pub fn is_day(text: &str) -> bool {
    canonical_day(text).is_some()
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

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;
    use proptest::prelude::*;

    use super::*;
    use crate::lang::Lang;
    use crate::value::date::span;

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
            ("le 3/03/2023", "2023-03-03"),
            ("Le 1/12/2023", "2023-12-01"),
            ("on 2023-03-01", "2023-03-01"),
            ("en 03/2023", "2023-03"),
            ("March 1, 2023", "2023-03-01"),
            ("05/06/2023", "2023-06-05"),
            ("29.02.2024", "2024-02-29"),
            ("12 févr. 2023", "2023-02-12"),
            ("3 Aou\u{302}t 2023", "2023-08-03"),
            ("1 sept. 2023", "2023-09-01"),
            ("2022-03-01T00:00:00+01:00", "2022-03-01"),
            ("2022-03-01 00:00:00", "2022-03-01"),
            ("2e semestre 2023", "2023-41"),
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
            ("automne 2022", "2022-23"),
            ("2023", "2023"),
        ] {
            assert_eq!(clear(text), canonical, "{text}");
            // An article before it changes nothing.
            if text.starts_with(|c: char| c.is_ascii_digit()) {
                assert_eq!(clear(&format!("le {text}")), canonical, "le {text}");
                assert_eq!(span(&format!("le {text}")), None, "le {text}");
            }
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
            ("du 1er mars au 10 octobre 2023", "a period: 1 March 2023 to 10 October 2023", None),
            ("juin", "missing year", None),
            ("44986", "a spreadsheet day number: 44986 would be 2023-03-01", Some("2023-03-01")),
            ("2023-1-2-3", "not a date", None),
            ("marché 2023", "not a date", None),
            ("2018-19", "a period: 2018 to 2019", None),
            ("2024-25", "a period: 2024 to 2025", None),
            ("2025 – 26", "a period: 2025 to 2026", None),
            ("1850", "the year 1850 is not between 1900 and 2100", None),
            ("🎉", "not a date", None),
        ] {
            match parse(text) {
                Parsed::Invalid(refusal) => {
                    assert_eq!(refusal.reason.get(Lang::En), reason, "{text}");
                    assert_eq!(refusal.suggestion.as_deref(), suggestion, "{text}");
                }
                other => panic!("{text}: {other:?}"),
            }
        }
        assert_eq!(parse(" - "), Parsed::Empty);
    }

    /// A reading whose time grew with the square of the length would take minutes here.
    #[test]
    fn a_long_text_is_refused_without_being_searched() {
        for text in [",", "(", " ", "12 ", "du 3 au ", "2022-23 "] {
            assert_eq!(parse(&format!("2023{}x", text.repeat(200_000))).whole(), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn reading_never_panics(text in "\\PC{0,40}|[0-9./~ -]{0,300}") {
            let _ = parse(&text);
        }

        #[test]
        fn the_canonical_form_reads_back(year in 1900..=2100_i32, month in 1..=12_u32, day in 1..=31_u32, season in 21..=41_u8, about: bool) {
            let whole = NaiveDate::from_ymd_opt(year, month, day).map(Date::day);
            let dates = [whole, Date::month(year, month), Date::season(year, season), Date::year(year)];
            for date in dates.into_iter().flatten() {
                let date = if about { date.about() } else { date };
                prop_assert_eq!(parse(&date.to_string()), Parsed::Exact(date));
            }
        }
    }
}

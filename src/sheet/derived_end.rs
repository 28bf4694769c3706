//! Until when a project lasts that states no end.

use chrono::NaiveDate;

use crate::sheet::model::Dates;
use crate::value::period::{DerivedEnd, EndSource};
use crate::value::status::Status;

/// Tells until when a project lasts that states no end; `None` where nothing says it.
///
/// A duration counts from the first day that the start may mean. What is ongoing lasts until today
/// at least.
pub(super) fn derived_end(
    dates: &Dates,
    status: Option<Status>,
    today: NaiveDate,
) -> Option<DerivedEnd> {
    let start = dates.start.filter(|_| dates.end.is_none())?;
    let by_duration = dates.duration.and_then(|duration| duration.last_day_from(start.first()));
    let by_duration = by_duration
        .map(|day| DerivedEnd { day: day.max(start.last()), source: EndSource::Duration });
    let ongoing = status == Some(Status::Ongoing) && start.first() <= today;
    let until_today = DerivedEnd { day: today, source: EndSource::Today };
    match by_duration {
        Some(planned) if !ongoing || planned.day >= today => Some(planned),
        _ => Some(until_today).filter(|_| ongoing),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::{date, duration};

    #[test]
    fn an_end_follows_from_a_duration_or_from_being_ongoing() {
        use EndSource::{Duration, Today};
        let today = NaiveDate::from_ymd_opt(2026, 11, 23).expect("a real day");
        let ongoing = Some(Status::Ongoing);
        for (start, end, length, status, expected) in [
            ("2021-05", "", "", ongoing, Some(("2026-11-23", Today))),
            ("2021-05", "", "", None, None),
            ("2021-05", "", "", Some(Status::Done), None),
            ("2021-05", "2022", "2 ans", ongoing, None),
            ("2022-06", "", "2 ans", None, Some(("2024-05-31", Duration))),
            ("2022", "", "6 mois", None, Some(("2022-12-31", Duration))),
            ("2023-01-31", "", "1 mois", None, Some(("2023-02-27", Duration))),
            ("2023-03-01", "", "1 jour", None, Some(("2023-03-01", Duration))),
            ("2021-05", "", "1 an", ongoing, Some(("2026-11-23", Today))),
            ("2026-01", "", "2 ans", ongoing, Some(("2027-12-31", Duration))),
            ("2027", "", "", ongoing, None),
            ("", "", "2 ans", ongoing, None),
        ] {
            let dates = Dates {
                start: date::parse(start).value(),
                end: date::parse(end).value(),
                duration: duration::parse(length).value(),
            };
            let found = derived_end(&dates, status, today);
            let found = found.map(|end| (end.day.to_string(), end.source));
            let expected = expected.map(|(day, source)| (day.to_owned(), source));
            assert_eq!(found, expected, "{start} {end} {length}");
        }
    }

    #[test]
    fn without_a_start_a_duration_counts_back_from_the_end() {
        for (end, length, first, last) in [
            ("2024-03-31", "12 mois", "2023-04-01", "2024-03-31"),
            ("2024", "1 an", "2024-01-01", "2024-12-31"),
            ("2024-02", "2 mois", "2024-01-01", "2024-02-29"),
            ("2024-03-01", "1 jour", "2024-03-01", "2024-03-01"),
            ("2024-03", "", "2024-03-01", "2024-03-31"),
        ] {
            let dates = Dates {
                start: None,
                end: date::parse(end).value(),
                duration: duration::parse(length).value(),
            };
            let period = dates.period();
            let found = [period.first(), period.last()].map(|day| day.expect("a day").to_string());
            assert_eq!(found, [first, last], "{end} {length}");
        }
    }
}

//! Where a project stands, from its dates.

use chrono::NaiveDate;

use crate::sheet::model::Dates;
use crate::value::status::Status;

/// Tells where a project with these dates stands on a day; `None` where the dates do not say.
///
/// Nothing is guessed: without an end, and without a duration from which one follows, a project
/// that has begun may be over or not.
pub fn status_from_dates(dates: &Dates, today: NaiveDate) -> Option<Status> {
    let start = dates.start.map(|start| start.first());
    let end = dates.end.map(|end| end.last()).or_else(|| {
        let start = dates.start.map(|start| start.last())?;
        let days = dates.duration?.approximate_days();
        start.checked_add_days(chrono::Days::new(days.into()))
    });
    match (start, end) {
        (Some(start), _) if start > today => Some(Status::Idea),
        (_, Some(end)) if end < today => Some(Status::Done),
        (Some(_), Some(_)) => Some(Status::Ongoing),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::{date, duration};

    #[test]
    fn the_dates_say_where_a_project_stands() {
        let today = NaiveDate::from_ymd_opt(2023, 6, 15).expect("a real day");
        for (start, end, length, expected) in [
            ("2024", "", "", Some(Status::Idea)),
            ("2022", "2023-05", "", Some(Status::Done)),
            ("2023-01", "2023-06", "", Some(Status::Ongoing)),
            ("2023-01", "2023", "", Some(Status::Ongoing)),
            ("2022-01", "", "3 months", Some(Status::Done)),
            ("2023-05-01", "", "3 months", Some(Status::Ongoing)),
            ("2022", "", "", None),
            ("", "2024", "", None),
            ("", "2022", "", Some(Status::Done)),
        ] {
            let dates = Dates {
                start: date::parse(start).value(),
                end: date::parse(end).value(),
                duration: duration::parse(length).value(),
            };
            assert_eq!(status_from_dates(&dates, today), expected, "{start} {end} {length}");
        }
    }
}

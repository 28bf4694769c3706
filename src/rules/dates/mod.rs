//! When a project was.

pub mod district_code_of_other_period;
pub mod duration_against_dates;
pub mod duration_without_dates;
pub mod end_before_start;
pub mod never_reviewed;
pub mod status_against_dates;
pub mod year_outside_dates;

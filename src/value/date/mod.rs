//! A date, whole or partial, a period of two, and how people write them.

mod names;
mod numbers;
mod parse;
mod partial;
mod pattern;
mod single;
mod span;
mod without_year;
mod words;

pub use parse::{is_day, parse};
pub use partial::Date;
pub use pattern::{open_pattern, other_bound_pattern, pattern};
pub use single::Bound;
pub use span::{DateSpan, says_ongoing, span};
pub use without_year::{Beside, in_year_of, no_year, parse_beside};

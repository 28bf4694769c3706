//! A quantity among words: its number, in digits or in words, what is said about it, and what
//! makes it no single quantity.

mod about;
mod digits;
mod meaning;
mod minus;
mod number;
pub(super) mod pattern;
mod phrase;
mod remarks;
mod series;
mod spelled;

pub(super) use about::{APPROXIMATE, around, strip_about};
pub(super) use digits::{Grouping, refusal};
pub use digits::{amount, signed};
pub(super) use meaning::{CONDITION, no_single};
pub(super) use minus::is_minus;
pub use number::has_magnitude;
pub(super) use number::{Number, is_number_at, leading};
pub use pattern::{amount_pattern, degrees_pattern};
pub(crate) use phrase::strip_any;
pub(super) use phrase::{strip_named, unlabelled};
pub(super) use series::{Part, series, total};

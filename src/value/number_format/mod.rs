//! Number formats of spreadsheets: what people see of a number. Source: ECMA-376, part 1, 18.8.30 and
//! 18.8.31.
//!
//! A code has sections for numbers above, below and at zero; a section consists of [`token`]s. What is
//! shown is French, as the people see it who keep these tables, and always a text that is read again
//! as what it is: a day comes first, a year has four digits.

mod shown;
mod token;

mod built_in;
mod section;

mod day;
mod digits;

mod format;

pub(crate) use built_in::built_in;
pub(crate) use digits::general;
pub(crate) use format::NumberFormat;
pub(crate) use shown::Shown;

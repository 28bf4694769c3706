//! Money: what a project cost, and how people write it.

mod cost;
mod currency;
mod share;
mod tax;

mod beside;
mod parse;
mod pattern;

pub use cost::{Basis, Cost, RARELY_STATED, format_amount};
pub use currency::Currency;
pub use parse::{amount, parse};
pub use pattern::{amount_pattern, currency_pattern, pattern};
pub use share::{Share, ShareAmount, share, share_pattern};
pub use tax::Tax;

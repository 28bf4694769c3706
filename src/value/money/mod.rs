//! Money: what a project cost, and how people write it.

mod cost;
mod currency;
mod share;
mod tax;

mod beside;
mod parse;

pub use cost::{Basis, Cost, RARELY_STATED, format_amount};
pub use currency::Currency;
pub use parse::{amount, parse};
pub use share::{Share, ShareAmount, share};
pub use tax::Tax;

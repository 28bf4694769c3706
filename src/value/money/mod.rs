//! Money: what a project cost, and how people write it.

mod cost;
mod currency;
mod share;
mod tax;

mod amount;
mod beside;
mod parse;

pub use amount::amount;
pub use cost::{Basis, Cost, RARELY_STATED, format_amount};
pub use currency::Currency;
pub use parse::parse;
pub use share::{Share, ShareAmount, share};
pub use tax::Tax;

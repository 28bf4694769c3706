//! A date, whole or partial, and how people write it.

mod parse;
mod partial;

pub use parse::parse;
pub use partial::Date;

//! A duration as people declare it: the time that passes, not the time that is worked.

mod declared;
mod parse;
mod pattern;

pub use declared::{Duration, Unit};
pub use parse::parse;
pub use pattern::pattern;

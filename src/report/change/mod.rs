//! What a command that writes says: each value before and after.

mod difference;
mod report;

pub use report::{Revised, also_removed, renamed, report};

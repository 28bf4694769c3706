//! Where is it said? Words in passages, and how similar sheets are.

mod passage;
mod segment;
mod similarity;
mod terms;

pub use passage::Passage;
pub use similarity::{Profile, Shared, ranked};
pub use terms::{Match, ONLY_STOP_WORDS, SearchTerms};

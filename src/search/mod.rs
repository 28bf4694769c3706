//! Where is it said? Words in passages, and how similar sheets are.

mod passage;
mod segment;
mod similarity;
mod terms;

pub(crate) use passage::Passage;
pub(crate) use similarity::{Profile, Shared, ranked};
pub(crate) use terms::{Match, ONLY_STOP_WORDS, SearchTerms};

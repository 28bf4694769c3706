//! Where is it said? Words in passages, and how similar sheets are.

mod passage;
mod ranking;
mod segment;
mod similarity;
mod terms;

pub(crate) use passage::{Passage, keep_shared};
pub(crate) use ranking::{Shared, ranked};
pub(crate) use similarity::Profile;
pub(crate) use terms::{Match, ONLY_STOP_WORDS, SearchTerms};

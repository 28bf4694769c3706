//! Text made comparable: what a reader takes for the same is the same.

mod names;
mod order;
mod search;

pub use names::{composed, first_letter, letter_runs, letters_key, name_key, starts_with_key};
pub use order::sort_key;
pub(in crate::text) use search::INCLUSIVE;
pub use search::{contains_words, search_key, search_words, singular};

//! Sentences that are said in several places.

use crate::lang::{Phrase, phrase};

/// Asks whether a word was meant.
pub fn did_you_mean(near: &str) -> Phrase {
    phrase!("did you mean `{near}`?", "vouliez-vous dire `{near}` ?", near)
}

//! Sentences that are said in several places.

use crate::lang::{Phrase, phrase};

/// Asks whether a word was meant.
pub fn did_you_mean(near: &str) -> Phrase {
    phrase!("did you mean `{near}`?", "vouliez-vous dire `{near}` ?", near)
}

/// The same of several words, of which there are three at most.
pub fn did_you_mean_one_of(near: &[&str]) -> Phrase {
    match near {
        [one, other] => phrase!(
            "did you mean `{one}` or `{other}`?",
            "vouliez-vous dire `{one}` ou `{other}` ?",
            one,
            other,
        ),
        [first, second, third, ..] => phrase!(
            "did you mean `{first}`, `{second}` or `{third}`?",
            "vouliez-vous dire `{first}`, `{second}` ou `{third}` ?",
            first,
            second,
            third,
        ),
        _ => did_you_mean(near.first().unwrap_or(&"")),
    }
}

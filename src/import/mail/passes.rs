//! Whether what is written is no answer: somebody passes, or is away.

use crate::import::mail::words::{AWAY, PASSES, PASSES_ON, begins_with, rest_behind};
use crate::value::list::judge::says_none;

/// The longest answer of which that is looked, in characters.
const SHORT: usize = 200;

/// Whether a text says no more than that somebody is away.
pub(super) fn is_away(text: &str) -> bool {
    text.chars().count() <= SHORT && begins_with(text, &AWAY)
}

/// Whether somebody passes: they say so, and no more than whom to ask, or say nothing: `RAS`, `?`.
pub(super) fn passes(text: &str) -> bool {
    if text.chars().count() > SHORT {
        return false;
    }
    if says_none(text) {
        return true;
    }
    let Some(rest) = rest_behind(text, &PASSES) else {
        return false;
    };
    let said = rest.trim_start_matches([' ', ',', '.', '!', ';', ':', '-', '…', '\n']);
    said.is_empty() || begins_with(said, &PASSES_ON)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn somebody_passes_only_where_they_say_no_more() {
        for (text, expected) in [
            ("Je passe.", true),
            ("Rien de spécial pour moi, vois avec Lou", true),
            ("Je ne sais pas, demande à Sam", true),
            ("Je ne sais plus, demande à Noé", true),
            ("Je ne me souviens plus.", true),
            ("Pas eu le temps, je réponds la semaine prochaine", true),
            ("RAS", true),
            ("?", true),
            ("Pas eu le temps de tout faire, il aurait fallu un jour de plus.", false),
            ("Sorry", false),
            ("I don't know, better ask Lou", true),
            ("Je ne sais pas comment, mais la boulangère a tout changé.", false),
            ("Je passe mes soirées au lavoir depuis.", false),
        ] {
            assert_eq!(passes(text), expected, "{text}");
        }
    }
}

//! Whether what is written is no answer: somebody passes, or is away.

use crate::import::mail::words::{ASKS, AWAY, PASSES, PASSES_ON, begins_with, rest_behind};
use crate::value::list::judge::says_none;

/// The longest answer of which that is looked, in characters.
const SHORT: usize = 200;

/// The longest that somebody who passes says behind it, but for whom to ask.
const SHORT_REST: usize = 36;

/// Whether a text says no more than that somebody is away.
pub(super) fn is_away(text: &str) -> bool {
    text.chars().count() <= SHORT && begins_with(text, &AWAY)
}

/// Whether somebody passes: they say so, and no more than whom to ask, or say nothing: `RAS`, `?`.
pub(super) fn passes(text: &str) -> bool {
    if text.chars().count() > SHORT {
        return false;
    }
    let text = without_no(text);
    if says_none(text) {
        return true;
    }
    let Some(rest) = rest_behind(text, &PASSES) else {
        return false;
    };
    // Whoever goes on for long has something to say, unless it is whom to ask.
    let said = without_marks(&rest);
    let behind = rest_behind(said, &PASSES_ON);
    said.is_empty()
        || begins_with(said, &ASKS)
        || behind.is_some_and(|behind| {
            said.chars().count() <= SHORT_REST || begins_with(without_marks(&behind), &ASKS)
        })
}

/// A text without the no that answers the question before it says more: `Non, rien.`
fn without_no(text: &str) -> &str {
    let rest = text.strip_prefix("Non").or_else(|| text.strip_prefix("non"));
    rest.filter(|rest| rest.starts_with([' ', ','])).map_or(text, without_marks)
}

/// A text without the marks at its beginning.
fn without_marks(text: &str) -> &str {
    text.trim_start_matches([' ', ',', '.', '!', ';', ':', '-', '…', '\n'])
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
            (
                "Je ne me souviens plus. De mon côté, j'ai surtout retenu qu'il faut la mairie.",
                false,
            ),
            (
                "Rien de spécial pour moi, vois plutôt avec Lou, qui a suivi toute la fin du projet",
                true,
            ),
            ("Je ne sais plus, trop de monde est venu au forum et la salle était pleine", false),
            ("No time later in the week suited the shopkeepers", false),
            ("Sorry", false),
            ("Idem.", true),
            ("Non, rien de spécial", true),
            ("Non, rien.", true),
            ("non je ne sais pas", true),
            ("Non, le forum n'a rien donné.", false),
            ("Non", false),
            ("Not sure, ask Sam", true),
            ("Je n'y étais pas, désolé", true),
            ("Not sure it worked, but the shopkeepers came.", false),
            ("Idem pour les chaises : en prévoir cinquante.", false),
            ("Bien reçu par les habitants, le forum a duré deux jours de plus.", false),
            ("I don't know, better ask Lou", true),
            ("Je ne sais pas comment, mais la boulangère a tout changé.", false),
            ("Je passe mes soirées au lavoir depuis.", false),
        ] {
            assert_eq!(passes(text), expected, "{text}");
        }
    }
}

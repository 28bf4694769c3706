//! The marks that people set in an answer: what is not for everybody, what to do the next time.

use crate::lang::choice;
use crate::value::visibility::Visibility;

/// A text, and whether it begins with the mark of what is not for everybody.
pub(super) fn without_mark(text: &str) -> (bool, &str) {
    let inside = text.strip_prefix('[').and_then(|rest| rest.split_once(']'));
    let is_mark =
        |word: &str| choice::parse::<Visibility>(word.trim()) == Some(Visibility::Private);
    match inside.filter(|(word, _)| is_mark(word)) {
        Some((_, rest)) => (true, rest.trim_start_matches([' ', ':', '\u{a0}', '\n'])),
        None => (false, text),
    }
}

/// A lesson, and behind an arrow what to do.
pub(super) fn with_action(text: &str) -> (&str, Option<&str>) {
    let cut = ARROWS.iter().filter_map(|arrow| {
        let (before, after) = text.split_once(arrow)?;
        Some((before.trim(), after.trim()))
    });
    let cut = cut.filter(|(before, after)| !before.is_empty() && !after.is_empty());
    cut.min_by_key(|(before, _)| before.len())
        .map_or((text, None), |(before, after)| (before, Some(after)))
}

const ARROWS: [&str; 3] = ["→", "->", "=>"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_to_do_stands_behind_an_arrow() {
        for (text, expected) in [
            ("La pluie → Louer un barnum", ("La pluie", Some("Louer un barnum"))),
            ("La pluie -> un -> deux", ("La pluie", Some("un -> deux"))),
            ("La pluie →", ("La pluie →", None)),
            ("La pluie", ("La pluie", None)),
        ] {
            assert_eq!(with_action(text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_private_says_so_at_its_beginning() {
        for (text, expected) in [
            ("[privé] La mairie", (true, "La mairie")),
            ("[Private]: The council", (true, "The council")),
            ("[privée]\nLa mairie", (true, "La mairie")),
            ("[sic] La mairie", (false, "[sic] La mairie")),
            ("La mairie [privé]", (false, "La mairie [privé]")),
        ] {
            assert_eq!(without_mark(text), expected, "{text}");
        }
    }
}

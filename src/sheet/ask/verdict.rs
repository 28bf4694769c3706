//! Whether somebody says that a lesson held.

use crate::text::fold::name_key;

const YES: [&str; 16] = [
    "oui",
    "ouais",
    "si",
    "tout a fait",
    "carrement",
    "exactement",
    "elle a tenu",
    "ca a tenu",
    "plutot oui",
    "yes",
    "yep",
    "yeah",
    "it did",
    "it held",
    "absolutely",
    "mostly yes",
];
const NO: [&str; 15] = [
    "non",
    "pas vraiment",
    "pas du tout",
    "pas trop",
    "plutot non",
    "elle n'a pas tenu",
    "ca n'a pas tenu",
    "no",
    "nope",
    "not really",
    "not at all",
    "it did not",
    "it did not hold",
    "it didn't",
    "rather not",
];

/// What makes both of it.
const BOTH: [&str; 8] =
    ["et non", "ou non", "mais non", "et oui", "and no", "or no", "and yes", "ou pas"];

/// Whether a lesson held, and what is said beside that; nothing where neither is clear.
pub fn verdict(text: &str) -> Option<(bool, &str)> {
    let (yes, no) = (behind(text, &YES), behind(text, &NO));
    let (held, rest) = match (yes, no) {
        // `it did not` says more than `it did`.
        (Some(yes), no) if no.is_none_or(|no| yes.len() < no.len()) => (true, yes),
        (_, Some(no)) => (false, no),
        _ => return None,
    };
    let is_mark =
        |c: char| c.is_whitespace() || matches!(c, ',' | '.' | '!' | ':' | ';' | '-' | '–');
    let said = rest.trim_start_matches(is_mark);
    behind(said, &BOTH).is_none().then_some((held, said))
}

/// What stands behind one of these words, with which a text begins.
fn behind<'t>(text: &'t str, words: &[&str]) -> Option<&'t str> {
    let text = text.trim_start();
    let ends = text.char_indices().map(|(at, _)| at).chain([text.len()]);
    // The longest counts.
    let ends: Vec<usize> = ends.take(30).collect();
    ends.into_iter().rev().find_map(|end| {
        let rest = &text[end..];
        let is_whole = !rest.starts_with(char::is_alphanumeric);
        (is_whole && words.contains(&name_key(&text[..end]).as_str())).then_some(rest)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_clear_word_says_whether_it_held() {
        for (text, expected) in [
            ("Oui, deux fois", Some((true, "deux fois"))),
            ("OUI", Some((true, ""))),
            ("Tout à fait ! Tout le monde est venu.", Some((true, "Tout le monde est venu."))),
            ("non : il pleuvait", Some((false, "il pleuvait"))),
            ("Pas vraiment", Some((false, ""))),
            ("Not really, no", Some((false, "no"))),
            ("It did not hold.", Some((false, ""))),
            ("It did!", Some((true, ""))),
            ("oui et non", None),
            ("Ouistiti", None),
            ("Nous avons essayé", None),
            ("", None),
        ] {
            assert_eq!(verdict(text), expected, "{text}");
        }
    }
}

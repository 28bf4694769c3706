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

/// What may stand before a second thought.
const SECOND_THOUGHT: [&str; 18] = [
    "et",
    "ou",
    "mais",
    "enfin",
    "finalement",
    "quoique",
    "en fait",
    "puis",
    "plutot",
    "bon",
    "and",
    "or",
    "but",
    "well",
    "actually",
    "then",
    "rather",
    "although",
];

/// What takes a yes or a no back, as a whole clause.
const TAKES_BACK: [&str; 26] = [
    "pas sur",
    "pas sure",
    "ou pas",
    "je ne sais pas",
    "je sais pas",
    "je ne sais plus",
    "je sais plus",
    "je n'en sais rien",
    "je n'y etais pas",
    "j'y etais pas",
    "je ne me souviens pas",
    "je ne me souviens plus",
    "je ne m'en souviens plus",
    "aucune idee",
    "peut etre",
    "en partie",
    "partiellement",
    "a moitie",
    "not sure",
    "i don't know",
    "i don't remember",
    "i was not there",
    "i wasn't there",
    "no idea",
    "maybe",
    "partly",
];

/// Whether a lesson held, and what is said beside that; nothing where neither is clear, or a second
/// thought takes it back.
pub fn verdict(text: &str) -> Option<(bool, &str)> {
    let (yes, no) = (behind(text, &YES), behind(text, &NO));
    let (held, rest) = match (yes, no) {
        // `it did not` says more than `it did`.
        (Some(yes), no) if no.is_none_or(|no| yes.len() < no.len()) => (true, yes),
        (_, Some(no)) => (false, no),
        _ => return None,
    };
    let said =
        rest.trim_start_matches(|c: char| c.is_whitespace() || c == '-' || MARKS.contains(&c));
    let other = if held { &NO[..] } else { &YES[..] };
    let is_taken_back = said.split(|c| c == '\n' || MARKS.contains(&c)).any(|clause| {
        // `Non, pas du tout` says more, `Oui, pas de problème` something else.
        let clause = clause.trim();
        let alone =
            |words: &[&str]| behind(clause, words).is_some_and(|rest| rest.trim().is_empty());
        let thought = without_second_thought(clause);
        let begins = thought.len() < clause.len() && behind(thought, other).is_some();
        begins || alone(other) || alone(&TAKES_BACK)
    });
    (!is_taken_back).then_some((held, said))
}

/// What parts a clause from the next.
const MARKS: [char; 11] = [',', '.', '!', '?', ':', ';', '–', '—', '…', '(', ')'];

/// A clause without the words before a second thought: `enfin, non`.
fn without_second_thought(clause: &str) -> &str {
    let mut clause = clause;
    while let Some(rest) = behind(clause, &SECOND_THOUGHT) {
        clause = rest;
    }
    clause.trim_start()
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
    fn however_many_second_thoughts_there_are() {
        assert_eq!(
            verdict(&format!("oui, {}", "et ".repeat(100_000))).map(|found| found.0),
            Some(true)
        );
    }

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
            (
                "Oui, et deux fois ! Les gens sont revenus.",
                Some((true, "et deux fois ! Les gens sont revenus.")),
            ),
            ("oui et non", None),
            ("Oui, enfin non", None),
            ("Oui... mais pas vraiment", None),
            ("Non, je n'y étais pas", None),
            ("Non. Enfin si, une fois", None),
            ("oui, peut-être", None),
            ("oui ou pas", None),
            ("Yes, well, actually no", None),
            ("Yes (not sure)", None),
            ("Oui… mais non", None),
            ("Oui — enfin non", None),
            ("Oui, je n'y étais pas", None),
            ("Non, pas du tout", Some((false, "pas du tout"))),
            ("Non, pas cette fois", Some((false, "pas cette fois"))),
            ("No, not at all", Some((false, "not at all"))),
            ("No, not yet", Some((false, "not yet"))),
            (
                "Non, si c'était à refaire nous le dirions",
                Some((false, "si c'était à refaire nous le dirions")),
            ),
            ("Oui, pas de problème", Some((true, "pas de problème"))),
            ("Yes. Half of the street came.", Some((true, "Half of the street came."))),
            ("Oui, non seulement en mars", Some((true, "non seulement en mars"))),
            ("Ouistiti", None),
            ("Nous avons essayé", None),
            ("", None),
        ] {
            assert_eq!(verdict(text), expected, "{text}");
        }
    }
}

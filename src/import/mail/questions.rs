//! Which question a quoted text asks.

use std::collections::HashSet;

use crate::sheet::field::Field;
use crate::sheet::fields::FIELDS;
use crate::text::fold::search_words;

/// So many of a hundred words two wordings of a question share, where it is quoted.
pub(super) const LIKE: usize = 75;
/// As many where it is the same.
pub(super) const SAME: usize = 100;

/// The field that a text asks for in words that are so much like ours, and what stands behind its
/// question mark.
pub(super) fn question(text: &str, least: usize) -> Option<(&'static Field, &str)> {
    let number = |c: char| c.is_ascii_digit() || matches!(c, '.' | ')' | '-' | '*' | '•' | ' ');
    let text = text.trim_start_matches(number);
    let end = text.find('?')? + 1;
    let words: HashSet<String> = search_words(&text[..end]).into_iter().collect();
    let likeness = |wording: &str| {
        let known: HashSet<String> = search_words(wording).into_iter().collect();
        200 * known.intersection(&words).count() / (known.len() + words.len()).max(1)
    };
    let fields = FIELDS.iter().filter_map(|field| {
        let question = field.more.question?;
        Some((likeness(question.en).max(likeness(question.fr)), field))
    });
    let (best, field) = fields.max_by_key(|(likeness, _)| *likeness)?;
    (best >= least).then(|| (field, text[end..].trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_question_is_known_as_it_is_asked_and_nearly_so() {
        for field in FIELDS {
            let Some(asked) = field.more.question else {
                continue;
            };
            for words in asked.both() {
                let typed = format!("2. {}", words.to_uppercase());
                let found = question(&typed, SAME);
                assert_eq!(found.map(|(found, _)| found.key), Some(field.key), "{words}");
            }
        }
        let found = question("Qu'est-ce que tu referais pareil ? Venir tôt", LIKE);
        assert_eq!(
            found.map(|(field, rest)| (field.key, rest)),
            Some(("lessons.nuggets", "Venir tôt"))
        );
        for text in ["", "On recommence quand ?", "Qui a travaillé", "Quand ?"] {
            assert!(question(text, LIKE).is_none(), "{text}");
        }
    }
}

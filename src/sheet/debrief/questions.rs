//! The four questions of a review after the work, each with the field that its answer is for.
//!
//! Source: the after-action review of the US Army (TC 25-20, 1993): what was meant to happen, what
//! did happen, why, and what to do the next time.

use crate::lang::{Text, text};
use crate::sheet::field::Field;
use crate::sheet::fields;
use crate::text::fold::letters_key;

/// A question to the whole team.
pub struct DebriefQuestion {
    /// The key of the field.
    pub key: &'static str,
    pub question: Text,
    /// How to answer, where that is not plain.
    pub hint: Option<Text>,
}

/// The questions, in their order.
pub const QUESTIONS: [DebriefQuestion; 4] = [
    DebriefQuestion {
        key: "description.proposal",
        question: text!("What did we mean to do?", "Que voulions-nous faire ?"),
        hint: None,
    },
    DebriefQuestion {
        key: "outcome.text",
        question: text!("What came out of it in the end?", "Qu'est-ce que cela a donné ?"),
        hint: None,
    },
    DebriefQuestion {
        key: "lessons.nuggets",
        question: text!(
            "What helped, and what would we do again?",
            "Qu'est-ce qui a aidé, et que referions-nous ?",
        ),
        hint: Some(text!("One per line: - what helped.", "Un point par ligne : - ce qui a aidé.")),
    },
    DebriefQuestion {
        key: "lessons.difficulties",
        question: text!(
            "What was hard, and what will we do next time?",
            "Qu'est-ce qui a coincé, et que faire la prochaine fois ?",
        ),
        hint: Some(text!(
            "One per line: - what was hard → what we will do.",
            "Un point par ligne : - ce qui a coincé → ce que nous ferons.",
        )),
    },
];

impl DebriefQuestion {
    /// The field that its answer is for.
    pub fn field(&self) -> Option<&'static Field> {
        fields::find(self.key)
    }
}

/// The question that a line asks, whatever its number, and what stands behind it.
pub(super) fn asked(line: &str) -> Option<(&'static DebriefQuestion, &str)> {
    let (question, rest) = line.split_at(line.find('?')? + 1);
    let number = |c: char| c.is_ascii_digit() || matches!(c, '.' | ')' | ' ');
    let asked = letters_key(question.trim_start_matches(number));
    let found = QUESTIONS
        .iter()
        .find(|one| one.question.both().iter().any(|words| letters_key(words) == asked));
    found.map(|question| (question, rest.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheet::questions;

    #[test]
    fn each_question_is_for_a_field_that_is_asked() {
        let known: Vec<&str> = questions::all().iter().map(|question| question.field.key).collect();
        for question in QUESTIONS {
            assert!(question.field().is_some_and(|field| known.contains(&field.key)));
            for words in question.question.both() {
                let typed = format!("3. {} Tout", words.to_uppercase());
                let (found, rest) = asked(&typed).expect("a question");
                assert_eq!((found.key, rest), (question.key, "Tout"));
            }
        }
        for text in ["", "Que voulions-nous ?", "Que voulions-nous faire", "?"] {
            assert!(asked(text).is_none(), "{text}");
        }
    }
}

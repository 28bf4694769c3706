//! A text that only holds the place of another.

use crate::finding::{Lint, Severity};
use crate::lang::text;
use crate::portfolio::Location;
use crate::rules::{Check, CheckContext, FieldFinding, Rule};
use crate::sheet::shape::Shape;
use crate::text::fold::{first_letter, name_key};
use crate::text::scan::any_triple;

pub static RULE: Rule = Rule {
    lint: Lint {
        code: "placeholder-text",
        severity: Severity::Warning,
        title: text!("placeholder text", "texte provisoire (“à compléter”)"),
        why: text!(
            "“To be completed” looks like content; a missing value is honest, and is counted as \
             missing.",
            "“À compléter” ressemble à un contenu ; une valeur absente est honnête, et comptée \
             comme absente.",
        ),
        help: text!(
            "write what is known, or remove the line",
            "écrivez ce que l'on sait, ou retirez la ligne",
        ),
        bad: "\
title: Forum ouvert
territory:
  name: Trifouilly
description:
  request: ⟦À compléter⟧
",
        good: "\
title: Forum ouvert
territory:
  name: Trifouilly
description:
  request: Compléter le plan de la place avec ses riverains.
",
    },
    check: Check::Sheet(check),
};

/// Texts that are nothing else, folded.
const WHOLE: [&str; 14] = [
    "...",
    "…",
    "a completer",
    "a definir",
    "a faire",
    "a preciser",
    "a remplir",
    "a venir",
    "en cours de redaction",
    "todo",
    "tbd",
    "to be completed",
    "xx",
    "xxx",
];

/// Beginnings that give one away anywhere in a text, folded.
const WITHIN: [&str; 4] = ["lorem ipsum", "todo:", "todo :", "[a completer"];

fn check(context: &CheckContext) -> Vec<FieldFinding> {
    let any_within = suspicious(context.written);
    let findings = context.all_texts().filter_map(|place| {
        let text = place.text;
        let may_be_whole = text.len() <= MAX_LENGTH && begins_whole(text);
        if !(may_be_whole || any_within && suspicious(text)) {
            return None;
        }
        let folded = name_key(text);
        let bare = folded.trim_matches(['(', ')', '[', ']', '<', '>', '!', ' ']);
        let whole = WHOLE.contains(&bare) || bare.len() > 3 && bare.chars().all(|c| c == 'x');
        let inside = WITHIN.iter().any(|placeholder| folded.contains(placeholder));
        let label = text!("placeholder", "provisoire");
        (whole || inside).then(|| {
            // The text of a moment mostly stands behind its date.
            if text.contains('\n') || matches!(place.field.shape, Shape::Moments) {
                FieldFinding::on(Location::passage(place.path(), passage(text), 0), label)
            } else {
                FieldFinding::at(place.path(), label)
            }
        })
    });
    findings.collect()
}

/// No placeholder is longer, in bytes, than this.
const MAX_LENGTH: usize = 40;

/// Whether a short text may be one: seen by its first letters, before it is folded.
fn begins_whole(text: &str) -> bool {
    let bare = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    let first = bare.chars().next().and_then(first_letter);
    first.is_none() || WHOLE.iter().any(|word| word.chars().next() == first)
}

/// Whether a text may hold one: seen in one look at its bytes, before it is folded.
fn suspicious(text: &str) -> bool {
    any_triple(text, |byte, next, last| {
        let apart = (last == b':') | (last <= b' ');
        let todo = (byte | 0x20 == b'd') & (next | 0x20 == b'o') & apart;
        let lorem = (byte | 0x20 == b'm') & (next == b' ') & (last | 0x20 == b'i');
        (byte == b'[') | todo | lorem
    })
}

/// The line of a longer text that holds the placeholder.
fn passage(text: &str) -> &str {
    text.lines()
        .map(str::trim)
        .find(|line| {
            let folded = name_key(line);
            WITHIN.iter().any(|placeholder| folded.contains(placeholder))
        })
        .unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn no_placeholder_is_missed_at_a_glance() {
        for word in WHOLE {
            assert!(word.len() <= MAX_LENGTH && begins_whole(word), "{word}");
            assert!(begins_whole(&format!("({})", word.to_uppercase())), "{word}");
        }
        for word in WITHIN {
            let text = format!("Le forum {word} la suite");
            assert!(suspicious(&text) && suspicious(&text.to_uppercase()), "{word}");
        }
    }

    proptest! {
        /// What is not seen in all texts of a sheet at once need not be looked for in each.
        #[test]
        fn what_is_seen_in_a_text_is_seen_among_others(
            text in "[a\\[doTODm iI:]{0,12}",
            others in "\\PC{0,20}",
        ) {
            let all = format!("{others}\n{text}\n{others}");
            prop_assert!(!suspicious(&text) || suspicious(&all), "{text:?}");
        }
    }
}

//! Lessons that are all successes, or all difficulties.

use crate::finding::{Lint, Severity};
use crate::lang::{phrase, text};
use crate::rules::{Check, CheckContext, FieldFinding, Rule};
use crate::text::shell::shell_quote;

pub static RULE: Rule = Rule {
    lint: Lint {
        code: "one-sided-lessons",
        severity: Severity::Hint,
        title: text!(
            "only nuggets or only difficulties",
            "seulement des pépites ou seulement des difficultés",
        ),
        why: text!(
            "A sheet with only nuggets or only difficulties rarely describes the whole project.",
            "Une fiche sans aucune difficulté, ou sans aucune pépite, raconte rarement tout le \
             projet.",
        ),
        help: text!(
            "add the other side: sheet add nugget {id} '…' or sheet add difficulty {id} '…'",
            "ajoutez l'autre côté : sheet add nugget {id} '…' ou sheet add difficulty {id} '…'",
        ),
        bad: "\
title: Forum ouvert
territory:
  name: Trifouilly
lessons:
  ⟦nuggets⟧:
    - text: Les affiches ont fait venir du monde.
      do: Afficher dix jours avant.
",
        good: "\
title: Forum ouvert
territory:
  name: Trifouilly
lessons:
  nuggets:
    - text: Les affiches ont fait venir du monde.
      do: Afficher dix jours avant.
  difficulties:
    - text: La salle était fermée.
      do: Demander la clé la veille.
",
    },
    check: Check::Sheet(check),
};

fn check(context: &CheckContext) -> Vec<FieldFinding> {
    let lessons = &context.sheet.lessons;
    let (at, label, missing) = match (lessons.nuggets.is_empty(), lessons.difficulties.is_empty()) {
        (false, true) => (
            "lessons.nuggets",
            text!("what was difficult?", "qu'est-ce qui a été difficile ?"),
            "difficulty",
        ),
        (true, false) => {
            ("lessons.difficulties", text!("what worked?", "qu'est-ce qui a marché ?"), "nugget")
        }
        _ => return Vec::new(),
    };
    vec![FieldFinding::at(at, label).with_help(phrase!(
        "add the other side: sheet add {missing} {id} '…'",
        "ajoutez l'autre côté : sheet add {missing} {id} '…'",
        missing,
        id = shell_quote(&context.sheet.id),
    ))]
}

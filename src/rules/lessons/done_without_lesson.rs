//! A finished project that taught nothing.

use crate::finding::{Lint, Severity};
use crate::lang::text;
use crate::rules::{Check, CheckContext, FieldFinding, Rule, done_field};

pub static RULE: Rule = Rule {
    lint: Lint {
        code: "done-without-lesson",
        severity: Severity::Warning,
        title: text!("finished project without a lesson", "projet terminé sans leçon"),
        why: text!(
            "Lessons are what the sheet is for; if they are not written down, nobody remembers \
             them a year later.",
            "Les leçons sont la raison d'être de la fiche ; si on ne les écrit pas, personne ne \
             s'en souvient un an après.",
        ),
        help: text!(
            "add one: sheet add nugget {id} '…' --do '…'",
            "ajoutez-en une : sheet add nugget {id} '…' --do '…'",
        ),
        bad: "\
title: Forum ouvert
territory:
  name: Trifouilly
status: ⟦done⟧
tools:
  - Forum ouvert
outcome:
  level: partial
reviewed: 2023-05
",
        good: "\
title: Forum ouvert
territory:
  name: Trifouilly
status: done
tools:
  - Forum ouvert
outcome:
  level: partial
lessons:
  nuggets:
    - text: Prévenir tôt.
      do: Afficher dix jours avant.
  difficulties:
    - text: Il a plu.
      do: Prévoir une salle.
reviewed: 2023-05
",
    },
    check: Check::Sheet(check),
};

fn check(context: &CheckContext) -> Vec<FieldFinding> {
    let has_lessons = context.sheet.lessons.all().next().is_some();
    let label = text!("done: what was learnt?", "terminé : qu'en a-t-on appris ?");
    match done_field(context).filter(|_| !has_lessons) {
        Some(place) => vec![FieldFinding::at(place, label)],
        None => Vec::new(),
    }
}

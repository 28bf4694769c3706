//! A finished project that does not say how it turned out.

use crate::finding::{Lint, Severity};
use crate::lang::text;
use crate::rules::{Check, CheckContext, FieldFinding, Rule, done_field};

pub static RULE: Rule = Rule {
    lint: Lint {
        code: "done-without-outcome",
        severity: Severity::Warning,
        title: text!("finished project without an outcome", "projet terminé sans résultat"),
        why: text!(
            "Anyone preparing a similar project first wants to know whether this one worked.",
            "Pour préparer un projet semblable, on veut d'abord savoir si celui-ci a marché.",
        ),
        help: text!(
            "add it (succeeded, partial, failed or too-early): sheet set {id} outcome=succeeded",
            "ajoutez-le (succeeded, partial, failed ou too-early) : sheet set {id} outcome=succeeded",
        ),
        bad: "\
title: Forum ouvert
territory:
  name: Trifouilly
status: ⟦done⟧
tools:
  - forum ouvert
lessons:
  nuggets:
    - text: Prévenir tôt.
      do: Afficher dix jours avant.
  difficulties:
    - text: Il a plu.
      do: Prévoir une salle.
",
        good: "\
title: Forum ouvert
territory:
  name: Trifouilly
status: done
tools:
  - forum ouvert
outcome:
  level: succeeded
lessons:
  nuggets:
    - text: Prévenir tôt.
      do: Afficher dix jours avant.
  difficulties:
    - text: Il a plu.
      do: Prévoir une salle.
",
    },
    check: Check::Sheet(check),
};

fn check(context: &CheckContext) -> Vec<FieldFinding> {
    let outcome = &context.sheet.outcome;
    let is_empty = outcome.level.is_none() && outcome.text.is_none();
    let label = text!("done: how did it turn out?", "terminé : avec quel résultat ?");
    done_field(context)
        .filter(|_| is_empty)
        .map(|at| FieldFinding::at(at, label))
        .into_iter()
        .collect()
}

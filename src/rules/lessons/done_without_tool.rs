//! A finished project that names no tool.

use crate::finding::{Lint, Severity};
use crate::lang::text;
use crate::rules::{Check, CheckContext, FieldFinding, Rule, done_field};

pub static RULE: Rule = Rule {
    lint: Lint {
        code: "done-without-tool",
        severity: Severity::Warning,
        title: text!("finished project without tools", "projet terminé sans outils"),
        why: text!(
            "“Who has already run an open forum?” finds only the sheets that name their tools.",
            "“Qui a déjà animé un forum ouvert ?” ne trouve que les fiches qui nomment leurs \
             outils.",
        ),
        help: text!(
            "add each of them: sheet add tool {id} '…'",
            "ajoutez-les un par un : sheet add tool {id} '…'",
        ),
        bad: "\
title: Forum ouvert
territory:
  name: Trifouilly
status: ⟦done⟧
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
    let is_empty = context.sheet.tools.is_empty();
    let label = text!("done: with which tools?", "terminé : avec quels outils ?");
    done_field(context)
        .filter(|_| is_empty)
        .map(|at| FieldFinding::at(at, label))
        .into_iter()
        .collect()
}

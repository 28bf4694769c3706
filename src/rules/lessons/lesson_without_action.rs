//! A lesson that does not say what to do.

use crate::finding::{Lint, Severity};
use crate::lang::text;
use crate::rules::{Check, CheckContext, FieldFinding, Rule};

pub static RULE: Rule = Rule {
    lint: Lint {
        code: "lesson-without-action",
        severity: Severity::Hint,
        title: text!("lesson without an action", "leçon sans action à mener"),
        why: text!(
            "A lesson gets reused when it says in one line what to do next time.",
            "Une leçon ressert quand elle dit, en une ligne, quoi faire la prochaine fois.",
        ),
        help: text!(
            "write the lesson as `text: …`, then `do: …` on the next line",
            "écrivez la leçon `text: …`, puis `do: …` à la ligne suivante",
        ),
        bad: "\
title: Forum ouvert
territory:
  name: Trifouilly
lessons:
  nuggets:
    - ⟦Les affiches ont fait venir du monde.⟧
  difficulties:
    - text: La salle était fermée.
      do: Demander la clé la veille.
",
        good: "\
title: Forum ouvert
territory:
  name: Trifouilly
lessons:
  nuggets:
    - text: Les affiches ont fait venir du monde.
      do: Afficher dix jours avant, aux arrêts de bus.
  difficulties:
    - text: La salle était fermée.
      do: Demander la clé la veille.
",
    },
    check: Check::Sheet(check),
};

fn check(context: &CheckContext) -> Vec<FieldFinding> {
    let lessons = context.sheet.lessons.each();
    let without_action = lessons.filter(|(.., lesson)| lesson.action.is_none());
    let label = text!("what to do next time?", "que faire la prochaine fois ?");
    let place = |key, index| format!("{key}[{index}]");
    without_action.map(|(key, index, _)| FieldFinding::at(place(key, index), label)).collect()
}

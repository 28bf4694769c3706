//! A lesson that does not say what to do.

use crate::finding::{Lint, Severity};
use crate::lang::text;
use crate::rules::{Check, Remark, Rule, Subject};

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
        bad: "title: Forum ouvert\nterritory:\n  name: Trifouilly\nlessons:\n  nuggets:\n    - ⟦Les affiches ont fait venir du monde.⟧\n  difficulties:\n    - text: La salle était fermée.\n      do: Demander la clé la veille.\n",
        good: "title: Forum ouvert\nterritory:\n  name: Trifouilly\nlessons:\n  nuggets:\n    - text: Les affiches ont fait venir du monde.\n      do: Afficher dix jours avant, aux arrêts de bus.\n  difficulties:\n    - text: La salle était fermée.\n      do: Demander la clé la veille.\n",
    },
    check: Check::Within(check),
};

fn check(subject: &Subject) -> Vec<Remark> {
    let lessons = subject.sheet.lessons.all();
    let idle = lessons.filter(|(_, lesson)| lesson.action.is_none());
    let label = text!("what to do next time?", "que faire la prochaine fois ?");
    idle.map(|(at, _)| Remark::at(at, label)).collect()
}

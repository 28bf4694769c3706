//! A lesson that does not say what to do.

use crate::finding::{Kind, Severity};
use crate::lang::Text;
use crate::rules::{Check, Remark, Rule, Subject};

pub static RULE: Rule = Rule {
    kind: Kind {
        code: "lesson-without-action",
        severity: Severity::Hint,
        title: Text::new("a lesson without what to do", "une leçon sans ce qu'il faut faire"),
        why: Text::new(
            "A lesson is used again when it says what to do the next time, in one line.",
            "Une leçon resserre la fois suivante quand elle dit, en une ligne, quoi faire.",
        ),
        fix: Text::new(
            "write it as `text: …` and, below it, `do: …`",
            "écrivez-la « text: … » et, dessous, « do: … »",
        ),
        bad: "title: Forum ouvert\nterritory:\n  name: Trifouilly\nlessons:\n  nuggets:\n    - ⟦Les affiches ont fait venir du monde.⟧\n  difficulties:\n    - text: La salle était fermée.\n      do: Demander la clé la veille.\n",
        good: "title: Forum ouvert\nterritory:\n  name: Trifouilly\nlessons:\n  nuggets:\n    - text: Les affiches ont fait venir du monde.\n      do: Afficher dix jours avant, aux arrêts de bus.\n  difficulties:\n    - text: La salle était fermée.\n      do: Demander la clé la veille.\n",
    },
    check: Check::Within(check),
};

fn check(subject: &Subject) -> Vec<Remark> {
    let lessons = subject.sheet.lessons.all();
    let idle = lessons.filter(|(_, lesson)| lesson.action.is_none());
    let label = Text::new("what to do the next time?", "que faire la prochaine fois ?");
    idle.map(|(at, _)| Remark::at(at, label)).collect()
}

//! Lessons that are all successes, or all difficulties.

use crate::finding::{Kind, Severity};
use crate::lang::Text;
use crate::rules::{Check, Remark, Rule, Subject};

pub static RULE: Rule = Rule {
    kind: Kind {
        code: "one-sided-lessons",
        severity: Severity::Hint,
        title: Text::new("lessons of one side only", "des leçons d'un seul côté"),
        why: Text::new(
            "A project without any difficulty, or without anything that worked, is rarely told whole.",
            "Un projet sans aucune difficulté, ou sans rien qui ait marché, est rarement raconté en \
             entier.",
        ),
        fix: Text::new(
            "add what is missing below `nuggets:` or `difficulties:`",
            "ajoutez ce qui manque sous « nuggets: » ou « difficulties: »",
        ),
        bad: "title: Forum ouvert\nterritory:\n  name: Trifouilly\nlessons:\n  ⟦nuggets⟧:\n    - text: Les affiches ont fait venir du monde.\n      do: Afficher dix jours avant.\n",
        good: "title: Forum ouvert\nterritory:\n  name: Trifouilly\nlessons:\n  nuggets:\n    - text: Les affiches ont fait venir du monde.\n      do: Afficher dix jours avant.\n  difficulties:\n    - text: La salle était fermée.\n      do: Demander la clé la veille.\n",
    },
    check: Check::Within(check),
};

fn check(subject: &Subject) -> Vec<Remark> {
    let lessons = &subject.sheet.lessons;
    let (at, label) = match (lessons.nuggets.is_empty(), lessons.difficulties.is_empty()) {
        (false, true) => (
            "lessons.nuggets",
            Text::new("and what was difficult?", "et qu'est-ce qui a été difficile ?"),
        ),
        (true, false) => {
            ("lessons.difficulties", Text::new("and what worked?", "et qu'est-ce qui a marché ?"))
        }
        _ => return Vec::new(),
    };
    vec![Remark::at(at, label)]
}

//! A finished project that taught nothing.

use crate::finding::{Kind, Severity};
use crate::lang::Text;
use crate::rules::{Check, Remark, Rule, Subject, done_at};

pub static RULE: Rule = Rule {
    kind: Kind {
        code: "done-without-lesson",
        severity: Severity::Warning,
        title: Text::new("a finished project without a lesson", "un projet terminé sans leçon"),
        why: Text::new(
            "What a project taught is what this sheet is for; after a year nobody remembers it.",
            "Ce qu'un projet a appris est la raison d'être de la fiche ; au bout d'un an, plus personne ne s'en souvient.",
        ),
        fix: Text::new(
            "add one: sheet add nugget ID '…' --do '…'",
            "ajoutez-en une : sheet add nugget ID '…' --do '…'",
        ),
        bad: "title: Forum ouvert\nterritory:\n  name: Trifouilly\nstatus: ⟦done⟧\ntools:\n  - Forum ouvert\noutcome:\n  level: partial\nreviewed: 2023-05\n",
        good: "title: Forum ouvert\nterritory:\n  name: Trifouilly\nstatus: done\ntools:\n  - Forum ouvert\noutcome:\n  level: partial\nlessons:\n  nuggets:\n    - text: Prévenir tôt.\n      do: Afficher dix jours avant.\n  difficulties:\n    - text: Il a plu.\n      do: Prévoir une salle.\nreviewed: 2023-05\n",
    },
    check: Check::Within(check),
};

fn check(subject: &Subject) -> Vec<Remark> {
    let taught = subject.sheet.lessons.all().next().is_some();
    let label = Text::new("done: and what was learnt?", "terminé : et qu'en a-t-on appris ?");
    match done_at(subject).filter(|_| !taught) {
        Some(place) => vec![Remark::at(place, label)],
        None => Vec::new(),
    }
}

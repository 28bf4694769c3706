//! A finished project that taught nothing.

use crate::finding::{Lint, Severity};
use crate::lang::text;
use crate::rules::{Check, Remark, Rule, Subject, done_at};

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
        bad: "title: Forum ouvert\nterritory:\n  name: Trifouilly\nstatus: ⟦done⟧\ntools:\n  - Forum ouvert\noutcome:\n  level: partial\nreviewed: 2023-05\n",
        good: "title: Forum ouvert\nterritory:\n  name: Trifouilly\nstatus: done\ntools:\n  - Forum ouvert\noutcome:\n  level: partial\nlessons:\n  nuggets:\n    - text: Prévenir tôt.\n      do: Afficher dix jours avant.\n  difficulties:\n    - text: Il a plu.\n      do: Prévoir une salle.\nreviewed: 2023-05\n",
    },
    check: Check::Within(check),
};

fn check(subject: &Subject) -> Vec<Remark> {
    let taught = subject.sheet.lessons.all().next().is_some();
    let label = text!("done: what was learnt?", "terminé : qu'en a-t-on appris ?");
    match done_at(subject).filter(|_| !taught) {
        Some(place) => vec![Remark::at(place, label)],
        None => Vec::new(),
    }
}

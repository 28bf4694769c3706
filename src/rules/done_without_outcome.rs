//! A finished project that does not say how it turned out.

use crate::finding::{Kind, Severity};
use crate::lang::Text;
use crate::rules::{Check, Remark, Rule, Subject, done_at};

pub static RULE: Rule = Rule {
    kind: Kind {
        code: "done-without-outcome",
        severity: Severity::Warning,
        title: Text::new(
            "a finished project without an outcome",
            "un projet terminé sans résultat",
        ),
        why: Text::new(
            "Whoever prepares a similar project asks first whether this one worked.",
            "Qui prépare un projet semblable demande d'abord si celui-ci a marché.",
        ),
        fix: Text::new(
            "add `level: succeeded`, `partial`, `failed` or `too-early` below `outcome:`",
            "ajoutez « level: succeeded », « partial », « failed » ou « too-early » sous « outcome: »",
        ),
        bad: "title: Forum ouvert\nterritory:\n  name: Trifouilly\nstatus: ⟦done⟧\ntools:\n  - forum ouvert\nlessons:\n  nuggets:\n    - text: Prévenir tôt.\n      do: Afficher dix jours avant.\n  difficulties:\n    - text: Il a plu.\n      do: Prévoir une salle.\n",
        good: "title: Forum ouvert\nterritory:\n  name: Trifouilly\nstatus: done\ntools:\n  - forum ouvert\noutcome:\n  level: succeeded\nlessons:\n  nuggets:\n    - text: Prévenir tôt.\n      do: Afficher dix jours avant.\n  difficulties:\n    - text: Il a plu.\n      do: Prévoir une salle.\n",
    },
    check: Check::Within(check),
};

fn check(subject: &Subject) -> Vec<Remark> {
    let outcome = &subject.sheet.outcome;
    let silent = outcome.level.is_none() && outcome.text.is_none();
    let label = Text::new("done: how did it turn out?", "terminé : avec quel résultat ?");
    done_at(subject).filter(|_| silent).map(|at| Remark::at(at, label)).into_iter().collect()
}

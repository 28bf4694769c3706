//! The status says other than the dates.

use chrono::Days;

use crate::finding::{Kind, Severity};
use crate::lang::{Lang, Phrase, Text};
use crate::portfolio::Place;
use crate::rules::{Check, Remark, Rule, Subject};
use crate::sheet::choice::Status;

pub static RULE: Rule = Rule {
    kind: Kind {
        code: "status-against-dates",
        severity: Severity::Warning,
        title: Text::new("the status says other than the dates", "le statut contredit les dates"),
        why: Text::new(
            "Done in the future, or ongoing 60 days after its end: one of the two was not kept up to \
             date. Without `status`, it follows from the dates.",
            "Terminé dans l'avenir, ou en cours 60 jours après sa fin : l'un des deux n'a pas été tenu \
             à jour. Sans « status », il découle des dates.",
        ),
        fix: Text::new(
            "correct the date, or remove the line `status`",
            "corrigez la date, ou retirez la ligne « status »",
        ),
        bad: "title: Forum ouvert\nterritory:\n  name: Trifouilly\nstatus: ⟦ongoing⟧\ndates:\n  end: 2022-10\n",
        good: "title: Forum ouvert\nterritory:\n  name: Trifouilly\nstatus: ongoing\ndates:\n  end: 2024-10\n",
    },
    check: Check::Within(check),
};

/// Days after its end in which a project may still be called ongoing.
const GRACE: Days = Days::new(60);

fn check(subject: &Subject) -> Vec<Remark> {
    let sheet = subject.sheet;
    let Some(end) = sheet.dates.end else {
        return Vec::new();
    };
    let over = end.last().checked_add_days(GRACE).is_some_and(|day| day < subject.today);
    let label = match sheet.status {
        Some(Status::Done) if end.first() > subject.today => Phrase::new(
            format!("but the end is {}", end.say(Lang::En)),
            format!("mais la fin est : {}", end.say(Lang::Fr)),
        ),
        Some(Status::Ongoing) if over => Phrase::new(
            "but the end is more than 60 days past",
            "mais la fin est passée depuis plus de 60 jours",
        ),
        _ => return Vec::new(),
    };
    let ends = Text::new("ends here", "finit ici");
    vec![Remark::at("status", label).with_also(Place::field("dates.end"), ends)]
}

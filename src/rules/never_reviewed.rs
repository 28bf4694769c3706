//! A finished project whose sheet nobody has read again.

use chrono::{Days, Months};

use crate::finding::{Kind, Severity};
use crate::lang::{Lang, Phrase, Text};
use crate::rules::{Check, Remark, Rule, Subject, done_at};

pub static RULE: Rule = Rule {
    kind: Kind {
        code: "never-reviewed",
        severity: Severity::Hint,
        title: Text::new(
            "a finished project whose sheet was not read again",
            "un projet terminé dont la fiche n'a pas été relue",
        ),
        why: Text::new(
            "What was written in haste is corrected once the project is over, and what was true two years ago may not be now.",
            "Ce qui fut écrit à la hâte se corrige une fois le projet fini, et ce qui était vrai il y a deux ans ne l'est plus forcément.",
        ),
        fix: Text::new(
            "read it again, and note the day: sheet set ID reviewed=…",
            "relisez-la, et notez le jour : sheet set ID reviewed=…",
        ),
        bad: "title: Forum ouvert\nterritory:\n  name: Trifouilly\ndates:\n  end: ⟦2023-02⟧\ntools:\n  - Forum ouvert\noutcome:\n  level: partial\nlessons:\n  nuggets:\n    - text: Prévenir tôt.\n      do: Afficher dix jours avant.\n  difficulties:\n    - text: Il a plu.\n      do: Prévoir une salle.\n",
        good: "title: Forum ouvert\nterritory:\n  name: Trifouilly\ndates:\n  end: 2023-02\ntools:\n  - Forum ouvert\noutcome:\n  level: partial\nlessons:\n  nuggets:\n    - text: Prévenir tôt.\n      do: Afficher dix jours avant.\n  difficulties:\n    - text: Il a plu.\n      do: Prévoir une salle.\nreviewed: 2023-05-20\n",
    },
    check: Check::Within(check),
};

/// How long after its end a sheet may wait for its first reading, and how long one is good for.
/// The day on which a sheet was imported counts like the end: somebody has just looked at it.
const FIRST: Days = Days::new(90);
const AGAIN: Months = Months::new(24);

fn check(subject: &Subject) -> Vec<Remark> {
    let sheet = subject.sheet;
    let Some(place) = done_at(subject) else {
        return Vec::new();
    };
    if let Some(reviewed) = sheet.reviewed {
        let due = reviewed.last().checked_add_months(AGAIN);
        return match due.is_some_and(|due| due < subject.today) {
            true => {
                let label = Phrase::new(
                    format!("read again {}: over two years ago", reviewed.say(Lang::En)),
                    format!("relue : {}, il y a plus de deux ans", reviewed.say(Lang::Fr)),
                );
                vec![Remark::at("reviewed", label)]
            }
            false => Vec::new(),
        };
    }
    let seen = [sheet.dates.end, sheet.source.imported].into_iter().flatten();
    let due = seen.map(|date| date.last()).max().and_then(|day| day.checked_add_days(FIRST));
    let label = Text::new("over for 90 days", "fini depuis 90 jours");
    match due.is_some_and(|due| due < subject.today) {
        true => vec![Remark::at(place, label)],
        false => Vec::new(),
    }
}

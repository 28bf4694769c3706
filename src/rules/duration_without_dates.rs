//! A duration of which nobody knows when.

use crate::finding::{Kind, Severity};
use crate::lang::Text;
use crate::rules::{Check, Remark, Rule, Subject};

pub static RULE: Rule = Rule {
    kind: Kind {
        code: "duration-without-dates",
        severity: Severity::Hint,
        title: Text::new("a duration without dates", "une durée sans dates"),
        why: Text::new(
            "Without a date, even a year, the project is in no year and on no timeline.",
            "Sans date, ne serait-ce qu'une année, le projet n'est d'aucune année et d'aucune frise.",
        ),
        fix: Text::new(
            "add a date, even a partial one: `start: 2023`",
            "ajoutez une date, même partielle : « start: 2023 »",
        ),
        bad: "title: Forum ouvert\nterritory:\n  name: Trifouilly\ndates:\n  duration: ⟦9 months⟧\n",
        good: "title: Forum ouvert\nterritory:\n  name: Trifouilly\ndates:\n  start: 2023\n  duration: 9 months\n",
    },
    check: Check::Within(check),
};

fn check(subject: &Subject) -> Vec<Remark> {
    let dates = &subject.sheet.dates;
    let alone = dates.duration.is_some() && dates.start.is_none() && dates.end.is_none();
    let unread = subject.sheet.unread.iter().any(|unread| unread.key.starts_with("dates."));
    let label = Text::new("from when to when?", "de quand à quand ?");
    if alone && !unread { vec![Remark::at("dates.duration", label)] } else { Vec::new() }
}

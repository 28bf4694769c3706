//! A duration of which nobody knows when.

use crate::finding::{Lint, Severity};
use crate::lang::text;
use crate::rules::{Check, CheckContext, FieldFinding, Rule};

pub static RULE: Rule = Rule {
    lint: Lint {
        code: "duration-without-dates",
        severity: Severity::Hint,
        title: text!("duration without dates", "durée sans dates"),
        why: text!(
            "Without any date, the project appears in no year and on no timeline.",
            "Sans date, le projet n'apparaît dans aucune année ni sur la frise.",
        ),
        help: text!(
            "add a date, even a partial one: `start: 2023`",
            "ajoutez une date, même partielle : `start: 2023`",
        ),
        bad: "\
title: Forum ouvert
territory:
  name: Trifouilly
dates:
  duration: ⟦9 months⟧
",
        good: "\
title: Forum ouvert
territory:
  name: Trifouilly
dates:
  start: 2023
  duration: 9 months
",
    },
    check: Check::Sheet(check),
};

fn check(context: &CheckContext) -> Vec<FieldFinding> {
    let dates = &context.sheet.dates;
    let alone = dates.duration.is_some() && dates.start.is_none() && dates.end.is_none();
    let unread = context.sheet.unread.iter().any(|unread| unread.key.starts_with("dates."));
    let label = text!("when was it?", "quand était-ce ?");
    if alone && !unread { vec![FieldFinding::at("dates.duration", label)] } else { Vec::new() }
}

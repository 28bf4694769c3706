//! The status says other than the dates.

use chrono::Days;

use crate::finding::{Lint, Severity};
use crate::lang::{phrase, text};
use crate::portfolio::Location;
use crate::rules::{Check, CheckContext, FieldFinding, Rule};
use crate::value::status::Status;

pub static RULE: Rule = Rule {
    lint: Lint {
        code: "status-against-dates",
        severity: Severity::Warning,
        title: text!("status does not match the dates", "statut en contradiction avec les dates"),
        why: text!(
            "Done before the end date, or still ongoing 60 days after it: the status or the date \
             is out of date. Without `status`, the dates decide.",
            "Terminé avant la date de fin, ou encore en cours 60 jours après : le statut ou la \
             date n'est pas à jour. Sans `status`, ce sont les dates qui décident.",
        ),
        help: text!(
            "correct the date, or remove the `status` line",
            "corrigez la date, ou retirez la ligne `status`",
        ),
        bad: "\
title: Forum ouvert
territory:
  name: Trifouilly
status: ⟦ongoing⟧
dates:
  end: 2022-10
",
        good: "\
title: Forum ouvert
territory:
  name: Trifouilly
status: ongoing
dates:
  end: 2024-10
",
    },
    check: Check::Sheet(check),
};

/// Days after its end in which a project may still be called ongoing.
const GRACE: Days = Days::new(60);

fn check(context: &CheckContext) -> Vec<FieldFinding> {
    let sheet = context.sheet;
    let Some(end) = sheet.dates.end else {
        return Vec::new();
    };
    let over = end.last().checked_add_days(GRACE).is_some_and(|day| day < context.today);
    let label = match sheet.status {
        Some(Status::Done) if end.first() > context.today => {
            phrase!("the project ends later: {end}", "le projet finit plus tard : {end}", end)
        }
        Some(Status::Ongoing) if over => {
            phrase!("the project ended over 60 days ago", "la fin remonte à plus de 60 jours")
        }
        _ => return Vec::new(),
    };
    let ends = text!("ends here", "finit ici");
    vec![FieldFinding::at("status", label).with_related(Location::field("dates.end"), ends)]
}

//! A finished project whose sheet nobody has read again.

use chrono::{Days, Months};

use crate::finding::{Lint, Severity};
use crate::lang::{Phrase, phrase, text};
use crate::rules::{Check, CheckContext, FieldFinding, Rule, done_field};
use crate::text::shell::shell_quote;

pub static RULE: Rule = Rule {
    lint: Lint {
        code: "never-reviewed",
        severity: Severity::Hint,
        title: text!("finished project, sheet not reviewed", "projet terminé, fiche à relire"),
        why: text!(
            "Once the project is over, a second reading corrects what was written in a hurry or \
             has changed since.",
            "Une fois le projet fini, une relecture corrige ce qui a été écrit trop vite ou a \
             changé depuis.",
        ),
        help: text!(
            "read it again, then: sheet set {id} reviewed=DATE",
            "relisez-la, puis : sheet set {id} reviewed=DATE",
        ),
        bad: "\
title: Forum ouvert
territory:
  name: Trifouilly
dates:
  end: ⟦2023-02⟧
tools:
  - Forum ouvert
outcome:
  level: partial
lessons:
  nuggets:
    - text: Prévenir tôt.
      do: Afficher dix jours avant.
  difficulties:
    - text: Il a plu.
      do: Prévoir une salle.
",
        good: "\
title: Forum ouvert
territory:
  name: Trifouilly
dates:
  end: 2023-02
tools:
  - Forum ouvert
outcome:
  level: partial
lessons:
  nuggets:
    - text: Prévenir tôt.
      do: Afficher dix jours avant.
  difficulties:
    - text: Il a plu.
      do: Prévoir une salle.
reviewed: 2023-05-20
",
    },
    check: Check::Sheet(check),
};

/// How long after its end a sheet may wait for its first reading, and how long one is good for.
/// The day on which a sheet was imported counts like the end: somebody has just looked at it.
const FIRST: Days = Days::new(90);
const AGAIN: Months = Months::new(24);

fn check(context: &CheckContext) -> Vec<FieldFinding> {
    let sheet = context.sheet;
    let Some(place) = done_field(context) else {
        return Vec::new();
    };
    if let Some(reviewed) = sheet.reviewed {
        let due = reviewed.last().checked_add_months(AGAIN);
        return if due.is_some_and(|due| due < context.today) {
            let label = phrase!(
                "last reviewed: {reviewed}, over two years ago",
                "dernière relecture : {reviewed}, il y a plus de deux ans",
                reviewed = Phrase::per_lang(|lang| reviewed.format(lang)),
            );
            vec![review_due("reviewed", label, context)]
        } else {
            Vec::new()
        };
    }
    let ended =
        text!("not reviewed since the end of the project", "pas relue depuis la fin du projet");
    let imported = text!("not reviewed since its import", "pas relue depuis son import");
    let seen = [(sheet.dates.end, ended), (sheet.source.imported, imported)].into_iter();
    let seen = seen.filter_map(|(date, since)| Some((date?, since)));
    let Some((seen, since)) = seen.max_by_key(|(date, _)| date.last()) else {
        return Vec::new();
    };
    let due = seen.last().checked_add_days(FIRST);
    if due.is_none_or(|due| due >= context.today) {
        return Vec::new();
    }
    let date = Phrase::per_lang(|lang| seen.format(lang));
    let label = phrase!("{since} ({date})", "{since} ({date})", since, date);
    vec![review_due(place, label, context)]
}

/// That the sheet is to be read again today.
fn review_due(place: &str, label: Phrase, context: &CheckContext) -> FieldFinding {
    FieldFinding::at(place, label).with_help(phrase!(
        "read it again, then: sheet set {id} reviewed={today}",
        "relisez-la, puis : sheet set {id} reviewed={today}",
        id = shell_quote(&context.sheet.id),
        today = context.today,
    ))
}

//! A code of a priority neighbourhood from the other list.

use chrono::Datelike;

use crate::finding::{Lint, Severity};
use crate::lang::{Text, text};
use crate::rules::{Check, CheckContext, FieldFinding, Rule};

pub static RULE: Rule = Rule {
    lint: Lint {
        code: "district-code-of-other-period",
        severity: Severity::Warning,
        title: text!("QPV code of the other period", "code QPV de l'autre période"),
        why: text!(
            "The list of priority neighbourhoods changed on 1 January 2024: QP codes before, QN \
             codes since.",
            "La liste des quartiers prioritaires a changé le 1er janvier 2024 : codes QP avant, \
             codes QN depuis.",
        ),
        help: text!(
            "look the code up: https://sig.ville.gouv.fr",
            "cherchez le code : https://sig.ville.gouv.fr",
        ),
        bad: "\
title: Forum ouvert
territory:
  name: Trifouilly
  qpv: ⟦QP001004⟧
dates:
  start: 2024-03
",
        good: "\
title: Forum ouvert
territory:
  name: Trifouilly
  qpv: QN001004
dates:
  start: 2024-03
",
    },
    check: Check::Sheet(check),
};

/// The first year of the second list. Source: decree 2023-1314 of 28 December 2023.
const CHANGE: i32 = 2024;

fn check(context: &CheckContext) -> Vec<FieldFinding> {
    let Some(code) = &context.sheet.territory.qpv else {
        return Vec::new();
    };
    let period = context.sheet.dates.period();
    let label = match (period.first(), period.last()) {
        (Some(first), _) if code.starts_with("QP") && first.year() >= CHANGE => NEW,
        (_, Some(last)) if code.starts_with("QN") && last.year() < CHANGE => OLD,
        _ => return Vec::new(),
    };
    vec![FieldFinding::at("territory.qpv", label)]
}

const NEW: Text =
    text!("since 2024, codes start with QN", "depuis 2024, les codes commencent par QN");
const OLD: Text =
    text!("until 2023, codes started with QP", "jusqu'en 2023, les codes commençaient par QP");

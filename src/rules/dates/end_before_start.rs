//! The project ends before it starts.

use crate::finding::{Lint, Severity};
use crate::lang::{Phrase, phrase, text};
use crate::portfolio::Location;
use crate::rules::{Check, CheckContext, FieldFinding, Rule};

pub static RULE: Rule = Rule {
    lint: Lint {
        code: "end-before-start",
        severity: Severity::Error,
        title: text!("end before start", "fin antérieure au début"),
        why: text!(
            "The project gets no duration and the wrong years. A partial date covers its whole \
             interval: only an end that is certainly before the start is reported.",
            "Le projet n'a pas de durée, et il est compté dans de mauvaises années. Une date \
             partielle couvre tout son intervalle : seule une fin certainement antérieure au \
             début est signalée.",
        ),
        help: text!(
            "correct one of the two dates; they may have been swapped",
            "corrigez l'une des deux dates ; elles sont peut-être inversées",
        ),
        bad: "\
title: Forum ouvert
territory:
  name: Trifouilly
dates:
  start: 2024-10-10
  end: ⟦2024-03-01⟧
",
        good: "\
title: Forum ouvert
territory:
  name: Trifouilly
dates:
  start: 2024-03-01
  end: 2024-10-10
",
    },
    check: Check::Sheet(check),
};

fn check(context: &CheckContext) -> Vec<FieldFinding> {
    let Some(gap) = context.sheet.dates.period().ends_before_start_by() else {
        return Vec::new();
    };
    let label = phrase!(
        "{gap} earlier",
        "{gap} plus tôt",
        gap = Phrase::per_lang(|lang| gap.format(lang)),
    );
    let starts = text!("starts here", "commence ici");
    vec![FieldFinding::at("dates.end", label).with_related(Location::field("dates.start"), starts)]
}

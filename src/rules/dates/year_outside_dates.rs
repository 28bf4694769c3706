//! A year in the title that the dates do not touch.

use crate::finding::{Lint, Severity};
use crate::lang::{phrase, text};
use crate::portfolio::Location;
use crate::rules::{Check, CheckContext, FieldFinding, Rule};

pub static RULE: Rule = Rule {
    lint: Lint {
        code: "year-outside-dates",
        severity: Severity::Warning,
        title: text!("year in the title outside the dates", "année du titre en dehors des dates"),
        why: text!(
            "A search for that year finds the title but not the dates, or the reverse.",
            "Une recherche sur cette année trouve le titre mais pas les dates, ou l'inverse.",
        ),
        help: text!("correct the title or the dates", "corrigez le titre ou les dates"),
        bad: "\
title: ⟦Forum ouvert 2021⟧
territory:
  name: Trifouilly
dates:
  start: 2023-07
  end: 2023-09
",
        good: "\
title: Forum ouvert 2023
territory:
  name: Trifouilly
dates:
  start: 2023-07
  end: 2023-09
",
    },
    check: Check::Sheet(check),
};

/// The years that a title may mean.
const YEARS: std::ops::RangeInclusive<i32> = 1950..=2099;

fn check(context: &CheckContext) -> Vec<FieldFinding> {
    let dates = &context.sheet.dates;
    let touched = dates.period().years();
    let title = context.sheet.title.as_deref().unwrap_or_default();
    if touched.is_empty() {
        return Vec::new();
    }
    let words = title.split(|c: char| !c.is_ascii_digit()).filter(|word| word.len() == 4);
    let years: Vec<i32> =
        words.filter_map(|word| word.parse().ok()).filter(|year| YEARS.contains(year)).collect();
    // Without its end a project may reach into any later year, and without its start into any
    // earlier one.
    match years.as_slice() {
        [year, ..]
            if !years.iter().any(|year| {
                touched.contains(year)
                    || dates.end.is_none() && year > touched.end()
                    || dates.start.is_none() && year < touched.start()
            }) =>
        {
            let label =
                phrase!("{year} is outside the dates", "{year} est en dehors des dates", year);
            let dated = if dates.start.is_some() { "dates.start" } else { "dates.end" };
            let also = text!("the dates", "les dates");
            vec![FieldFinding::at("title", label).with_related(Location::field(dated), also)]
        }
        _ => Vec::new(),
    }
}

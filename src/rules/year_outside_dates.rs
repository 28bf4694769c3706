//! A year in the title that the dates do not touch.

use crate::finding::{Kind, Severity};
use crate::lang::{Phrase, Text};
use crate::portfolio::Place;
use crate::rules::{Check, Remark, Rule, Subject};

pub static RULE: Rule = Rule {
    kind: Kind {
        code: "year-outside-dates",
        severity: Severity::Warning,
        title: Text::new(
            "a year in the title that the dates do not touch",
            "une année du titre que les dates ne touchent pas",
        ),
        why: Text::new(
            "Whoever looks for the year finds the sheet by its title and misses it by its dates, or the other way round.",
            "Qui cherche l'année trouve la fiche par son titre et la manque par ses dates, ou l'inverse.",
        ),
        fix: Text::new("correct the title or the dates", "corrigez le titre ou les dates"),
        bad: "title: ⟦Forum ouvert 2021⟧\nterritory:\n  name: Trifouilly\ndates:\n  start: 2023-07\n  end: 2023-09\n",
        good: "title: Forum ouvert 2023\nterritory:\n  name: Trifouilly\ndates:\n  start: 2023-07\n  end: 2023-09\n",
    },
    check: Check::Within(check),
};

/// The years that a title may mean.
const YEARS: std::ops::RangeInclusive<i32> = 1950..=2099;

fn check(subject: &Subject) -> Vec<Remark> {
    let dates = &subject.sheet.dates;
    let touched = dates.period().years();
    let title = subject.sheet.title.as_deref().unwrap_or_default();
    if touched.is_empty() {
        return Vec::new();
    }
    let words = title.split(|c: char| !c.is_ascii_digit()).filter(|word| word.len() == 4);
    let years: Vec<i32> =
        words.filter_map(|word| word.parse().ok()).filter(|year| YEARS.contains(year)).collect();
    // Without its end a project may reach into any later year, and without its start into any
    // earlier one.
    let allowed = |year: &i32| {
        touched.contains(year)
            || dates.end.is_none() && year > touched.end()
            || dates.start.is_none() && year < touched.start()
    };
    match years.as_slice() {
        [year, ..] if !years.iter().any(allowed) => {
            let label = Phrase::new(
                format!("{year} is not among the years of the dates"),
                format!("{year} n'est pas une année des dates"),
            );
            let dated = if dates.start.is_some() { "dates.start" } else { "dates.end" };
            let also = Text::new("but it is dated here", "mais il est daté ici");
            vec![Remark::at("title", label).with_also(Place::field(dated), also)]
        }
        _ => Vec::new(),
    }
}

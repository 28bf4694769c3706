//! The declared duration contradicts the dates.

use crate::finding::{Lint, Severity};
use crate::lang::{Phrase, phrase, text};
use crate::portfolio::Location;
use crate::rules::{Check, CheckContext, FieldFinding, Rule};
use crate::value::duration::Unit;
use crate::value::period::elapsed;

pub static RULE: Rule = Rule {
    lint: Lint {
        code: "duration-against-dates",
        severity: Severity::Warning,
        title: text!("duration does not match the dates", "durée différente de celle des dates"),
        why: text!(
            "The duration or one of the dates is wrong, and so is the monthly cost computed from \
             it. A difference of up to 15 days or 10% is accepted, and a partial date covers its \
             whole interval.",
            "La durée ou l'une des dates est fausse, et avec elle le coût par mois. Un écart \
             jusqu'à 15 jours ou 10 % est admis, et une date partielle couvre tout son intervalle.",
        ),
        help: text!(
            "correct the duration or a date; time worked goes in `effort`",
            "corrigez la durée ou une date ; le temps passé va dans `effort`",
        ),
        bad: "\
title: Forum ouvert
territory:
  name: Trifouilly
dates:
  start: 2024-03-01
  end: 2024-10-10
  duration: ⟦9 months⟧
",
        good: "\
title: Forum ouvert
territory:
  name: Trifouilly
dates:
  start: 2024-03-01
  end: 2024-10-10
  duration: 7 months
",
    },
    check: Check::Sheet(check),
};

/// Days that any duration may be off.
const SLACK: i64 = 15;

fn check(context: &CheckContext) -> Vec<FieldFinding> {
    let dates = &context.sheet.dates;
    let period = dates.period();
    let (Some(start), Some(end), Some(duration)) = (dates.start, dates.end, dates.duration) else {
        return Vec::new();
    };
    let (Some(shortest), Some(longest)) = (period.shortest_days(), period.longest_days()) else {
        return Vec::new();
    };
    let declared = i64::from(duration.approximate_days());
    let slack = SLACK.max(declared / 10);
    let allowed = shortest.max(0) - slack..=longest + slack;
    if period.ends_before_start_by().is_some() || allowed.contains(&declared) {
        return Vec::new();
    }
    // Whole months are what every view says; else it is the nearest that the dates come to it.
    let whole = period.length().filter(|length| length.unit == Unit::Month);
    let nearest = if declared > longest {
        elapsed(start.first(), end.last())
    } else {
        elapsed(start.last(), end.first())
    };
    let label = phrase!(
        "start to end is {between}",
        "du début à la fin : {between}",
        between = Phrase::per_lang(|lang| {
            whole.as_ref().map_or_else(|| nearest.format(lang), |whole| whole.format(lang))
        }),
    );
    let starts = text!("starts here", "commence ici");
    vec![
        FieldFinding::at("dates.duration", label)
            .with_related(Location::field("dates.start"), starts),
    ]
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::config::Config;
    use crate::lang::Lang;
    use crate::portfolio::Entry;
    use crate::rules::{self, CheckOptions};
    use crate::text::Source;

    #[test]
    fn whole_months_are_said_as_months_and_days_as_end_minus_start() {
        for (dates, said) in [
            ("start: 2023-01, end: 2023-12, duration: 6 months", "12 months"),
            ("start: 2023-01-01, end: 2023-12-31, duration: 6 months", "12 months"),
            ("start: 2023-03-01, end: 2023-10-10, duration: 9 months", "7 months and 9 days"),
        ] {
            let text = format!("title: A\ndates: {{{dates}}}\n");
            let source = Source::of("projects/a.yaml", text);
            let today = NaiveDate::default();
            let entry = Entry::decode(&source, today).expect("a sheet");
            let config = Config::default();
            let options = CheckOptions { config: &config, today, on_disk: None };
            let findings = rules::check(&entry, &options).findings;
            let found = findings.iter().find(|finding| finding.lint == &RULE.lint);
            let label = found.map(|finding| finding.label.get(Lang::En).replace('\u{a0}', " "));
            assert_eq!(label, Some(format!("start to end is {said}")), "{dates}");
        }
    }
}

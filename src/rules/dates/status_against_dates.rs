//! The status says other than the dates.

use chrono::Days;

use crate::finding::{Lint, Severity};
use crate::lang::{phrase, text};
use crate::portfolio::Location;
use crate::rules::{Check, CheckContext, FieldFinding, Rule};
use crate::value::date::Date;
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
    let (sheet, today) = (context.sheet, context.today);
    let is_over = |end: Date| end.last().checked_add_days(GRACE).is_some_and(|day| day < today);
    let ends = ("dates.end", text!("ends here", "finit ici"));
    let starts = ("dates.start", text!("starts here", "commence ici"));
    let (label, (key, there)) = match (sheet.status, sheet.dates.start, sheet.dates.end) {
        (Some(Status::Done), _, Some(end)) if end.first() > today => (
            phrase!("the project ends later: {end}", "le projet finit plus tard : {end}", end),
            ends,
        ),
        (Some(Status::Done), Some(start), _) if start.first() > today => (
            phrase!(
                "the project starts later: {start}",
                "le projet commence plus tard : {start}",
                start,
            ),
            starts,
        ),
        (Some(Status::Ongoing), _, Some(end)) if is_over(end) => (
            phrase!("the project ended over 60 days ago", "la fin remonte à plus de 60 jours"),
            ends,
        ),
        _ => return Vec::new(),
    };
    vec![FieldFinding::at("status", label).with_related(Location::field(key), there)]
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::config::Config;
    use crate::portfolio::Entry;
    use crate::rules::{self, CheckOptions};
    use crate::text::Source;

    #[test]
    fn what_is_done_has_begun_and_what_is_over_is_not_ongoing() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 27).expect("a day");
        for (status, dates, is_told) in [
            ("done", "{start: 2027-03-01}", true),
            ("done", "{start: 2026-03-01, end: 2027-03-01}", true),
            ("done", "{start: 2026-03-01, end: 2026-10-01}", false),
            ("done", "{start: 2026}", false),
            ("ongoing", "{start: 2027-03-01}", false),
            ("ongoing", "{end: 2026-03-01}", true),
            ("abandoned", "{start: 2027-03-01}", false),
        ] {
            let text = format!("title: A\nstatus: {status}\ndates: {dates}\n");
            let source = Source::of("projects/a.yaml", text);
            let entry = Entry::decode(&source, today).expect("a sheet");
            let config = Config::default();
            let options = CheckOptions { config: &config, today, on_disk: None };
            let findings = rules::check(&entry, &options).findings;
            let told = findings.iter().any(|finding| finding.lint == &RULE.lint);
            assert_eq!(told, is_told, "{status} {dates}");
        }
    }
}

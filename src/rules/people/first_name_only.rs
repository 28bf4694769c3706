//! People who are named by their first name alone.

use crate::finding::{Lint, Severity};
use crate::lang::{list, text};
use crate::rules::{Check, CheckContext, FieldFinding, Rule};
use crate::value::person::Person;

pub static RULE: Rule = Rule {
    lint: Lint {
        code: "first-name-only",
        severity: Severity::Hint,
        title: text!("people named by first name only", "personnes nommées par leur seul prénom"),
        why: text!(
            "Sooner or later two people share a first name, and every count then merges them.",
            "Un jour ou l'autre, deux personnes portent le même prénom, et tous les comptes les \
             confondent.",
        ),
        help: text!(
            "add the last name or its initial",
            "ajoutez le nom de famille ou son initiale",
        ),
        bad: "\
title: Forum ouvert
territory:
  name: Trifouilly
⟦team⟧:
  - Alix
  - Sam Petit
",
        good: "\
title: Forum ouvert
territory:
  name: Trifouilly
team:
  - Alix D.
  - Sam Petit
",
    },
    check: Check::Sheet(check),
};

fn check(context: &CheckContext) -> Vec<FieldFinding> {
    let sheet = context.sheet;
    let lists = [("team", &sheet.team), ("members", &sheet.members)];
    let findings = lists.into_iter().filter_map(|(at, people)| {
        let single = people.iter().filter(|person| person.first_name_only());
        let names: Vec<&str> = single.map(|person: &Person| person.name.as_str()).collect();
        (!names.is_empty()).then(|| FieldFinding::at(at, list::and(&names)))
    });
    findings.take(1).collect()
}

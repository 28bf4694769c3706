//! People who are named by their first name alone.

use crate::finding::{Kind, Severity};
use crate::lang::{Text, list};
use crate::rules::{Check, Remark, Rule, Subject};
use crate::sheet::person::Person;

pub static RULE: Rule = Rule {
    kind: Kind {
        code: "first-name-only",
        severity: Severity::Hint,
        title: Text::new(
            "people named by their first name alone",
            "des personnes nommées par leur seul prénom",
        ),
        why: Text::new(
            "With the years and the sheets, two people share a first name and become one in every \
             count.",
            "Au fil des ans et des fiches, deux personnes portent le même prénom et n'en font plus \
             qu'une dans tous les comptes.",
        ),
        fix: Text::new("add the name, or an initial", "ajoutez le nom, ou une initiale"),
        bad: "title: Forum ouvert\nterritory:\n  name: Trifouilly\n⟦team⟧:\n  - Alix\n  - Sam Petit\n",
        good: "title: Forum ouvert\nterritory:\n  name: Trifouilly\nteam:\n  - Alix D.\n  - Sam Petit\n",
    },
    check: Check::Within(check),
};

fn check(subject: &Subject) -> Vec<Remark> {
    let sheet = subject.sheet;
    let lists = [("team", &sheet.team), ("members", &sheet.members)];
    let told = lists.into_iter().filter_map(|(at, people)| {
        let single = people.iter().filter(|person| person.first_name_only());
        let names: Vec<&str> = single.map(|person: &Person| person.name.as_str()).collect();
        (!names.is_empty()).then(|| Remark::at(at, list::and(&names)))
    });
    told.take(1).collect()
}

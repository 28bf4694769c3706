//! A lesson that another sheet taught already.

use std::collections::{HashMap, HashSet};

use crate::finding::{Finding, Lint, Severity};
use crate::lang::{phrase, text};
use crate::rules::{Check, Fact, Mark, Rule};
use crate::text::Span;

pub static RULE: Rule = Rule {
    lint: Lint {
        code: "confirmed-elsewhere",
        severity: Severity::Hint,
        title: text!("lesson already in another sheet", "leçon déjà dans une autre fiche"),
        why: text!(
            "A lesson learnt in two projects carries more weight: `confirmed-in` records the \
             link, and the lesson is shown first.",
            "Une leçon apprise dans deux projets a plus de poids : `confirmed-in` note le lien, \
             et la leçon est montrée en premier.",
        ),
        help: text!(
            "add the other sheet to the lesson, under `confirmed-in:`",
            "ajoutez l'autre fiche à la leçon, sous `confirmed-in:`",
        ),
        bad: "# projects/forum.yaml\ntitle: Forum ouvert\nterritory:\n  name: Trifouilly\nlessons:\n  surprises:\n    - text: Les affiches n'ont fait venir personne.\n      do: Frapper aux portes.\n# projects/place.yaml\ntitle: La place\nterritory:\n  name: Perpète\nlessons:\n  surprises:\n    - text: ⟦Personne ! Les affiches n'ont fait venir personne.⟧\n      do: Frapper aux portes.\n",
        good: "# projects/forum.yaml\ntitle: Forum ouvert\nterritory:\n  name: Trifouilly\nlessons:\n  surprises:\n    - text: Les affiches n'ont fait venir personne.\n      do: Frapper aux portes.\n# projects/place.yaml\ntitle: La place\nterritory:\n  name: Perpète\nlessons:\n  surprises:\n    - text: Les affiches n'ont fait venir personne.\n      do: Frapper aux portes.\n      confirmed-in: [forum]\n",
    },
    check: Check::Across(check),
};

fn check(facts: &[Fact]) -> Vec<(usize, Finding)> {
    let found = again(facts, |fact| &fact.lessons).into_iter();
    let remarks = found.map(|(index, at, first)| {
        let (path, id) = (&facts[first].path, &facts[first].id);
        let label = phrase!("also in {path}", "aussi dans {path}", path);
        let help = phrase!(
            "add `confirmed-in: [{id}]` to this lesson",
            "ajoutez `confirmed-in: [{id}]` à cette leçon",
            id,
        );
        (index, Finding::new(&RULE.lint, at, label).with_help(help))
    });
    remarks.collect()
}

/// What stands in a sheet and in an earlier one, too: the sheet, the place, the earlier sheet.
pub fn again(facts: &[Fact], marks: fn(&Fact) -> &[Mark]) -> Vec<(usize, Span, usize)> {
    let mut first: HashMap<u64, usize> = HashMap::new();
    let related = facts.iter().map(|fact| fact.related.iter().map(|related| related.name.as_str()));
    let related: Vec<HashSet<&str>> = related.map(Iterator::collect).collect();
    let names = |one: usize, other: usize| related[one].contains(facts[other].id.as_str());
    let mut found = Vec::new();
    for (index, fact) in facts.iter().enumerate() {
        for mark in marks(fact) {
            let earlier = *first.entry(mark.hash).or_insert(index);
            if earlier < index && !names(index, earlier) && !names(earlier, index) {
                found.push((index, mark.at, earlier));
            }
        }
    }
    found
}

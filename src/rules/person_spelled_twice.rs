//! One person under two spellings.

use std::collections::HashMap;

use crate::finding::{Finding, Kind, Severity};
use crate::lang::fold::fold_letters;
use crate::lang::{Phrase, Text};
use crate::rules::{Check, Fact, Named, Rule};

pub static RULE: Rule = Rule {
    kind: Kind {
        code: "person-spelled-twice",
        severity: Severity::Warning,
        title: Text::new("one person under two spellings", "une personne sous deux orthographes"),
        why: Text::new(
            "A question about one of the two misses the other. Only case, accents, hyphens and spaces are compared: Frédéric and Frédérique stay two people.",
            "Une question sur l'une manque l'autre. Seuls la casse, les accents, les tirets et les espaces sont comparés : Frédéric et Frédérique restent deux personnes.",
        ),
        fix: Text::new("write the name as elsewhere", "écrivez le nom comme ailleurs"),
        bad: "# projects/forum.yaml\ntitle: Forum ouvert\nterritory:\n  name: Trifouilly\nteam:\n  - Zoé Petit-Jean\n# projects/place.yaml\ntitle: La place\nterritory:\n  name: Perpète\nteam:\n  - ⟦Zoe Petit Jean⟧\n",
        good: "# projects/forum.yaml\ntitle: Forum ouvert\nterritory:\n  name: Trifouilly\nteam:\n  - Frédéric Petit\n# projects/place.yaml\ntitle: La place\nterritory:\n  name: Perpète\nteam:\n  - Frédérique Petit\n",
    },
    check: Check::Across(check),
};

fn check(facts: &[Fact]) -> Vec<(usize, Finding)> {
    spelled_twice(&RULE.kind, facts, |fact| &fact.people)
}

/// What the spellings of one person's name have in common.
pub fn key(name: &str) -> String {
    fold_letters(name).replace(' ', "")
}

/// How often a spelling is used, and where first.
struct Spelling<'a> {
    name: &'a str,
    count: usize,
    first: usize,
}

/// Every name that most sheets spell otherwise: names are one where their keys are the same. Of
/// two spellings used as often, the one that comes first is the right one.
pub fn spelled_twice(
    kind: &'static Kind,
    facts: &[Fact],
    named: fn(&Fact) -> &[Named],
) -> Vec<(usize, Finding)> {
    let mut spellings: HashMap<&str, Vec<Spelling>> = HashMap::new();
    for (index, fact) in facts.iter().enumerate() {
        for one in named(fact) {
            let known = spellings.entry(&one.key).or_default();
            match known.iter_mut().find(|spelling| spelling.name == one.name) {
                Some(spelling) => spelling.count += 1,
                None => known.push(Spelling { name: &one.name, count: 1, first: index }),
            }
        }
    }
    spellings.retain(|_, known| known.len() > 1);
    let mut remarks = Vec::new();
    for (index, fact) in facts.iter().enumerate() {
        let mut told: Vec<&str> = Vec::new();
        for one in named(fact) {
            let Some(known) = spellings.get(one.key.as_str()) else {
                continue;
            };
            let usual =
                known.iter().max_by_key(|spelling| (spelling.count, usize::MAX - spelling.first));
            let Some(usual) = usual.filter(|usual| usual.name != one.name) else {
                continue;
            };
            if !told.contains(&one.name.as_str()) {
                told.push(&one.name);
                let (name, path) = (usual.name, &facts[usual.first].path);
                let label =
                    Phrase::new(format!("`{name}` in {path}"), format!("« {name} » dans {path}"));
                remarks.push((index, Finding::new(kind, one.at, label)));
            }
        }
    }
    remarks
}

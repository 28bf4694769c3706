//! Two files give their sheets one id.

use std::collections::HashMap;

use crate::finding::{Finding, Kind, Severity};
use crate::lang::{Phrase, Text};
use crate::rules::{Check, Fact, Rule};

pub static RULE: Rule = Rule {
    kind: Kind {
        code: "duplicate-id",
        severity: Severity::Error,
        title: Text::new("two files have one id", "deux fichiers ont le même identifiant"),
        why: Text::new(
            "`sheet show ID` and `related` could mean either of them. Capitals make no difference: \
             some systems cannot tell them apart.",
            "« sheet show ID » et « related » pourraient désigner l'un ou l'autre. Les majuscules ne \
             comptent pas : certains systèmes ne les distinguent pas.",
        ),
        fix: Text::new("rename one of the two files", "renommez l'un des deux fichiers"),
        bad: "# projects/2023/forum.yaml\ntitle: Forum ouvert\nterritory:\n  name: Trifouilly\n\
              # projects/2024/forum.yaml\n⟦title⟧: Grand forum\nterritory:\n  name: Perpète\n",
        good: "# projects/2023/forum-2023.yaml\ntitle: Forum ouvert\nterritory:\n  name: Trifouilly\n\
               # projects/2024/forum-2024.yaml\ntitle: Grand forum\nterritory:\n  name: Perpète\n",
    },
    check: Check::Across(check),
};

fn check(facts: &[Fact]) -> Vec<(usize, Finding)> {
    let mut first: HashMap<String, usize> = HashMap::new();
    let mut remarks = Vec::new();
    for (index, fact) in facts.iter().enumerate() {
        let earlier = *first.entry(fact.id.to_lowercase()).or_insert(index);
        if earlier != index {
            let label = Phrase::new(
                format!("the id of {} too", facts[earlier].path),
                format!("aussi l'identifiant de {}", facts[earlier].path),
            );
            remarks.push((index, Finding::new(&RULE.kind, fact.top, label)));
        }
    }
    remarks
}

//! Two files give their sheets one id.

use std::collections::HashMap;

use crate::finding::{Finding, Lint, Severity};
use crate::lang::{phrase, text};
use crate::rules::{Check, Rule, SheetFacts};

pub static RULE: Rule = Rule {
    lint: Lint {
        code: "duplicate-id",
        severity: Severity::Error,
        title: text!("two files with the same id", "deux fichiers de même identifiant"),
        why: text!(
            "An id must name one sheet only. Case is ignored, because some systems cannot tell \
             the two files apart.",
            "Un identifiant désigne une seule fiche. Majuscules et minuscules sont confondues : \
             certains systèmes ne distinguent pas les deux fichiers.",
        ),
        help: text!("rename one of the two files", "renommez l'un des deux fichiers"),
        bad: "# projects/2023/forum.yaml\ntitle: Forum ouvert\nterritory:\n  name: Trifouilly\n\
              # projects/2024/forum.yaml\n⟦title⟧: Grand forum\nterritory:\n  name: Perpète\n",
        good: "# projects/2023/forum-2023.yaml\ntitle: Forum ouvert\nterritory:\n  name: Trifouilly\n\
               # projects/2024/forum-2024.yaml\ntitle: Grand forum\nterritory:\n  name: Perpète\n",
    },
    check: Check::Collection(check),
};

fn check(facts: &[&SheetFacts], report: &mut dyn FnMut(usize, Finding)) {
    let mut first: HashMap<String, usize> = HashMap::with_capacity(facts.len());
    for (index, fact) in facts.iter().enumerate() {
        let earlier = *first.entry(fact.id.to_lowercase()).or_insert(index);
        if earlier != index {
            let label = phrase!(
                "also the id of {path}",
                "aussi l'identifiant de {path}",
                path = facts[earlier].path,
            );
            report(index, Finding::new(&RULE.lint, fact.top, label));
        }
    }
}

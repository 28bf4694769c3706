//! A long paragraph that stands in another sheet, too.

use crate::finding::{Finding, Kind, Severity};
use crate::lang::{Phrase, Text};
use crate::rules::confirmed_elsewhere::again;
use crate::rules::{Check, Fact, Rule};

pub static RULE: Rule = Rule {
    kind: Kind {
        code: "borrowed-paragraph",
        severity: Severity::Hint,
        title: Text::new(
            "a paragraph that stands in another sheet, too",
            "un paragraphe qui figure aussi dans une autre fiche",
        ),
        why: Text::new(
            "Copied from one sheet to the next, it says nothing about this project any more, and is found twice in every search.",
            "Recopié d'une fiche à l'autre, il ne dit plus rien de ce projet, et se trouve deux fois dans toute recherche.",
        ),
        fix: Text::new(
            "write what was particular here, or link the other sheet under `related`",
            "écrivez ce qui était propre à ce projet, ou liez l'autre fiche sous « related »",
        ),
        bad: "# projects/forum.yaml\ntitle: Forum ouvert\nterritory:\n  name: Trifouilly\nsummary: La commune souhaite que les habitants de chaque hameau décident ensemble du budget des fêtes.\n# projects/place.yaml\ntitle: La place\nterritory:\n  name: Perpète\nsummary: ⟦La commune souhaite que les habitants de chaque hameau décident ensemble du budget des fêtes.⟧\n",
        good: "# projects/forum.yaml\ntitle: Forum ouvert\nterritory:\n  name: Trifouilly\nsummary: La commune souhaite que les habitants de chaque hameau décident ensemble du budget des fêtes.\n# projects/place.yaml\ntitle: La place\nterritory:\n  name: Perpète\nsummary: La commune souhaite autre chose.\n",
    },
    check: Check::Across(check),
};

fn check(facts: &[Fact]) -> Vec<(usize, Finding)> {
    let found = again(facts, |fact| &fact.paragraphs).into_iter();
    let remarks = found.map(|(index, at, first)| {
        let path = &facts[first].path;
        let label = Phrase::new(format!("also in {path}"), format!("aussi dans {path}"));
        (index, Finding::new(&RULE.kind, at, label))
    });
    remarks.collect()
}

//! One commissioner that is probably two.

use crate::finding::{Kind, Severity};
use crate::lang::{Phrase, Text};
use crate::rules::{Check, Remark, Rule, Subject};
use crate::sheet::organisation;

pub static RULE: Rule = Rule {
    kind: Kind {
        code: "two-in-one",
        severity: Severity::Hint,
        title: Text::new(
            "one commissioner that is probably several",
            "un commanditaire qui en cache sans doute plusieurs",
        ),
        why: Text::new(
            "Two organisations in one line are found and counted as a third one.",
            "Deux organisations sur une ligne se cherchent et se comptent comme une troisième.",
        ),
        fix: Text::new("give each its own `- …` line", "donnez à chacune sa ligne « - … »"),
        bad: "title: Forum ouvert\nterritory:\n  name: Trifouilly\ncommissioners:\n  - ⟦Habitat 74 et Ville de Trifouilly⟧\n",
        good: "title: Forum ouvert\nterritory:\n  name: Trifouilly\ncommissioners:\n  - Habitat 74\n  - Ville de Trifouilly\n  - Département de Saône et Loire\n",
    },
    check: Check::Within(check),
};

fn check(subject: &Subject) -> Vec<Remark> {
    let commissioners = subject.sheet.commissioners.iter().enumerate();
    let several = commissioners.filter(|(_, one)| organisation::probably_several(&one.name));
    several
        .map(|(index, one)| {
            let parts = organisation::split(&one.name);
            let names: Vec<&str> = parts.iter().map(|part| part.name.as_str()).collect();
            Remark::at(format!("commissioners[{index}]"), Phrase::same(names.join(" | ")))
        })
        .collect()
}

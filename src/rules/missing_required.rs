//! A field that the collection requires.

use crate::finding::{Kind, Severity};
use crate::lang::{Phrase, Text};
use crate::rules::{Check, Remark, Rule, Subject};

pub static RULE: Rule = Rule {
    kind: Kind {
        code: "missing-required",
        severity: Severity::Error,
        title: Text::new(
            "a field that this collection requires is missing",
            "il manque un champ que cette collection exige",
        ),
        why: Text::new(
            "The collection has agreed, in `sheet.yaml`, that every sheet has it.",
            "La collection est convenue, dans « sheet.yaml », que toute fiche le porte.",
        ),
        fix: Text::new(
            "add it, or remove it from `required` in sheet.yaml",
            "ajoutez-le, ou retirez-le de « required » dans sheet.yaml",
        ),
        bad: "# sheet.yaml\nrequired: [cost]\n# projects/forum.yaml\n⟦title⟧: Forum ouvert\nterritory:\n  name: Trifouilly\n",
        good: "# sheet.yaml\nrequired: [cost]\n# projects/forum.yaml\ntitle: Forum ouvert\nterritory:\n  name: Trifouilly\ncost:\n  amount: 9500\n  tax: HT\n",
    },
    check: Check::Within(check),
};

fn check(subject: &Subject) -> Vec<Remark> {
    let required = subject.setting.settings.required.iter();
    let missing = required.filter(|field| (field.get)(subject.sheet).is_missing());
    missing
        .map(|field| {
            let label = Phrase::new(
                format!("`{}` is missing", field.key),
                format!("il manque « {} »", field.key),
            );
            Remark::at(field.key, label)
        })
        .collect()
}

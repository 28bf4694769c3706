//! A key with nothing in it.

use crate::finding::{Kind, Severity};
use crate::lang::Text;
use crate::rules::{Check, Remark, Rule, Subject};

pub static RULE: Rule = Rule {
    kind: Kind {
        code: "empty-section",
        severity: Severity::Hint,
        title: Text::new("a key with nothing in it", "une clé sans rien dedans"),
        why: Text::new(
            "It looks as if something were said there; what is not known is better left out.",
            "On croirait que quelque chose y est dit ; ce qu'on ne sait pas gagne à ne pas figurer.",
        ),
        fix: Text::new("fill it in, or remove the line", "remplissez-la, ou retirez la ligne"),
        bad: "title: Forum ouvert\nterritory:\n  name: Trifouilly\n⟦summary⟧:\n",
        good: "title: Forum ouvert\nterritory:\n  name: Trifouilly\nsummary: Un forum sur la place.\n",
    },
    check: Check::Within(check),
};

fn check(subject: &Subject) -> Vec<Remark> {
    let mut remarks = Vec::new();
    for pair in subject.entry.node.pairs() {
        if pair.value.is_missing() {
            remarks.push(Remark::at(pair.key.to_string(), EMPTY));
        }
        for inner in pair.value.pairs().iter().filter(|inner| inner.value.is_missing()) {
            remarks.push(Remark::at(format!("{}.{}", pair.key, inner.key), EMPTY));
        }
    }
    // What must be there and is empty is told as missing.
    remarks.retain(|remark| {
        !matches!(remark.at.field.as_str(), "title" | "territory" | "territory.name")
    });
    remarks
}

const EMPTY: Text = Text::new("nothing here", "rien ici");

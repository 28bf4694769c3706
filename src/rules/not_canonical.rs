//! A value that the tool would write otherwise.

use crate::finding::{Kind, Severity};
use crate::lang::{Phrase, Text};
use crate::rules::{Check, Remark, Rule, Subject};
use crate::sheet::canonical;
use crate::source::edit::Change;
use crate::source::tree::Tree;

pub static RULE: Rule = Rule {
    kind: Kind {
        code: "not-canonical",
        severity: Severity::Hint,
        title: Text::new(
            "a value that is not in its canonical form",
            "une valeur qui n'est pas dans sa forme canonique",
        ),
        why: Text::new(
            "It is understood here; other programs that read the file only know the canonical form.",
            "Elle est comprise ici ; les autres programmes qui lisent le fichier ne connaissent que la forme canonique.",
        ),
        fix: Text::new("sheet fmt, or sheet validate --fix", "sheet fmt, ou sheet validate --fix"),
        bad: "title: Forum ouvert\nterritory:\n  name: Trifouilly\ncost: ⟦9500€HT⟧\n",
        good: "title: Forum ouvert\nterritory:\n  name: Trifouilly\ncost:\n  amount: 9500\n  tax: HT\n",
    },
    check: Check::Within(check),
};

fn check(subject: &Subject) -> Vec<Remark> {
    let entry = subject.entry;
    let changes = canonical::changes(&entry.node, &entry.sheet, &entry.partly).into_iter();
    let remarks = changes.map(|(key, change)| {
        let words = match &change {
            Change::Set(value) => words(value),
            Change::Unset | Change::Add(_) | Change::Item(..) => String::new(),
        };
        Remark::at(&key, Phrase::same(words)).with_mend(key, change)
    });
    remarks.collect()
}

/// A canonical value on one line.
fn words(tree: &Tree) -> String {
    let all = match tree {
        Tree::Missing => String::new(),
        Tree::Text { text, .. } => text.clone(),
        Tree::List(items) => items.iter().map(words).collect::<Vec<_>>().join(", "),
        Tree::Map(pairs) => {
            let pairs = pairs.iter().map(|(key, value)| format!("{key}: {}", words(value)));
            format!("{{{}}}", pairs.collect::<Vec<_>>().join(", "))
        }
    };
    match all.chars().nth(60) {
        Some(_) => format!("{}…", all.chars().take(60).collect::<String>()),
        None => all,
    }
}

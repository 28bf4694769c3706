//! An `ignore` that silences nothing.

use crate::finding::{Finding, Kind, Severity};
use crate::lang::Text;
use crate::rules::{Check, Fact, Rule, Silenced};

pub static RULE: Rule = Rule {
    kind: Kind {
        code: "useless-ignore",
        severity: Severity::Warning,
        title: Text::new("an `ignore` that silences nothing", "un « ignore » qui ne tait rien"),
        why: Text::new(
            "What it silenced is mended, or its code is mistyped; left there, it would hide the next one. An error is never silenced.",
            "Ce qu'il taisait est réparé, ou son code est mal écrit ; laissé là, il cacherait le prochain. Une erreur ne se tait jamais.",
        ),
        fix: Text::new("remove the line", "retirez la ligne"),
        bad: "title: Forum ouvert\nterritory:\n  name: Trifouilly\nignore:\n  - ⟦document-nowhere⟧\n",
        good: "title: Forum ouvert\nterritory:\n  name: Trifouilly\ndocuments:\n  - Bilan\nignore:\n  - document-nowhere\n",
    },
    check: Check::Last(check),
};

/// Looks once everything else was told: `silenced` holds, for each sheet, the codes that silenced
/// something.
fn check(facts: &[Fact], silenced: &[Silenced]) -> Vec<(usize, Finding)> {
    let mut remarks = Vec::new();
    for (index, (fact, silenced)) in facts.iter().zip(silenced).enumerate() {
        for code in &fact.ignored {
            if code.name != RULE.kind.code && !silenced.contains(code.name.as_str()) {
                let label = Text::new("nothing here is silenced by it", "ne tait rien ici");
                remarks.push((index, Finding::new(&RULE.kind, code.at, label)));
            }
        }
    }
    remarks
}

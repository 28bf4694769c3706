//! An `ignore` that silences nothing.

use crate::finding::{Finding, Lint, Severity};
use crate::lang::text;
use crate::rules::{Check, Rule, SheetFacts, UsedIgnores};

pub static RULE: Rule = Rule {
    lint: Lint {
        code: "unused-ignore",
        severity: Severity::Warning,
        title: text!("unused `ignore`", "`ignore` inutile"),
        why: text!(
            "The finding is fixed, or its code is mistyped; an unused `ignore` would hide the \
             same finding if it came back. Errors cannot be ignored.",
            "Le constat est corrigé, ou son code est mal tapé ; un `ignore` inutile cacherait le \
             même constat s'il revenait. Une erreur ne peut pas être ignorée.",
        ),
        help: text!("remove this code from `ignore`", "retirez ce code de `ignore`"),
        bad: "\
title: Forum ouvert
territory:
  name: Trifouilly
ignore:
  - ⟦document-without-location⟧
",
        good: "\
title: Forum ouvert
territory:
  name: Trifouilly
documents:
  - Bilan
ignore:
  - document-without-location
",
    },
    check: Check::AfterAll(check),
};

/// Looks once everything else was reported: `used_ignores` holds, for each sheet, the codes of its
/// `ignore` that hid something.
fn check(facts: &[&SheetFacts], used_ignores: &[UsedIgnores]) -> Vec<(usize, Finding)> {
    let mut findings = Vec::new();
    for (index, (fact, used_ignores)) in facts.iter().zip(used_ignores).enumerate() {
        for code in &fact.ignored {
            if *code.name != *RULE.lint.code && !used_ignores.contains(&&*code.name) {
                let label = text!("no such finding here", "aucun constat de ce code ici");
                findings.push((index, Finding::new(&RULE.lint, code.at, label)));
            }
        }
    }
    findings
}

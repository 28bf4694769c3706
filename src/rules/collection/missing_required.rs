//! A field that the collection requires.

use crate::finding::{Lint, Severity};
use crate::lang::{phrase, text};
use crate::rules::{Check, CheckContext, FieldFinding, Rule};

pub static RULE: Rule = Rule {
    lint: Lint {
        code: "missing-required",
        severity: Severity::Error,
        title: text!(
            "missing field required by this collection",
            "champ obligatoire manquant (selon sheet.yaml)",
        ),
        why: text!(
            "`sheet.yaml` lists this field under `required:`.",
            "`sheet.yaml` rend ce champ obligatoire (`required:`).",
        ),
        help: text!(
            "add it, or remove it from `required` in sheet.yaml",
            "ajoutez-le, ou retirez-le de `required` dans sheet.yaml",
        ),
        bad: "\
# sheet.yaml
required: [cost]
# projects/forum.yaml
⟦title⟧: Forum ouvert
territory:
  name: Trifouilly
",
        good: "\
# sheet.yaml
required: [cost]
# projects/forum.yaml
title: Forum ouvert
territory:
  name: Trifouilly
cost:
  amount: 9500
  tax: HT
",
    },
    check: Check::Sheet(check),
};

fn check(context: &CheckContext) -> Vec<FieldFinding> {
    let required = context.config.required.iter();
    let missing = required.filter(|field| (field.get)(context.sheet).is_missing());
    missing
        .map(|field| {
            let label = phrase!("`{key}` is missing", "il manque `{key}`", key = field.key);
            FieldFinding::at(field.key, label)
        })
        .collect()
}

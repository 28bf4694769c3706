//! A field that the collection requires.

use crate::finding::{Lint, Severity};
use crate::lang::{Lang, Phrase, phrase, text};
use crate::rules::{Check, CheckContext, FieldFinding, Rule};
use crate::sheet::fields::write_command::fill;

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
    let told = missing.map(|field| {
        let label = phrase!("`{key}` is missing", "il manque `{key}`", key = field.key);
        let finding = FieldFinding::at(field.key, label);
        let fill = |lang| fill(&context.sheet.id, field.key, None, lang);
        if fill(Lang::En).is_none() {
            return finding;
        }
        let command = Phrase::per_lang(|lang| fill(lang).unwrap_or_default());
        finding.with_help(phrase!(
            "add it, or remove it from `required` in sheet.yaml\n{command}",
            "ajoutez-le, ou retirez-le de `required` dans sheet.yaml\n{command}",
            command,
        ))
    });
    told.collect()
}

//! A key with nothing in it.

use std::collections::HashSet;

use crate::finding::{Lint, Severity};
use crate::lang::{Text, text};
use crate::rules::{Check, CheckContext, FieldFinding, Rule};
use crate::tree::Tree;

pub static RULE: Rule = Rule {
    lint: Lint {
        code: "empty-section",
        severity: Severity::Hint,
        title: text!("empty key", "clé vide"),
        why: text!(
            "An empty key looks filled in; leave out what is not known.",
            "Une clé vide semble remplie ; mieux vaut omettre ce qu'on ne sait pas.",
        ),
        help: text!("write a value, or remove the line", "écrivez une valeur, ou retirez la ligne",),
        bad: "\
title: Forum ouvert
territory:
  name: Trifouilly
⟦summary⟧:
",
        good: "\
title: Forum ouvert
territory:
  name: Trifouilly
summary: Un forum sur la place.
",
    },
    check: Check::Sheet(check),
};

fn check(context: &CheckContext) -> Vec<FieldFinding> {
    let mut findings = Vec::new();
    for pair in context.entry.node.pairs() {
        if pair.value.is_missing() {
            findings.push(FieldFinding::at(pair.key.to_string(), EMPTY));
        }
        for inner in pair.value.pairs().iter().filter(|inner| inner.value.is_missing()) {
            findings.push(FieldFinding::at(format!("{}.{}", pair.key, inner.key), EMPTY));
        }
    }
    // What must be there and is empty is reported as missing, and no key of a sheet as such.
    let unread = context.sheet.unread.iter().filter(|unread| unread.value == Tree::Missing);
    let unknown: HashSet<&str> = unread.map(|unread| unread.key.as_str()).collect();
    findings.retain(|finding| {
        let field = finding.at.field.as_str();
        !matches!(field, "title" | "territory" | "territory.name") && !unknown.contains(field)
    });
    findings
}

const EMPTY: Text = text!("empty", "vide");

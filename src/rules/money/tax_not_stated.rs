//! An amount that says neither HT nor TTC.

use crate::finding::{Lint, Severity};
use crate::lang::text;
use crate::rules::{Check, CheckContext, FieldFinding, Rule};
use crate::value::money::Cost;

pub static RULE: Rule = Rule {
    lint: Lint {
        code: "tax-not-stated",
        severity: Severity::Warning,
        title: text!(
            "amount without its tax (HT, TTC or exempt)",
            "montant sans taxe indiquée (HT, TTC ou exonéré)",
        ),
        why: text!(
            "Amounts excluding and including VAT are never added up together: this one gets a \
             total of its own, and cannot be compared.",
            "Les montants HT et TTC ne s'additionnent jamais ensemble : celui-ci a son propre \
             total, et ne peut être comparé.",
        ),
        help: text!(
            "add HT, TTC or exempt, e.g. sheet set {id} cost.tax=HT",
            "ajoutez HT, TTC ou exonéré, par exemple sheet set {id} cost.tax=HT",
        ),
        bad: "\
title: Forum ouvert
territory:
  name: Trifouilly
cost: ⟦9500 €⟧
",
        good: "\
title: Forum ouvert
territory:
  name: Trifouilly
cost: 9500 € HT
",
    },
    check: Check::Sheet(check),
};

fn check(context: &CheckContext) -> Vec<FieldFinding> {
    match context.sheet.known_cost() {
        Some(Cost { amount: Some(amount), tax: None, .. }) if !amount.is_zero() => {
            let label = text!("HT or TTC?", "HT ou TTC ?");
            vec![FieldFinding::at("cost.amount", label)]
        }
        _ => Vec::new(),
    }
}

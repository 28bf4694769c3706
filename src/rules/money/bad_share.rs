//! A share of the cost that cannot be one.

use rust_decimal::Decimal;

use crate::finding::{Lint, Severity};
use crate::lang::{Phrase, text};
use crate::rules::{Check, CheckContext, FieldFinding, Rule};
use crate::value::money::ShareAmount;

pub static RULE: Rule = Rule {
    lint: Lint {
        code: "bad-share",
        severity: Severity::Error,
        title: text!("share above 100 or below 0", "part supérieure à 100 ou inférieure à 0"),
        why: text!(
            "A share is between 0% and 100% of the cost.",
            "Une part va de 0 à 100 % du coût.",
        ),
        help: text!("write a share from 0 to 100", "écrivez une part de 0 à 100"),
        bad: "\
title: Forum ouvert
territory:
  name: Trifouilly
cost:
  amount: 9000
  tax: HT
  shares:
    - from: ⟦Habitat 74⟧
      percent: 120
",
        good: "\
title: Forum ouvert
territory:
  name: Trifouilly
cost:
  amount: 9000
  tax: HT
  shares:
    - from: Habitat 74
      percent: 100
",
    },
    check: Check::Sheet(check),
};

fn check(context: &CheckContext) -> Vec<FieldFinding> {
    let shares = context.sheet.cost.shares.iter().enumerate();
    let bad = shares.filter_map(|(index, share)| {
        let part = match share.part {
            ShareAmount::Percent(percent) if percent > Decimal::ONE_HUNDRED => percent,
            ShareAmount::Percent(part) | ShareAmount::Amount(part) if part < Decimal::ZERO => part,
            ShareAmount::Percent(_) | ShareAmount::Amount(_) => return None,
        };
        let label = Phrase::untranslated(part.to_string());
        Some(FieldFinding::at(format!("cost.shares[{index}]"), label))
    });
    bad.collect()
}

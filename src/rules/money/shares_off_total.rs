//! Shares that do not add up to the cost.

use rust_decimal::Decimal;

use crate::finding::{Lint, Severity};
use crate::lang::{phrase, text};
use crate::rules::{Check, CheckContext, FieldFinding, Rule};
use crate::value::money::ShareAmount;

pub static RULE: Rule = Rule {
    lint: Lint {
        code: "shares-off-total",
        severity: Severity::Warning,
        title: text!("shares do not add up to the cost", "total des parts différent du coût"),
        why: text!(
            "A share is missing or wrong. A difference of up to 1% is accepted.",
            "Une part manque ou est fausse. Un écart jusqu'à 1 % est admis.",
        ),
        help: text!("complete or correct the shares", "complétez ou corrigez les parts"),
        bad: "\
title: Forum ouvert
territory:
  name: Trifouilly
cost:
  amount: 9000
  tax: HT
  shares:
    - from: ⟦Habitat 74⟧
      percent: 60
    - from: Ville
      percent: 30
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
      percent: 60
    - from: Ville
      percent: 40
",
    },
    check: Check::Sheet(check),
};

fn check(context: &CheckContext) -> Vec<FieldFinding> {
    let cost = &context.sheet.cost;
    let percents = cost.shares.iter().filter_map(|share| match share.part {
        ShareAmount::Percent(percent) => Some(percent),
        ShareAmount::Amount(_) => None,
    });
    let amounts = cost.shares.iter().filter_map(|share| match share.part {
        ShareAmount::Amount(amount) => Some(amount),
        ShareAmount::Percent(_) => None,
    });
    let (percents, amounts): (Vec<Decimal>, Vec<Decimal>) = (percents.collect(), amounts.collect());
    let possible = Decimal::ZERO..=Decimal::ONE_HUNDRED;
    let (sum, total, unit) = match (percents.as_slice(), amounts.as_slice(), cost.amount) {
        // A share that cannot be one is reported by itself.
        ([_, ..], [], _) if percents.iter().any(|percent| !possible.contains(percent)) => {
            return Vec::new();
        }
        ([_, ..], [], _) => (percents.iter().sum(), Decimal::ONE_HUNDRED, text!("%", " %")),
        ([], [_, ..], Some(amount)) => (amounts.iter().sum::<Decimal>(), amount, text!("", "")),
        _ => return Vec::new(),
    };
    let slack = total / Decimal::ONE_HUNDRED;
    if (sum - total).abs() <= slack {
        return Vec::new();
    }
    let (sum, total) = (sum.normalize(), total.normalize());
    let label = phrase!(
        "total {sum}{unit} of {total}{unit}",
        "total {sum}{unit} sur {total}{unit}",
        sum,
        unit,
        total,
    );
    vec![FieldFinding::at("cost.shares[0]", label)]
}

//! Shares that do not add up to the cost.

use rust_decimal::Decimal;

use crate::finding::{Kind, Severity};
use crate::lang::{Phrase, Text};
use crate::rules::{Check, Remark, Rule, Subject};
use crate::sheet::money::Part;

pub static RULE: Rule = Rule {
    kind: Kind {
        code: "shares-off-total",
        severity: Severity::Warning,
        title: Text::new("the shares do not add up to the cost", "les parts ne font pas le total"),
        why: Text::new(
            "A share is missing, or one of them is wrong. One percent is let pass.",
            "Il manque une part, ou l'une d'elles est fausse. Un pour cent d'écart passe.",
        ),
        fix: Text::new("complete or correct the shares", "complétez ou corrigez les parts"),
        bad: "title: Forum ouvert\nterritory:\n  name: Trifouilly\ncost:\n  amount: 9000\n  tax: HT\n  shares:\n    - from: ⟦Habitat 74⟧\n      percent: 60\n    - from: Ville\n      percent: 30\n",
        good: "title: Forum ouvert\nterritory:\n  name: Trifouilly\ncost:\n  amount: 9000\n  tax: HT\n  shares:\n    - from: Habitat 74\n      percent: 60\n    - from: Ville\n      percent: 40\n",
    },
    check: Check::Within(check),
};

fn check(subject: &Subject) -> Vec<Remark> {
    let cost = &subject.sheet.cost;
    let percents = cost.shares.iter().filter_map(|share| match share.part {
        Part::Percent(percent) => Some(percent),
        Part::Amount(_) => None,
    });
    let amounts = cost.shares.iter().filter_map(|share| match share.part {
        Part::Amount(amount) => Some(amount),
        Part::Percent(_) => None,
    });
    let (percents, amounts): (Vec<Decimal>, Vec<Decimal>) = (percents.collect(), amounts.collect());
    let possible = Decimal::ZERO..=Decimal::ONE_HUNDRED;
    let (sum, total, unit) = match (percents.as_slice(), amounts.as_slice(), cost.amount) {
        // A share that cannot be one is told by itself.
        ([_, ..], [], _) if percents.iter().any(|percent| !possible.contains(percent)) => {
            return Vec::new();
        }
        ([_, ..], [], _) => (percents.iter().sum(), Decimal::ONE_HUNDRED, " %"),
        ([], [_, ..], Some(amount)) => (amounts.iter().sum::<Decimal>(), amount, ""),
        _ => return Vec::new(),
    };
    let slack = total / Decimal::ONE_HUNDRED;
    if (sum - total).abs() <= slack {
        return Vec::new();
    }
    let (sum, total) = (sum.normalize(), total.normalize());
    let label = Phrase::new(
        format!("together {sum}{unit} of {total}{unit}"),
        format!("ensemble {sum}{unit} sur {total}{unit}"),
    );
    vec![Remark::at("cost.shares[0]", label)]
}

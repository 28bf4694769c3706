//! An amount that says neither HT nor TTC.

use crate::finding::{Kind, Severity};
use crate::lang::Text;
use crate::rules::{Check, Remark, Rule, Subject};

pub static RULE: Rule = Rule {
    kind: Kind {
        code: "tax-not-stated",
        severity: Severity::Warning,
        title: Text::new("the amount says neither HT nor TTC", "le montant ne dit ni HT ni TTC"),
        why: Text::new(
            "Amounts with and without tax are never added up together, so this one stands in a sum \
             of its own, and nobody can compare it.",
            "Montants hors taxe et toutes taxes ne s'additionnent jamais ensemble : celui-ci reste \
             dans une somme à part, et personne ne peut le comparer.",
        ),
        fix: Text::new(
            "add HT, TTC or exempt: `cost: 9500 € HT`, or a line `tax: HT` below `cost:`",
            "ajoutez HT, TTC ou exempt : « cost: 9500 € HT », ou une ligne « tax: HT » sous « cost: »",
        ),
        bad: "title: Forum ouvert\nterritory:\n  name: Trifouilly\ncost: ⟦9500 €⟧\n",
        good: "title: Forum ouvert\nterritory:\n  name: Trifouilly\ncost: 9500 € HT\n",
    },
    check: Check::Within(check),
};

fn check(subject: &Subject) -> Vec<Remark> {
    let cost = &subject.sheet.cost;
    match cost.amount {
        Some(amount) if !amount.is_zero() && cost.tax.is_none() => {
            let label = Text::new("with or without tax?", "hors taxe ou toutes taxes ?");
            vec![Remark::at("cost.amount", label)]
        }
        _ => Vec::new(),
    }
}

//! A cost for each inhabitant that is far from all others.

use std::collections::HashMap;

use rust_decimal::Decimal;

use crate::finding::{Finding, Lint, Severity};
use crate::lang::{Phrase, phrase, text};
use crate::rules::{Check, Rule, SheetFacts};
use crate::value::money::format_amount;

pub static RULE: Rule = Rule {
    lint: Lint {
        code: "cost-outlier",
        severity: Severity::Warning,
        title: text!(
            "cost per inhabitant far above the others",
            "coût par habitant très supérieur aux autres",
        ),
        why: text!(
            "More than ten times the median of projects with the same tax and basis: often an \
             extra digit, or the population of a larger territory.",
            "Plus de dix fois la médiane des projets de même taxe et de même nature : souvent un \
             chiffre en trop, ou la population d'un territoire plus grand.",
        ),
        help: text!(
            "check the amount and the number of inhabitants",
            "vérifiez le montant et le nombre d'habitants",
        ),
        bad: "",
        good: "",
    },
    check: Check::Collection(check),
};

/// Fewer sheets than this have no median worth the name.
const MIN_COSTS: usize = 5;

/// How many times the median is too far.
const OUTLIER_FACTOR: u32 = 10;

fn check(facts: &[&SheetFacts], report: &mut dyn FnMut(usize, Finding)) {
    let mut groups: HashMap<_, Vec<(Decimal, usize)>> = HashMap::new();
    for (index, fact) in facts.iter().enumerate() {
        if let Some(cost_per_inhabitant) = &fact.cost_per_inhabitant {
            let group =
                (cost_per_inhabitant.currency, cost_per_inhabitant.tax, cost_per_inhabitant.basis);
            groups.entry(group).or_default().push((cost_per_inhabitant.per_inhabitant, index));
        }
    }
    let mut findings = Vec::new();
    for ((currency, ..), group) in groups.iter_mut().filter(|(_, group)| group.len() >= MIN_COSTS) {
        group.sort_unstable();
        let median = group[(group.len() - 1) / 2].0;
        let far = group.iter().filter(|(cost, _)| *cost > median * Decimal::from(OUTLIER_FACTOR));
        findings.extend(far.map(|(cost, index)| {
            let amount_text = |amount: &Decimal| {
                let amount = amount.round_dp(2);
                Phrase::per_lang(|lang| format_amount(amount, *currency, lang))
            };
            let label = phrase!(
                "{cost} per inhabitant; the median of comparable projects is {median}",
                "{cost} par habitant ; la médiane des projets comparables est de {median}",
                cost = amount_text(cost),
                median = amount_text(&median),
            );
            (*index, Finding::new(&RULE.lint, facts[*index].cost_at, label))
        }));
    }
    findings.sort_by_key(|(index, _)| *index);
    findings.into_iter().for_each(|(index, finding)| report(index, finding));
}

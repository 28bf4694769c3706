//! A cost for each inhabitant that is far from all others.

use std::collections::HashMap;

use rust_decimal::Decimal;

use crate::finding::{Finding, Kind, Severity};
use crate::lang::{Lang, Phrase, Text, number};
use crate::rules::{Check, Fact, Rule};

pub static RULE: Rule = Rule {
    kind: Kind {
        code: "cost-outlier",
        severity: Severity::Warning,
        title: Text::new(
            "a cost per inhabitant far beyond the others",
            "un coût par habitant bien au-delà des autres",
        ),
        why: Text::new(
            "More than ten times the median of the projects with the same tax and basis: often a digit too many, or the inhabitants of another territory.",
            "Plus de dix fois la médiane des projets de mêmes taxe et nature : souvent un chiffre de trop, ou les habitants d'un autre territoire.",
        ),
        fix: Text::new(
            "check the amount and the number of inhabitants",
            "vérifiez le montant et le nombre d'habitants",
        ),
        bad: "",
        good: "",
    },
    check: Check::Across(check),
};

/// Fewer sheets than this have no median worth the name.
const FEW: usize = 5;

/// How many times the median is too far.
const FAR: u32 = 10;

fn check(facts: &[Fact]) -> Vec<(usize, Finding)> {
    let mut groups: HashMap<_, Vec<(Decimal, usize)>> = HashMap::new();
    for (index, fact) in facts.iter().enumerate() {
        if let Some(outlay) = &fact.outlay {
            let group = (outlay.currency, outlay.tax, outlay.basis);
            groups.entry(group).or_default().push((outlay.per_inhabitant, index));
        }
    }
    let mut remarks = Vec::new();
    for mut group in groups.into_values().filter(|group| group.len() >= FEW) {
        group.sort_unstable();
        let median = group[(group.len() - 1) / 2].0;
        let far = group.iter().filter(|(cost, _)| *cost > median * Decimal::from(FAR));
        remarks.extend(far.map(|(cost, index)| {
            let said = |lang: Lang| {
                let round =
                    |amount: &Decimal| number::decimal(&amount.round_dp(2).to_string(), lang);
                (round(cost), round(&median))
            };
            let ((cost, median), (cout, mediane)) = (said(Lang::En), said(Lang::Fr));
            let label = Phrase::new(
                format!("{cost} for each inhabitant; the median is {median}"),
                format!("{cout} par habitant ; la médiane est de {mediane}"),
            );
            (*index, Finding::new(&RULE.kind, facts[*index].cost_at, label))
        }));
    }
    remarks.sort_by_key(|(index, _)| *index);
    remarks
}

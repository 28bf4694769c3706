//! What projects cost together: sums, the middle and the ends. Amounts are added up where they are
//! of one currency, tax and basis, and nowhere else.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::sheet::Sheet;
use crate::value::money::{Basis, Cost, Currency, Tax};

/// What amounts have in common that may be added up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CostGroup {
    /// The commonest currency stands first.
    foreign: bool,
    pub currency: Currency,
    pub tax: Option<Tax>,
    pub basis: Basis,
}

/// The cost of a project, and what it can be divided by.
#[derive(Clone, Debug)]
pub struct ProjectCost {
    pub group: CostGroup,
    pub amount: Decimal,
    pub estimated: bool,
    pub inhabitants: Option<Decimal>,
    /// Days from start to end, both within; else as declared.
    pub days: Option<Decimal>,
    /// Days worked; seven hours are one.
    pub effort: Option<Decimal>,
}

/// Costs by what they have in common.
pub(crate) type CostsByGroup = BTreeMap<CostGroup, Vec<ProjectCost>>;

/// Days of a mean month: 365.25 / 12.
const MONTH: Decimal = Decimal::from_parts(304_375, 0, 0, false, 4);

impl ProjectCost {
    /// The cost of a sheet; `None` where it states no amount.
    pub fn of(sheet: &Sheet) -> Option<ProjectCost> {
        let whole = sheet.dates.start.zip(sheet.dates.end);
        let whole = whole.filter(|(start, end)| start.is_whole() && end.is_whole());
        let between = whole.map(|(start, end)| (end.first() - start.first()).num_days() + 1);
        let declared = sheet.dates.duration.map(|duration| duration.approximate_days().into());
        let cost = sheet.known_cost()?;
        let positive = |number: &Decimal| *number > Decimal::ZERO;
        Some(ProjectCost {
            group: CostGroup::of(cost),
            amount: cost.amount?,
            estimated: cost.estimated,
            inhabitants: sheet.territory.population.map(Decimal::from).filter(positive),
            days: between.map(Decimal::from).or(declared).filter(positive),
            effort: sheet.effort.whole_days().filter(positive),
        })
    }
}

impl CostGroup {
    fn of(cost: &Cost) -> CostGroup {
        let Cost { currency, tax, .. } = *cost;
        CostGroup { foreign: currency != Currency::EUR, currency, tax, basis: cost.basis() }
    }
}

/// What costs of one group are together.
#[derive(Clone, Debug)]
pub struct CostStats {
    pub group: CostGroup,
    pub count: usize,
    pub total: Decimal,
    pub median: Decimal,
    pub least: ProjectCost,
    pub most: ProjectCost,
    /// Whether any of them is estimated.
    pub estimated: bool,
    pub per_inhabitant: Option<UnitCost>,
    pub per_month: Option<UnitCost>,
    pub per_effort_day: Option<UnitCost>,
}

/// What one of something costs on average.
#[derive(Clone, Copy, Debug)]
pub struct UnitCost {
    pub amount: Decimal,
    /// How many projects state how much of it there is: it is of those alone.
    pub count: usize,
}

impl CostStats {
    /// Adds up costs of one group; `None` where there are none.
    pub fn of(all: &[ProjectCost]) -> Option<CostStats> {
        let group = all.first()?.group;
        let mut amounts: Vec<Decimal> = all.iter().map(|cost| cost.amount).collect();
        let total = sum(amounts.iter().copied());
        let median = median(&mut amounts);
        Some(CostStats {
            group,
            count: all.len(),
            total,
            median,
            least: all.iter().min_by_key(|cost| cost.amount)?.clone(),
            most: all.iter().max_by_key(|cost| cost.amount)?.clone(),
            estimated: all.iter().any(|cost| cost.estimated),
            per_inhabitant: ratio(all, |cost| cost.inhabitants, Decimal::ONE),
            per_month: ratio(all, |cost| cost.days, MONTH),
            per_effort_day: ratio(all, |cost| cost.effort, Decimal::ONE),
        })
    }
}

/// What so many parts cost on average, over the projects that state theirs.
fn ratio(
    all: &[ProjectCost],
    parts: fn(&ProjectCost) -> Option<Decimal>,
    unit: Decimal,
) -> Option<UnitCost> {
    let stated: Vec<(Decimal, Decimal)> =
        all.iter().filter_map(|cost| Some((cost.amount, parts(cost)?))).collect();
    let amount = sum(stated.iter().map(|(amount, _)| *amount));
    let parts = sum(stated.iter().map(|(_, parts)| *parts));
    let positive = parts > Decimal::ZERO && amount > Decimal::ZERO;
    let amount = positive.then(|| prorate(amount, unit, parts)).flatten()?;
    Some(UnitCost { amount, count: stated.len() })
}

/// The sum, or the greatest number there is.
fn sum(amounts: impl Iterator<Item = Decimal>) -> Decimal {
    amounts.fold(Decimal::ZERO, Decimal::saturating_add)
}

/// So many parts of an amount, of so many in all, to the cent; nothing where that is beyond all
/// numbers.
pub(crate) fn prorate(amount: Decimal, parts: Decimal, all: Decimal) -> Option<Decimal> {
    let divided = match amount.checked_mul(parts) {
        Some(product) => product.checked_div(all),
        None => amount.checked_div(all).and_then(|one| one.checked_mul(parts)),
    };
    divided.map(cents)
}

/// An amount to the cent; half a cent goes up, as in accounts.
fn cents(amount: Decimal) -> Decimal {
    amount.round_dp_with_strategy(2, rust_decimal::RoundingStrategy::MidpointAwayFromZero)
}

/// The amount in the middle; of an even number of them, the mean of the two, to the cent. Sorts
/// them.
fn median(amounts: &mut [Decimal]) -> Decimal {
    amounts.sort_unstable();
    let middle = amounts.len() / 2;
    match amounts {
        [] => Decimal::ZERO,
        _ if amounts.len() % 2 == 1 => amounts[middle],
        _ => cents(amounts[middle - 1] / Decimal::TWO + amounts[middle] / Decimal::TWO),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::{effort, money};

    #[test]
    fn days_and_hours_of_work_count_together() {
        for (text, expected) in [
            ("3 jours", Some("3")),
            ("21 heures", Some("3")),
            ("3 jours et 7 heures", Some("4")),
            ("", None),
        ] {
            let effort = effort::parse(text).value().unwrap_or_default();
            let cost = money::parse("4000 € HT").value().expect("a cost");
            let sheet = Sheet { effort, cost, ..Sheet::default() };
            let worked = ProjectCost::of(&sheet).expect("a cost").effort;
            assert_eq!(
                worked.map(|days| days.normalize().to_string()).as_deref(),
                expected,
                "{text}"
            );
        }
    }

    #[test]
    fn the_median_is_in_the_middle() {
        let median = |amounts: &[i64]| {
            let mut amounts: Vec<Decimal> = amounts.iter().map(|one| Decimal::from(*one)).collect();
            super::median(&mut amounts).to_string()
        };
        assert_eq!(median(&[3, 1, 2]), "2");
        assert_eq!(median(&[1, 2, 5, 9]), "3.50");
        assert_eq!(median(&[]), "0");
    }
}

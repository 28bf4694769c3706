//! What projects cost together: sums, the middle and the ends, and what that is by inhabitant, by
//! month and by day worked. Amounts are added up where they are of one currency, tax and basis, and
//! nowhere else.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::lang::choice::Choice;
use crate::lang::{Lang, Text, text};
use crate::report::{Cell, Column, Tone};
use crate::sheet::Sheet;
use crate::sheet::value::Record;
use crate::tree::Tree;
use crate::value::money::{Basis, Cost, Currency, Tax};

/// What amounts have in common that may be added up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Purse {
    /// The commonest currency stands first.
    foreign: bool,
    pub currency: Currency,
    pub tax: Option<Tax>,
    pub basis: Basis,
}

/// The cost of a project, and what it can be divided by.
#[derive(Clone, Debug)]
pub struct Spent {
    pub purse: Purse,
    pub amount: Decimal,
    pub estimated: bool,
    pub inhabitants: Option<Decimal>,
    /// Days from start to end, both within; else as declared.
    pub days: Option<Decimal>,
    /// Days worked; seven hours are one.
    pub effort: Option<Decimal>,
}

/// Costs by what they have in common.
pub type Purses = BTreeMap<Purse, Vec<Spent>>;

/// Hours of a day worked.
const HOURS: Decimal = Decimal::from_parts(7, 0, 0, false, 0);

/// Days of a mean month: 365.25 / 12.
const MONTH: Decimal = Decimal::from_parts(304_375, 0, 0, false, 4);

impl Spent {
    /// The cost of a sheet; `None` where it states no amount.
    pub fn of(sheet: &Sheet) -> Option<Spent> {
        let whole = sheet.dates.start.zip(sheet.dates.end);
        let whole = whole.filter(|(start, end)| start.is_whole() && end.is_whole());
        let between = whole.map(|(start, end)| (end.first() - start.first()).num_days() + 1);
        let declared = sheet.dates.duration.map(|duration| duration.approximate_days().into());
        let worked = sheet.effort.days.or(sheet.effort.hours.map(|hours| hours / HOURS));
        let positive = |number: &Decimal| *number > Decimal::ZERO;
        Some(Spent {
            purse: Purse::of(&sheet.cost),
            amount: sheet.cost.amount?,
            estimated: sheet.cost.estimated,
            inhabitants: sheet.territory.population.map(Decimal::from).filter(positive),
            days: between.map(Decimal::from).or(declared).filter(positive),
            effort: worked.filter(positive),
        })
    }
}

impl Purse {
    fn of(cost: &Cost) -> Purse {
        let Cost { currency, tax, .. } = *cost;
        Purse { foreign: currency != Currency::EUR, currency, tax, basis: cost.basis() }
    }

    /// An amount of this purse with its tax and, where that is not the usual one, its basis.
    fn whole(&self, amount: Decimal, estimated: bool, lang: Lang) -> Cell {
        let words = match self.basis {
            Basis::Invoiced => String::new(),
            basis => format!(" ({})", basis.label().say(lang)),
        };
        let cell = self.cell(amount, self.tax, estimated, lang);
        Cell { words: cell.words + &words, ..cell }
    }

    /// An amount beside one that says its tax already.
    fn part(&self, amount: Decimal, estimated: bool, lang: Lang) -> Cell {
        self.cell(amount, None, estimated, lang)
    }

    fn cell(&self, amount: Decimal, tax: Option<Tax>, estimated: bool, lang: Lang) -> Cell {
        let currency = self.currency;
        let cost = Cost { amount: Some(amount), currency, tax, estimated, ..Cost::default() };
        Cell { words: cost.short(lang), data: Tree::number(amount), tone: Tone::Plain }
    }
}

/// The columns of [`cells`].
pub fn columns(lang: Lang) -> Vec<Column> {
    let say = |text: Text| text.say(lang);
    vec![
        Column::new("costed", say(text!("Sheets with a cost", "Avec un coût"))).numeric().spare(),
        Column::new("total", say(text!("Total", "Total"))).numeric(),
        Column::new("basis", ""),
        Column::new("currency", ""),
        Column::new("tax", ""),
        Column::new("median", say(text!("Median", "Médiane"))).numeric().spare(),
        Column::new("", say(text!("Min – max", "Min – max"))).numeric().spare(),
        Column::new("least", ""),
        Column::new("most", ""),
        Column::new("perInhabitant", say(text!("Per inhabitant", "Par habitant")))
            .numeric()
            .spare(),
        Column::new("perMonth", say(text!("Per month", "Par mois"))).numeric().spare(),
        Column::new("perEffortDay", say(text!("Per day worked", "Par jour travaillé")))
            .numeric()
            .spare(),
    ]
}

/// What costs of one purse are together; empty cells where there are none.
pub fn cells(all: &[Spent], lang: Lang) -> Vec<Cell> {
    let Some(Spent { purse, .. }) = all.first() else {
        return columns(lang).iter().map(|_| Cell::words("")).collect();
    };
    let mut amounts: Vec<Decimal> = all.iter().map(|spent| spent.amount).collect();
    let total = sum(amounts.iter().copied());
    let middle = median(&mut amounts);
    let (least, most) = (amounts[0], amounts[amounts.len() - 1]);
    let estimated = all.iter().any(|spent| spent.estimated);
    let part = |amount| purse.part(amount, estimated, lang);
    let unsaid = |data| Cell { data, ..Cell::words("") };
    let several = |cell: Cell| match all.len() {
        // Of one amount there is no middle and no end.
        1 => unsaid(cell.data),
        _ => cell,
    };
    let per = |of: fn(&Spent) -> Option<Decimal>, unit: Decimal| {
        let told: Vec<_> =
            all.iter().filter_map(|spent| Some((spent.amount, of(spent)?))).collect();
        let parts = sum(told.iter().map(|(_, part)| *part));
        let amount = sum(told.iter().map(|(amount, _)| *amount));
        let told = parts > Decimal::ZERO && amount > Decimal::ZERO;
        match told.then(|| share(amount, unit, parts)).flatten() {
            Some(amount) => part(amount),
            None => Cell::words(""),
        }
    };
    vec![
        Cell::count(all.len(), lang),
        purse.whole(total, estimated, lang).with_tone(Tone::Strong),
        unsaid(Tree::text(purse.basis.code())),
        unsaid(Tree::text(purse.currency.code())),
        unsaid(purse.tax.map_or(Tree::Missing, |tax| Tree::text(tax.code()))),
        several(part(middle)),
        several(Cell::words(ends(all, lang))),
        unsaid(Tree::number(least)),
        unsaid(Tree::number(most)),
        per(|spent| spent.inhabitants, Decimal::ONE),
        per(|spent| spent.days, MONTH),
        per(|spent| spent.effort, Decimal::ONE),
    ]
}

/// From the least to the greatest of costs of one purse.
pub fn ends(all: &[Spent], lang: Lang) -> String {
    let least = all.iter().min_by_key(|spent| spent.amount);
    let most = all.iter().max_by_key(|spent| spent.amount);
    let Some((least, most)) = least.zip(most) else {
        return String::new();
    };
    let whole = most.purse.whole(most.amount, most.estimated, lang).words;
    if least.amount == most.amount {
        whole
    } else {
        let part = least.purse.part(least.amount, least.estimated, lang).words;
        format!("{part} – {whole}")
    }
}

/// The sum, or the greatest number there is.
fn sum(amounts: impl Iterator<Item = Decimal>) -> Decimal {
    amounts.fold(Decimal::ZERO, Decimal::saturating_add)
}

/// So many parts of an amount, of so many in all, to the cent; nothing where that is beyond all
/// numbers.
pub fn share(amount: Decimal, parts: Decimal, all: Decimal) -> Option<Decimal> {
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

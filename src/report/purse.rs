//! Amounts that may be added up together: of one currency, tax and basis, and of no other.

use rust_decimal::Decimal;

use crate::lang::Lang;
use crate::report::{Cell, Tone};
use crate::sheet::choice::Choice;
use crate::sheet::money::{Basis, Cost, Currency, Tax};
use crate::sheet::value::Record;
use crate::source::tree::Tree;

/// What amounts have in common that may be added up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Purse {
    /// The commonest currency stands first.
    foreign: bool,
    pub currency: Currency,
    pub tax: Option<Tax>,
    pub basis: Basis,
}

impl Purse {
    /// The purse of a cost.
    pub fn of(cost: &Cost) -> Purse {
        let Cost { currency, tax, .. } = *cost;
        Purse { foreign: currency != Currency::EUR, currency, tax, basis: cost.basis() }
    }

    /// An amount of this purse, as people write it and as machines do.
    pub fn cell(&self, amount: Decimal, estimated: bool, lang: Lang) -> Cell {
        let (currency, tax) = (self.currency, self.tax);
        let cost = Cost { amount: Some(amount), currency, tax, estimated, ..Cost::default() };
        Cell { words: cost.short(lang), data: Tree::number(amount), tone: Tone::Plain }
    }

    /// What it measures, its currency, and its tax, which its amounts say already.
    pub fn cells(&self, lang: Lang) -> [Cell; 3] {
        let unsaid = |data: Tree| Cell { words: String::new(), data, tone: Tone::Plain };
        let basis = Cell::text(self.basis.code());
        [
            Cell { words: self.basis.label().say(lang).to_owned(), ..basis },
            unsaid(Tree::text(self.currency.code())),
            unsaid(self.tax.map_or(Tree::Missing, |tax| Tree::text(tax.code()))),
        ]
    }
}

/// The amount in the middle; of an even number of them, the mean of the two. To the cent.
pub fn median(amounts: &mut [Decimal]) -> Decimal {
    amounts.sort_unstable();
    let middle = amounts.len() / 2;
    match amounts {
        [] => Decimal::ZERO,
        _ if amounts.len() % 2 == 1 => amounts[middle],
        _ => ((amounts[middle - 1] + amounts[middle]) / Decimal::TWO).round_dp(2),
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

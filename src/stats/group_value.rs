//! A value that sheets are grouped by: amounts and numbers of people in ranges.

use rust_decimal::Decimal;

use crate::lang::choice::ChoiceValue;
use crate::lang::{Lang, Phrase, number};
use crate::sheet::rank::Rank;
use crate::text::fold::sort_key;
use crate::tree::Tree;
use crate::value::count::Unit;
use crate::value::money::{Currency, format_amount};

/// A value under which sheets stand.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum GroupValue {
    Text(String),
    Number(Decimal),
    Choice(ChoiceValue),
    /// A range of [`AMOUNTS`], by the end below which it lies.
    Amount(Currency, usize),
    /// A range of a unit, by the end below which it lies.
    Count(&'static Unit, usize),
    /// Anything else: its words in English and in French.
    Other(Phrase),
}

/// Where a range of amounts ends and the next begins.
pub(crate) const AMOUNTS: [u32; 6] = [1, 1_000, 5_000, 10_000, 25_000, 50_000];

/// The first end that is greater than a number.
pub(super) fn place(number: Decimal, ends: &[u32]) -> usize {
    ends.iter().position(|end| number < Decimal::from(*end)).unwrap_or(ends.len())
}

impl GroupValue {
    pub fn get(&self, lang: Lang) -> String {
        match self {
            GroupValue::Text(text) => text.clone(),
            GroupValue::Number(number) => number.to_string(),
            GroupValue::Choice(choice) => choice.get(lang).to_owned(),
            GroupValue::Amount(currency, place) => {
                range(*place, &AMOUNTS, |amount| format_amount(amount.into(), *currency, lang))
            }
            GroupValue::Count(unit, place) => {
                range(*place, unit.ranges, |amount| number::integer(i128::from(amount), lang))
            }
            GroupValue::Other(words) => words.get(lang).to_owned(),
        }
    }

    /// What machines read: of a range its ends, the first within it.
    pub fn data(&self) -> Tree {
        let between = |place: usize, ends: &[u32]| {
            let from = ("from", place.checked_sub(1).map(|before| ends[before]).or(Some(0)));
            let to = ("to", ends.get(place).copied());
            let ends = [from, to].into_iter();
            ends.filter_map(|(key, end)| Some((key.to_owned(), Tree::number(end?)))).collect()
        };
        match self {
            GroupValue::Text(text) => Tree::text(text),
            GroupValue::Number(number) => Tree::number(number),
            GroupValue::Choice(choice) => Tree::text(choice.code),
            GroupValue::Amount(currency, place) => {
                let mut pairs: Vec<(String, Tree)> = between(*place, &AMOUNTS);
                pairs.push(("currency".to_owned(), Tree::text(currency.code())));
                Tree::Map(pairs)
            }
            GroupValue::Count(unit, place) => Tree::Map(between(*place, unit.ranges)),
            GroupValue::Other(words) => Tree::text(words.get(Lang::En)),
        }
    }

    /// What it is ordered by.
    pub fn rank(&self) -> Rank {
        match self {
            GroupValue::Text(text) => Rank::Text(sort_key(text)),
            GroupValue::Number(number) => Rank::Number(*number),
            GroupValue::Choice(choice) => Rank::Number(choice.index.into()),
            GroupValue::Amount(currency, place) => {
                let foreign = if *currency == Currency::EUR { 0 } else { AMOUNTS.len() + 1 };
                Rank::Number((foreign + place).into())
            }
            GroupValue::Count(_, place) => Rank::Number((*place).into()),
            GroupValue::Other(words) => Rank::Text(sort_key(words.get(Lang::En))),
        }
    }
}

/// A range in words: `5 000 – 10 000`, its first end within it.
fn range(place: usize, ends: &[u32], words: impl Fn(u32) -> String) -> String {
    match (place.checked_sub(1).map(|before| ends[before]), ends.get(place)) {
        (None, _) => words(0),
        (Some(1), Some(to)) => format!("< {}", words(*to)),
        (Some(from), Some(to)) => format!("{} – {}", words(from), words(*to)),
        (Some(from), None) => format!("≥ {}", words(from)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_lies_in_the_range_that_its_first_end_begins() {
        for (amount, en, fr) in [
            (0, "€0", "0\u{a0}€"),
            (1, "< €1,000", "< 1\u{202f}000\u{a0}€"),
            (999, "< €1,000", "< 1\u{202f}000\u{a0}€"),
            (1000, "€1,000 – €5,000", "1\u{202f}000\u{a0}€ – 5\u{202f}000\u{a0}€"),
            (60_000, "≥ €50,000", "≥ 50\u{202f}000\u{a0}€"),
        ] {
            let label = GroupValue::Amount(Currency::EUR, place(amount.into(), &AMOUNTS));
            assert_eq!((label.get(Lang::En).as_str(), label.get(Lang::Fr).as_str()), (en, fr));
        }
    }
}

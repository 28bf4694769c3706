//! What a word asks of a cost, where it is no amount: `HT`, `CHF`, `budget`.

use crate::lang::choice;
use crate::value::money::{Basis, Currency, Tax};

/// What a word asks of a cost.
pub enum MoneyWord {
    Tax(Tax),
    Currency(Currency),
    Basis(Basis),
}

/// What a folded word asks of a cost; `None` where it is none of its words.
pub fn money_word(letters: &str) -> Option<MoneyWord> {
    Tax::parse(letters)
        .map(MoneyWord::Tax)
        .or_else(|| Currency::parse(letters).map(MoneyWord::Currency))
        .or_else(|| choice::parse::<Basis>(letters).map(MoneyWord::Basis))
}

//! What a project cost: an exact amount, its currency, its tax, what it measures.

use rust_decimal::Decimal;

use crate::lang::choice::{Choice, choices};
use crate::lang::{Lang, number};
use crate::value::money::{Currency, Share, Tax};

choices! {
    /// What an amount measures; amounts of different bases are never added up.
    Basis {
        Invoiced: "invoiced", "invoiced", "facturé";
        Budget: "budget", "budget", "budget";
        Valued: "valued", "valued", "valorisé";
    }
}

/// The members of a cost that its text rarely says: who sets the cost by a text keeps them.
pub const RARELY_STATED: [&str; 2] = ["basis", "shares"];

/// The money of a project.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cost {
    pub amount: Option<Decimal>,
    pub currency: Currency,
    /// Unknown where it is not stated; never assumed.
    pub tax: Option<Tax>,
    pub basis: Option<Basis>,
    pub estimated: bool,
    pub shares: Vec<Share>,
}

impl Cost {
    /// What the amount measures: what is stated, else what was invoiced.
    pub fn basis(&self) -> Basis {
        self.basis.unwrap_or(Basis::Invoiced)
    }
}

/// The words for an amount: `9 500 €` in French, `€9,500` in English; decimals only where there
/// are some, and then two at least.
pub fn format_amount(amount: Decimal, currency: Currency, lang: Lang) -> String {
    let amount = amount.normalize();
    let digits = match amount.scale() {
        1 => format!("{amount}0"),
        _ => amount.to_string(),
    };
    let number = number::decimal(&digits, lang);
    let sign = match currency.code() {
        "EUR" => "€",
        "GBP" => "£",
        "USD" => "$",
        code => code,
    };
    match (lang, sign.len() > "€".len() || sign.chars().count() > 1) {
        (Lang::Fr, _) => format!("{number}\u{a0}{sign}"),
        (Lang::En, true) => format!("{sign}\u{a0}{number}"),
        (Lang::En, false) => format!("{sign}{number}"),
    }
}

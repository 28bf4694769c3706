//! What is said beside the digits of an amount: its currency, its tax, what it measures, whether it
//! is estimated.

use crate::lang::choice::Choice;
use crate::value::money::{Basis, Currency, Tax, tax};
use crate::value::quantity::{strip_about, strip_any, strip_named};

/// What is said beside the digits.
#[derive(Clone, Copy, Default)]
pub(super) struct AmountQualifiers {
    pub estimated: bool,
    pub tax: Option<Tax>,
    pub currency: Option<Currency>,
    pub basis: Option<Basis>,
    /// Whether the currency stood before the amount.
    pub before: bool,
}

/// Names of the field itself.
pub(super) const LABELS: [&str; 14] = [
    "cout total",
    "cout",
    "montant total",
    "montant",
    "total",
    "prix",
    "somme",
    "total cost",
    "cost",
    "price",
    "amount",
    "pour un montant de",
    "d'un montant de",
    "un montant de",
];

pub(super) const BASES: [(&str, Basis); 26] = [
    ("facture", Basis::Invoiced),
    ("factures", Basis::Invoiced),
    ("facturee", Basis::Invoiced),
    ("invoiced", Basis::Invoiced),
    ("budget", Basis::Budget),
    ("budget total", Basis::Budget),
    ("budget previsionnel", Basis::Budget),
    ("budgete", Basis::Budget),
    ("budgetes", Basis::Budget),
    ("budgeted", Basis::Budget),
    ("valorise", Basis::Valued),
    ("valorise a", Basis::Valued),
    ("valorises", Basis::Valued),
    ("valorises a", Basis::Valued),
    ("valorisee", Basis::Valued),
    ("valorisation", Basis::Valued),
    ("valued", Basis::Valued),
    ("valued at", Basis::Valued),
    ("benevole", Basis::Valued),
    ("benevolat", Basis::Valued),
    ("benevolat valorise", Basis::Valued),
    ("benevolat valorise a", Basis::Valued),
    ("volunteer work", Basis::Valued),
    ("volunteer time", Basis::Valued),
    ("volunteering", Basis::Valued),
    ("in kind", Basis::Valued),
];

impl AmountQualifiers {
    /// Takes the words that are understood from the beginning of a text, one after the other, and
    /// gives what is left: the first that is not, with all behind it.
    pub(super) fn take<'t>(&mut self, text: &'t str) -> &'t str {
        let mut rest = trim(text);
        while !rest.is_empty() {
            let dashed = rest.strip_prefix(['-', '–', '—']).map(|rest| rest.trim_start());
            match self.one(rest).or_else(|| self.one(dashed?)) {
                Some(after) => rest = trim(after),
                None => break,
            }
        }
        if rest == "." { "" } else { rest }
    }

    /// Takes one word from the beginning of a text; what a second tax or currency says is left.
    fn one<'t>(&mut self, text: &'t str) -> Option<&'t str> {
        if let Some((inside, after)) = text.strip_prefix('(').and_then(|text| text.split_once(')'))
        {
            let mut within = AmountQualifiers { ..*self };
            let whole = !inside.trim().is_empty() && within.take(inside).is_empty();
            return whole.then(|| {
                *self = within;
                after
            });
        }
        if let Some(after) = strip_about(text) {
            self.estimated = true;
            return Some(after);
        }
        if self.tax.is_none()
            && let Some((tax, after)) = strip_named(text, &tax::WORDS)
        {
            self.tax = Some(tax);
            return Some(if tax == Tax::Exempt { without_law(after) } else { after });
        }
        if let Some((basis, after)) = strip_named(text, &BASES)
            && self.basis.is_none_or(|known| known == basis)
        {
            self.basis = Some(basis);
            return Some(after);
        }
        if self.currency.is_none()
            && let Some((currency, after)) = Currency::strip(text)
        {
            self.currency = Some(currency);
            return Some(after);
        }
        // The dash of `500.-` stands for no cents.
        strip_any(text, &[".-", ",-", ".–", ",–", ".—", ",—"]).or_else(|| {
            strip_any(text, &LABELS).filter(|after| after.trim_start().starts_with(':'))
        })
    }

    /// An amount with the currency and the tax that stood beside it.
    pub(super) fn around(&self, amount: &str) -> String {
        let currency = match self.currency {
            Some(Currency::EUR) | None => "€",
            Some(currency) => currency.code(),
        };
        match self.tax {
            Some(tax) => format!("{amount} {currency} {}", tax.code()),
            None => format!("{amount} {currency}"),
        }
    }
}

/// What may stand between the words.
const SPACE: [char; 4] = [' ', ',', ';', ':'];

/// A text without what may stand between words; the comma of `,5` belongs to its number.
fn trim(text: &str) -> &str {
    let text = text.trim_end_matches(SPACE);
    let trimmed = text.trim_start_matches(SPACE);
    let before = &text[..text.len() - trimmed.len()];
    let comma = before.ends_with(',') && trimmed.starts_with(|c: char| c.is_ascii_digit());
    if comma { &text[before.len() - 1..] } else { trimmed }
}

/// What stands behind the article of the law that exempts from the tax, where it is named.
fn without_law(text: &str) -> &str {
    let named = || {
        let law = text.trim_start_matches([' ', ',', '-', '–', ':']);
        let law = strip_any(law, &["article", "art.", "art"])?.trim_start();
        let law = strip_any(law, &["293 b", "293b"])?.trim_start();
        let code = ["du code general des impots", "du cgi", "cgi"];
        Some(strip_any(law, &code).unwrap_or(law))
    };
    named().unwrap_or(text)
}

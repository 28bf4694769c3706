//! What is said beside the digits of an amount: its currency, its tax, whether it is estimated.

use crate::lang::choice::Choice;
use crate::value::money::{Currency, Tax, tax};
use crate::value::tokens::strip_word;

/// What is said beside the digits.
#[derive(Clone, Copy, Default)]
pub(super) struct AmountQualifiers {
    pub estimated: bool,
    pub tax: Option<Tax>,
    pub currency: Option<Currency>,
    /// Whether the currency stood before the amount.
    pub before: bool,
}

const ESTIMATES: [&str; 7] = ["estimée", "estimé", "estimation", "environ", "à peu près", "~", "≈"];

const SIGNS: [(&str, &str); 7] = [
    ("euros", "EUR"),
    ("euro", "EUR"),
    ("€", "EUR"),
    ("£", "GBP"),
    ("$", "USD"),
    ("francs suisses", "CHF"),
    ("fr.", "CHF"),
];

impl AmountQualifiers {
    /// Takes the words that are understood from the beginning of a text, one after the other, and
    /// gives what is left: the first that is not, with all behind it.
    pub(super) fn take(&mut self, text: &str) -> String {
        let mut rest = text.trim_matches(SPACE);
        while !rest.is_empty() {
            match self.one(rest) {
                Some(after) => rest = after.trim_matches(SPACE),
                None => break,
            }
        }
        rest.to_owned()
    }

    /// Takes one word from the beginning of a text; what a second tax or currency says is left.
    fn one<'t>(&mut self, text: &'t str) -> Option<&'t str> {
        if let Some((inside, after)) = text.strip_prefix('(').and_then(|text| text.split_once(')'))
        {
            let mut within = AmountQualifiers { ..*self };
            let whole = within.take(inside).is_empty();
            return whole.then(|| {
                *self = within;
                after
            });
        }
        if let Some(after) = ESTIMATES.iter().find_map(|word| behind(text, word)) {
            self.estimated = true;
            return Some(after);
        }
        if self.tax.is_none()
            && let Some((after, tax)) =
                tax::WORDS.iter().find_map(|(word, tax)| Some((behind(text, word)?, *tax)))
        {
            self.tax = Some(tax);
            return Some(after);
        }
        if self.currency.is_none()
            && let Some((after, code)) =
                SIGNS.iter().find_map(|(word, code)| Some((behind(text, word)?, *code)))
        {
            self.currency = Currency::parse(code);
            return Some(after);
        }
        // The dash of `500.-` stands for no cents.
        if let Some(after) = text.strip_prefix(".-").or_else(|| text.strip_prefix('-')) {
            return Some(after);
        }
        let code = text.get(..3).filter(|_| self.currency.is_none())?;
        let after = &text[3..];
        self.currency =
            Some(Currency::parse(code).filter(|_| !after.starts_with(char::is_alphanumeric))?);
        Some(after)
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

/// What stands behind a word at the beginning of a text, in any case; no letter may follow it.
fn behind<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let rest = strip_word(text, word, |one, other| one.to_lowercase().eq(other.to_lowercase()))?;
    let wordlike = word.ends_with(char::is_alphabetic);
    (!wordlike || !rest.starts_with(char::is_alphanumeric)).then_some(rest)
}

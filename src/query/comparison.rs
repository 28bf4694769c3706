//! How a value of a sheet compares with what a query wants.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use crate::query::expr::Comparison;
use crate::query::literal::Literal;
use crate::query::money_word::{MoneyWord, money_word};
use crate::text::fold::{contains_words, name_key, search_key};
use crate::tree;
use crate::value::any::{self, Record, Value};
use crate::value::money::{self, Cost};

/// How closely a value must be what is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Closeness {
    /// `:`, a text has a word that begins so, a date may be within.
    Begins,
    /// `=`, a text is this and no more, a date is surely within.
    Equals,
}

impl Literal {
    /// Whether a single value, or a part of it, is what is wanted.
    pub fn is(&self, value: &Value, closeness: Closeness) -> bool {
        match value {
            Value::Text(text) => self.is_text(text, closeness),
            Value::Code(code) => !self.letters.is_empty() && self.is_code(code),
            Value::Choice(choice) => self.chooses(*choice),
            Value::Number(number) => self.number == Some(*number),
            Value::Date(date) => self.date.is_some_and(|wanted| match closeness {
                Closeness::Begins => date.first() <= wanted.last && wanted.first <= date.last(),
                Closeness::Equals => wanted.first <= date.first() && date.last() <= wanted.last,
            }),
            Value::Duration(duration) => self.days == Some(duration.approximate_days()),
            Value::Years(first, last) => self
                .number
                .is_some_and(|year| Decimal::from(*first) <= year && year <= Decimal::from(*last)),
            Value::List(items) => items.iter().any(|item| self.is(item, closeness)),
            Value::Cost(cost) => self.is_cost(cost),
            Value::Record(record) if self.is_measure_of(*record) => true,
            Value::Record(record) => {
                any::members(*record).iter().any(|(_, member)| self.is(member, closeness))
            }
            Value::Map(pairs) => pairs.iter().any(|(_, member)| self.is(member, closeness)),
            Value::Flag => matches!(self.letters.as_str(), "yes" | "oui" | "true" | "vrai"),
            Value::Missing => false,
        }
    }

    fn is_text(&self, text: &str, closeness: Closeness) -> bool {
        let spellings = match closeness {
            Closeness::Begins => &self.begun_spellings,
            Closeness::Equals => &self.equal_spellings,
        };
        if !spellings.is_empty() && spellings.contains(&name_key(text)) {
            return true;
        }
        match closeness {
            // Folding takes signs away that may be all that tells two names apart: C, C++.
            Closeness::Begins if self.folded.is_empty() || self.letters.contains(['+', '#']) => {
                contains_words(&name_key(text), &self.letters)
            }
            Closeness::Begins => contains_words(&search_key(text), &self.folded),
            Closeness::Equals => !self.letters.is_empty() && name_key(text) == self.letters,
        }
    }

    /// Whether a code is this one; the spaces of a number mean nothing, and the id of a sheet means
    /// the address of any of its lessons.
    fn is_code(&self, code: &str) -> bool {
        let code = name_key(code);
        if code.split_once('#').is_some_and(|(id, _)| id == self.letters) {
            return true;
        }
        let digits = |text: &str| text.chars().all(|c| c.is_ascii_digit() || c == ' ');
        let bare = |text: &str| text.replace(' ', "");
        code == self.letters
            || digits(&code) && digits(&self.letters) && bare(&code) == bare(&self.letters)
    }

    /// Whether a single value compares so with this.
    pub fn compares(&self, value: &Value, comparison: Comparison) -> bool {
        let decide = |ordering: Ordering| match comparison {
            Comparison::Less => ordering.is_lt(),
            Comparison::AtMost => ordering.is_le(),
            Comparison::More => ordering.is_gt(),
            Comparison::AtLeast => ordering.is_ge(),
        };
        match value {
            Value::Number(number) => {
                self.number.is_some_and(|expected| decide(number.cmp(&expected)))
            }
            Value::Date(date) => self.date.is_some_and(|expected| match comparison {
                Comparison::Less => date.last() < expected.first,
                Comparison::AtMost => date.first() <= expected.last,
                Comparison::More => date.first() > expected.last,
                Comparison::AtLeast => date.last() >= expected.first,
            }),
            Value::Duration(duration) => {
                self.days.is_some_and(|days| decide(duration.approximate_days().cmp(&days)))
            }
            Value::Years(first, last) => self.number.is_some_and(|year| {
                let (first, last) = (Decimal::from(*first), Decimal::from(*last));
                match comparison {
                    Comparison::Less => first < year,
                    Comparison::AtMost => first <= year,
                    Comparison::More => last > year,
                    Comparison::AtLeast => last >= year,
                }
            }),
            Value::Text(text) | Value::Code(text) => {
                match (tree::number(text.trim()), self.number) {
                    (Some(number), Some(expected)) => decide(number.cmp(&expected)),
                    (_, None) => decide(name_key(text).cmp(&self.letters)),
                    (None, Some(_)) => false,
                }
            }
            Value::Choice(choice) => decide(name_key(choice.code).cmp(&self.letters)),
            Value::Cost(cost) => {
                let expected = self.cost.as_ref().and_then(|expected| expected.amount);
                let amounts = cost.amount.zip(expected);
                self.same_money(cost)
                    && amounts.is_some_and(|(amount, expected)| decide(amount.cmp(&expected)))
            }
            Value::List(items) => items.iter().any(|item| self.compares(item, comparison)),
            Value::Record(record) => {
                let measures = record.measure().zip(self.effort);
                measures.is_some_and(|(measure, expected)| decide(measure.cmp(&expected)))
            }
            Value::Map(_) | Value::Flag | Value::Missing => false,
        }
    }

    /// Whether it is as much worked time: `84 heures` are `12 jours`.
    fn is_measure_of(&self, record: &dyn Record) -> bool {
        self.effort.is_some() && record.measure() == self.effort
    }

    fn is_cost(&self, cost: &Cost) -> bool {
        match (money_word(&self.letters), &self.cost) {
            (Some(MoneyWord::Tax(tax)), _) => cost.tax == Some(tax),
            (Some(MoneyWord::Currency(currency)), _) => {
                cost.amount.is_some() && cost.currency == currency
            }
            (Some(MoneyWord::Basis(basis)), _) => cost.amount.is_some() && cost.basis() == basis,
            (None, Some(expected)) => expected.amount == cost.amount && self.same_money(cost),
            (None, None) => false,
        }
    }

    /// Whether an amount is in the currency and of the tax that the query states; one that it
    /// does not state may be any.
    fn same_money(&self, cost: &Cost) -> bool {
        let Some(expected) = &self.cost else {
            return false;
        };
        let stated = expected.currency != money::Currency::EUR
            || self.letters.contains(['€'])
            || self.letters.contains("eur");
        let tax = expected.tax.is_none_or(|tax| cost.tax == Some(tax));
        tax && (!stated || expected.currency == cost.currency)
    }
}

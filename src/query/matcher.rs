//! One wanted value: all that its text can mean, found out once, then compared with many.

use rust_decimal::Decimal;

use crate::lang::choice::{self, ChoiceValue};
use crate::lang::{Phrase, Text, phrase, text};
use crate::query::expr::{Comparison, Token, ValueExpr};
use crate::sheet::field::Field;
use crate::sheet::shape::Shape;
use crate::text::fold::{contains_words, name_key, search_key};
use crate::tree;
use crate::value::any::Value;
use crate::value::count::PEOPLE;
use crate::value::date::{self, Date};
use crate::value::money::{self, Cost};
use crate::value::parsed::{Parsed, normalise};
use crate::value::{count, duration};

/// What is wanted: a value, or a range with at least one end.
#[derive(Clone, Debug)]
pub enum ValueMatcher {
    One(Literal),
    Between(Option<Literal>, Option<Literal>),
}

/// All that a text can mean.
#[derive(Clone, Debug)]
pub struct Literal {
    folded: String,
    letters: String,
    number: Option<Decimal>,
    cost: Option<Cost>,
    date: Option<Date>,
    days: Option<u32>,
}

/// A reason and, where there is one, a help.
pub type ValueError = (Phrase, Option<Phrase>);

impl ValueMatcher {
    /// Finds out what was written means for a field (`None` where any meaning will do).
    ///
    /// # Errors
    /// Where it means nothing for that field: no date, no number, none of its words.
    pub fn read(field: Option<&Field>, expected: &ValueExpr) -> Result<ValueMatcher, ValueError> {
        let end = |end: &Option<Token>| {
            end.as_ref().map(|end| Literal::read(field, &end.text)).transpose()
        };
        match expected {
            ValueExpr::One(word) => Ok(ValueMatcher::One(Literal::read(field, &word.text)?)),
            ValueExpr::Between(None, None, _) => {
                let reason = phrase!(
                    "a range needs at least one end: 2021..2023",
                    "un intervalle demande au moins une borne : 2021..2023",
                );
                Err((reason, None))
            }
            ValueExpr::Between(from, to, _) => {
                let (from, to) = (end(from)?, end(to)?);
                let numbers = from.as_ref().zip(to.as_ref());
                if numbers.is_some_and(|(from, to)| from.is_after(to)) {
                    let reason = phrase!(
                        "the range ends before it starts",
                        "l'intervalle finit avant de commencer",
                    );
                    return Err((reason, None));
                }
                Ok(ValueMatcher::Between(from, to))
            }
        }
    }

    /// Whether a single value is the one wanted, or within the range.
    pub fn is(&self, value: &Value) -> bool {
        match self {
            ValueMatcher::One(meaning) => meaning.is(value),
            ValueMatcher::Between(from, to) => {
                let within = |end: &Option<Literal>, comparison| {
                    end.as_ref().is_none_or(|end| end.compares(value, comparison))
                };
                within(from, Comparison::AtLeast) && within(to, Comparison::AtMost)
            }
        }
    }
}

impl Literal {
    /// Finds out what a text means for a field (`None` where any meaning will do).
    ///
    /// # Errors
    /// Where it means nothing for that field.
    pub fn read(field: Option<&Field>, text: &str) -> Result<Literal, ValueError> {
        let text = normalise(text);
        let unit = match field.map(|field| field.shape) {
            Some(Shape::Count(unit)) => unit,
            _ => &PEOPLE,
        };
        let meaning = Literal {
            folded: search_key(&text),
            letters: name_key(&text),
            number: tree::number(&text)
                .or_else(|| count::parse(&text, unit).whole().map(Decimal::from)),
            cost: money::parse(&text).whole(),
            date: date::parse(&text).whole(),
            days: duration::parse(&text).whole().map(|duration| duration.approximate_days()),
        };
        let Some(field) = field else {
            return Ok(meaning);
        };
        let mistake = match field.shape {
            Shape::Years if meaning.number.is_some_and(|year| year < Decimal::ONE_THOUSAND) => {
                Some((phrase!("a year has four digits", "une année a quatre chiffres"), None))
            }
            Shape::Count(_) | Shape::Years | Shape::Decimal if meaning.number.is_none() => {
                Some((phrase!("expected a number", "un nombre est attendu ici"), None))
            }
            Shape::Date if meaning.date.is_none() => Some(refused(
                date::parse(&text),
                text!("expected a date", "une date est attendue ici"),
            )),
            Shape::Duration if meaning.days.is_none() => Some(refused(
                duration::parse(&text),
                text!("expected a duration", "une durée est attendue ici"),
            )),
            Shape::Cost if meaning.cost.is_none() && cost_word(&meaning.letters).is_none() => {
                Some(refused(
                    money::parse(&text),
                    text!("expected an amount", "un montant est attendu ici"),
                ))
            }
            Shape::Choice(all) => meaning.none_of(&all()),
            _ => None,
        };
        match mistake {
            Some((reason, help)) => Err((reason, hyphened(&text).or(help))),
            None => Ok(meaning),
        }
    }

    /// The mistake of a word that begins none of the possible ones.
    fn none_of(&self, choices: &[ChoiceValue]) -> Option<ValueError> {
        if choices.iter().any(|choice| self.chooses(*choice)) {
            return None;
        }
        let (reason, help) = choice::unknown(&self.letters, choices);
        Some((reason.into(), help))
    }

    /// Whether it is the code or the label of a choice, in either language.
    fn chooses(&self, choice: ChoiceValue) -> bool {
        choice.names().any(|name| name_key(name) == self.letters)
    }

    /// Whether nothing can be between this and another.
    fn is_after(&self, other: &Literal) -> bool {
        match (&self.date, &other.date, self.number, other.number) {
            (Some(from), Some(to), ..) => from.first() > to.last(),
            (.., Some(from), Some(to)) => from > to,
            _ => false,
        }
    }

    fn is(&self, value: &Value) -> bool {
        match value {
            Value::Text(text) => {
                !self.folded.is_empty() && contains_words(&search_key(text), &self.folded)
            }
            Value::Choice(choice) => self.chooses(*choice),
            Value::Number(number) => self.number == Some(*number),
            Value::Date(date) => self.date.is_some_and(|expected| {
                date.first() <= expected.last() && expected.first() <= date.last()
            }),
            Value::Duration(duration) => self.days == Some(duration.approximate_days()),
            Value::Years(first, last) => self
                .number
                .is_some_and(|year| Decimal::from(*first) <= year && year <= Decimal::from(*last)),
            Value::List(items) => items.iter().any(|item| self.is(item)),
            Value::Cost(cost) => self.is_cost(cost),
            Value::Record(record) => record.members().iter().any(|(_, member)| self.is(member)),
            Value::Map(pairs) => pairs.iter().any(|(_, member)| self.is(member)),
            Value::Flag => matches!(self.letters.as_str(), "yes" | "oui" | "true" | "vrai"),
            Value::Missing => false,
        }
    }

    /// Whether a single value compares so with this.
    pub fn compares(&self, value: &Value, comparison: Comparison) -> bool {
        let decide = |ordering: std::cmp::Ordering| match comparison {
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
                Comparison::Less => date.last() < expected.first(),
                Comparison::AtMost => date.first() <= expected.last(),
                Comparison::More => date.first() > expected.last(),
                Comparison::AtLeast => date.last() >= expected.first(),
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
            Value::Text(text) => match (tree::number(text.trim()), self.number) {
                (Some(number), Some(expected)) => decide(number.cmp(&expected)),
                (_, None) => decide(name_key(text).cmp(&self.letters)),
                (None, Some(_)) => false,
            },
            Value::Choice(choice) => decide(name_key(choice.code).cmp(&self.letters)),
            Value::Cost(cost) => {
                let expected = self.cost.as_ref().and_then(|expected| expected.amount);
                let amounts = cost.amount.zip(expected);
                self.same_money(cost)
                    && amounts.is_some_and(|(amount, expected)| decide(amount.cmp(&expected)))
            }
            Value::List(items) => items.iter().any(|item| self.compares(item, comparison)),
            Value::Record(_) | Value::Map(_) | Value::Flag | Value::Missing => false,
        }
    }

    fn is_cost(&self, cost: &Cost) -> bool {
        match (cost_word(&self.letters), &self.cost) {
            (Some(CostWord::Tax(tax)), _) => cost.tax == Some(tax),
            (Some(CostWord::Currency(currency)), _) => {
                cost.amount.is_some() && cost.currency == currency
            }
            (Some(CostWord::Basis(basis)), _) => cost.amount.is_some() && cost.basis() == basis,
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

/// How to write the range that two numbers with a hyphen between them were meant to be.
fn hyphened(text: &str) -> Option<Phrase> {
    let (from, to) = text.split_once(['-', '–'])?;
    let number = |text: &str| text.trim().starts_with(|c: char| c.is_ascii_digit());
    (number(from) && number(to)).then(|| {
        let range = format!("{}..{}", from.trim(), to.trim());
        phrase!("write a range as {range}", "écrivez l'intervalle {range}", range)
    })
}

/// What a word asks of a cost that is no amount.
enum CostWord {
    Tax(money::Tax),
    Currency(money::Currency),
    Basis(money::Basis),
}

fn cost_word(letters: &str) -> Option<CostWord> {
    money::Tax::parse(letters)
        .map(CostWord::Tax)
        .or_else(|| money::Currency::parse(letters).map(CostWord::Currency))
        .or_else(|| choice::parse::<money::Basis>(letters).map(CostWord::Basis))
}

fn refused<T>(reading: Parsed<T>, expected: Text) -> ValueError {
    match reading {
        Parsed::Invalid(refusal) => {
            let help = refusal.help();
            (refusal.reason, help)
        }
        _ => (expected.into(), None),
    }
}

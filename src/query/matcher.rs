//! One wanted value: a text, or a range, and how closely a value must be it.

use crate::lang::phrase;
use crate::query::comparison::Closeness;
use crate::query::expr::{Comparison, Token, ValueExpr};
use crate::query::literal::{Literal, ValueError};
use crate::query::scope::Target;
use crate::value::any::Value;

/// What is wanted: a value, or a range with at least one end.
#[derive(Clone, Debug)]
pub enum ValueMatcher {
    One(Box<Literal>, Closeness),
    Between(Option<Box<Literal>>, Option<Box<Literal>>),
}

impl ValueMatcher {
    /// Finds out what was written means for a target.
    ///
    /// # Errors
    /// Where it means nothing there: no date, no number, none of its words.
    pub fn read(
        target: &Target,
        expected: &ValueExpr,
        closeness: Closeness,
    ) -> Result<ValueMatcher, ValueError> {
        let end = |end: &Option<Token>| {
            end.as_ref().map(|end| Literal::read_bound(target, &end.text).map(Box::new)).transpose()
        };
        match expected {
            ValueExpr::One(word) => {
                Ok(ValueMatcher::One(Box::new(Literal::read(target, &word.text)?), closeness))
            }
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
            ValueMatcher::One(meaning, closeness) => meaning.is(value, *closeness),
            ValueMatcher::Between(from, to) => {
                let within = |end: &Option<Box<Literal>>, comparison| {
                    end.as_ref().is_none_or(|end| end.compares(value, comparison))
                };
                within(from, Comparison::AtLeast) && within(to, Comparison::AtMost)
            }
        }
    }
}

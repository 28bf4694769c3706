//! A question that each sheet answers with yes or no.

use std::sync::Arc;

use crate::query::expr::Comparison;
use crate::query::free_words::folded;
use crate::query::literal::Literal;
use crate::query::matcher::ValueMatcher;
use crate::sheet::Sheet;
use crate::sheet::key::Key;
use crate::text::fold::contains_words;

/// A question that each sheet answers with yes or no.
#[derive(Clone, Debug)]
pub enum Query {
    /// Every one of them; with none, every sheet.
    All(Vec<Query>),
    /// At least one of them.
    Any(Vec<Query>),
    Not(Box<Query>),
    /// The field says something.
    Present(Key),
    /// A value of the field is one of these.
    Is(Key, Vec<ValueMatcher>),
    /// A value of the field compares so with this one.
    Compares(Key, Comparison, Box<Literal>),
    /// These folded words stand somewhere in the sheet.
    Contains(String),
    /// What a name stands for, shared by all who ask for it.
    Named(Arc<Query>, Complexity),
}

/// How deep a query is, and of how many terms it is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Complexity {
    pub depth: usize,
    pub terms: usize,
}

/// The most levels that one pair of parentheses makes: any, all, not, and a term.
const LEVELS: usize = 4;

impl Complexity {
    /// As deep as 64 names or parentheses, as many terms as the longest text can hold.
    const MAX: Complexity = Complexity { depth: 64 * LEVELS, terms: 5_000 };

    /// Whether it can be asked of many sheets.
    pub fn is_within_limits(self) -> bool {
        self.depth <= Complexity::MAX.depth && self.terms <= Complexity::MAX.terms
    }
}

impl Query {
    /// The question that every sheet answers with yes.
    pub const MATCH_ALL: Query = Query::All(Vec::new());

    /// The question whether both answer yes.
    pub fn and(self, other: Query) -> Query {
        match (self, other) {
            (Query::All(mut all), other) => {
                all.push(other);
                Query::All(all)
            }
            (one, other) => Query::All(vec![one, other]),
        }
    }

    /// Measures it; a name weighs as much as the parentheses around what it stands for can.
    pub fn measure(&self) -> Complexity {
        let deeper = |inner: Complexity, by: usize| Complexity { depth: inner.depth + by, ..inner };
        match self {
            Query::All(all) | Query::Any(all) => {
                let inner = all.iter().map(Query::measure).fold(
                    Complexity { depth: 0, terms: 0 },
                    |sum, one| Complexity {
                        depth: sum.depth.max(one.depth),
                        terms: sum.terms + one.terms,
                    },
                );
                deeper(inner, 1)
            }
            Query::Not(query) => deeper(query.measure(), 1),
            Query::Named(_, inner) => deeper(*inner, LEVELS),
            Query::Is(_, matchers) => Complexity { depth: 0, terms: matchers.len() },
            Query::Present(_) | Query::Compares(..) | Query::Contains(_) => {
                Complexity { depth: 0, terms: 1 }
            }
        }
    }

    /// Asks one sheet.
    pub fn matches(&self, sheet: &Sheet) -> bool {
        match self {
            Query::All(all) => all.iter().all(|query| query.matches(sheet)),
            Query::Any(any) => any.iter().any(|query| query.matches(sheet)),
            Query::Not(query) => !query.matches(sheet),
            Query::Present(key) => !key.value(sheet).is_missing(),
            Query::Is(key, matchers) => {
                let values = key.value(sheet).flat();
                values
                    .iter()
                    .any(|value| matchers.iter().any(|value_matcher| value_matcher.is(value)))
            }
            Query::Compares(key, comparison, meaning) => {
                let values = key.value(sheet).flat();
                values.iter().any(|value| meaning.compares(value, *comparison))
            }
            Query::Named(query, _) => query.matches(sheet),
            Query::Contains(words) => folded(sheet).iter().any(|text| contains_words(text, words)),
        }
    }
}

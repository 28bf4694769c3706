//! The years to which a query restricts projects, for whoever adds up money by year.

use crate::query::Query;
use crate::sheet::key::Key;
use crate::sheet::shape::Shape;
use crate::value::any::Value;

/// The terms of a query that ask for years, all of which must hold.
#[derive(Clone, Debug)]
pub struct YearFilter(Vec<Query>);

impl YearFilter {
    /// Whether a year is one of those that are asked for.
    pub fn accepts(&self, year: i32) -> bool {
        self.0.iter().all(|term| match term {
            Query::Is(_, matchers) => {
                matchers.iter().any(|matcher| matcher.is(&Value::Years(year, year)))
            }
            Query::Compares(_, comparison, literal) => {
                literal.compares(&Value::Years(year, year), *comparison)
            }
            _ => true,
        })
    }
}

impl Query {
    /// The years to which it restricts projects, if it does.
    pub fn years(&self) -> Option<YearFilter> {
        let terms = self.year_terms();
        (!terms.is_empty()).then_some(YearFilter(terms))
    }

    fn year_terms(&self) -> Vec<Query> {
        match self {
            Query::All(all) => all.iter().flat_map(Query::year_terms).collect(),
            Query::Named(query, _) => query.year_terms(),
            Query::Any(any) if any.len() == 1 => any[0].year_terms(),
            Query::Is(key, _) | Query::Compares(key, ..) if is_year(key) => vec![self.clone()],
            _ => Vec::new(),
        }
    }
}

fn is_year(key: &Key) -> bool {
    matches!(key.shape(), Some(Shape::Years))
}

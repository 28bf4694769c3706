//! Questions: which ones?
//!
//! One language for every verb: `year:2023 cost>5000 -status:abandoned "porte à porte"`. A text
//! is parsed into what stands there ([`parse`]), its keys and values are understood once
//! ([`understand`], [`key`], [`want`]), and the [`Query`] is then asked of each sheet.

pub mod closeness;
pub mod group;
pub mod key;
pub mod parse;
pub mod search;
pub mod sort;
pub mod understand;
pub mod want;

use crate::finding::Notice;
use crate::lang::fold::holds;
use crate::settings::Named;
use crate::sheet::Sheet;
use key::Key;
use understand::Asked;
use want::{Meaning, Want};

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
    Is(Key, Vec<Want>),
    /// A value of the field compares so with this one.
    Compares(Key, Comparison, Box<Meaning>),
    /// These folded words stand somewhere in the sheet.
    Says(String),
}

/// How a value compares with another.
///
/// A partial date is an interval: it is *less* where all of it lies before, and *at least* where
/// not all of it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    Less,
    AtMost,
    More,
    AtLeast,
}

impl Query {
    /// The question that every sheet answers with yes.
    pub const EVERY: Query = Query::All(Vec::new());

    /// Understands the text of a query, which may use those that have a name.
    ///
    /// # Errors
    /// The mistake, told like one in a sheet: its place in the text, the reason, what to write.
    pub fn read(text: &str, named: &[Named]) -> Result<Query, Box<Notice>> {
        Asked::new(text, named).query()
    }

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

    /// Asks one sheet.
    pub fn selects(&self, sheet: &Sheet) -> bool {
        match self {
            Query::All(all) => all.iter().all(|query| query.selects(sheet)),
            Query::Any(any) => any.iter().any(|query| query.selects(sheet)),
            Query::Not(query) => !query.selects(sheet),
            Query::Present(key) => !key.value(sheet).is_missing(),
            Query::Is(key, wants) => {
                let values = key.value(sheet).flat();
                values.iter().any(|value| wants.iter().any(|want| want.is(value)))
            }
            Query::Compares(key, comparison, meaning) => {
                let values = key.value(sheet).flat();
                values.iter().any(|value| meaning.compares(value, *comparison))
            }
            Query::Says(words) => key::texts(sheet).iter().any(|text| holds(text, words)),
        }
    }
}

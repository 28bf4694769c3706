//! What the meaning of a query depends on, beside its text.

use std::collections::HashSet;

use chrono::NaiveDate;

use crate::config::{Config, Vocabulary};
use crate::sheet::field::Field;
use crate::sheet::key::Key;
use crate::sheet::shape::Shape;
use crate::value::count::{PEOPLE, Unit};

/// What the meaning of a query depends on.
#[derive(Clone, Copy)]
pub struct Scope<'a> {
    pub config: &'a Config,
    /// What `today` and `-6m` are counted from.
    pub today: NaiveDate,
}

/// What the value of a term is compared with.
#[derive(Clone, Copy)]
pub struct Target<'a> {
    /// `None` where any meaning will do.
    pub shape: Option<Shape>,
    /// The names that the collection has agreed on.
    names: Option<&'a Vocabulary>,
    pub today: NaiveDate,
}

impl<'a> Target<'a> {
    pub fn of(key: &Key, scope: Scope<'a>) -> Target<'a> {
        let names = match key {
            Key::Field(Field { more, .. }) => {
                more.names.and_then(|names| scope.config.vocabulary(names))
            }
            Key::Member(..) | Key::Count(_) | Key::Group(_) | Key::Own(_) => None,
        };
        Target { shape: key.shape(), names, today: scope.today }
    }

    /// The unit of a number.
    pub fn unit(&self) -> &'static Unit {
        match self.shape {
            Some(Shape::Count(unit)) => unit,
            _ => &PEOPLE,
        }
    }

    /// Every agreed spelling of the names of which one spelling is meant.
    pub fn spellings(&self, is_meant: impl Fn(&str) -> bool) -> HashSet<String> {
        self.names.map(|names| names.spellings(is_meant)).unwrap_or_default()
    }
}

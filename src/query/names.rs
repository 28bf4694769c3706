//! The queries that have a name: each is understood once, when it is first asked for.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

use crate::config::NamedQuery;
use crate::finding::{Diagnostic, Finding};
use crate::query::Query;
use crate::query::parse::{Wanted, Written, parse};
use crate::query::understand::{Asked, NAME};
use crate::text::fold::fold_letters;
use crate::text::nearest::nearest;

/// The queries that a collection has given a name to.
pub struct Names<'a> {
    named: &'a [NamedQuery],
    /// The place of each folded name; of two that are one, the first counts.
    places: HashMap<String, usize>,
    known: RefCell<Vec<Known>>,
    /// How many names that mean nothing were compared with all others.
    compared: Cell<usize>,
}

/// What is known of a query that has a name.
#[derive(Clone)]
pub enum Known {
    Unasked,
    /// It is being understood: who asks for it now is asked for by it.
    Open,
    Good(Query),
    Wrong(Rc<Finding>),
}

/// At most so many mistaken names are compared with all others.
const COMPARED: usize = 20;

/// A query that waits for those that it asks for.
struct Waiting {
    place: usize,
    written: Result<Written, Box<Diagnostic>>,
    awaited: Vec<usize>,
}

impl<'a> Names<'a> {
    pub fn of(named: &'a [NamedQuery]) -> Names<'a> {
        let mut places = HashMap::new();
        for (place, query) in named.iter().enumerate() {
            places.entry(fold_letters(&query.name)).or_insert(place);
        }
        let known = RefCell::new(vec![Known::Unasked; named.len()]);
        Names { named, places, known, compared: Cell::new(0) }
    }

    pub fn all(&self) -> &'a [NamedQuery] {
        self.named
    }

    /// What is known of the query of this name; `None` where there is none.
    pub fn find(&self, name: &str) -> Option<Known> {
        let place = self.places.get(&fold_letters(name))?;
        Some(self.known.borrow()[*place].clone())
    }

    /// The name that was probably meant.
    pub fn near(&self, name: &str) -> Option<&'a str> {
        let compared = self.compared.replace(self.compared.get() + 1);
        let names = self.named.iter().map(|query| query.name.as_str());
        (compared < COMPARED).then(|| nearest(name, names)).flatten()
    }

    /// Understands every query that a text asks for by its name, and those that they ask for.
    pub fn follow(&self, written: &Written) {
        self.asked_for(written).into_iter().for_each(|place| self.understand(place));
    }

    /// What is wrong with any of them, at its place in `sheet.yaml`.
    pub fn mistakes(&self) -> Vec<Finding> {
        (0..self.named.len()).for_each(|place| self.understand(place));
        let known = self.known.borrow();
        let wrong = self.named.iter().zip(known.iter()).filter_map(|(query, known)| match known {
            Known::Wrong(finding) => Some(Finding { span: query.span, ..(**finding).clone() }),
            Known::Unasked | Known::Open | Known::Good(_) => None,
        });
        wrong.collect()
    }

    /// However long a chain of names is, nothing here calls itself for it.
    fn understand(&self, place: usize) {
        let mut open: Vec<Waiting> = self.opened(place).into_iter().collect();
        while let Some(last) = open.last_mut() {
            match last.awaited.pop() {
                Some(next) => open.extend(self.opened(next)),
                None => {
                    let Some(Waiting { place, written, .. }) = open.pop() else {
                        break;
                    };
                    let asked = Asked::new(&self.named[place].text, self);
                    let query = written.and_then(|written| asked.understood(written));
                    self.known.borrow_mut()[place] = match query {
                        Ok(query) => {
                            let measure = query.measure();
                            Known::Good(Query::Named(Arc::new(query), measure))
                        }
                        Err(wrong) => Known::Wrong(Rc::new(wrong.finding)),
                    };
                }
            }
        }
    }

    /// A query that nobody has asked for yet, opened.
    fn opened(&self, place: usize) -> Option<Waiting> {
        let known = &mut self.known.borrow_mut()[place];
        if !matches!(known, Known::Unasked) {
            return None;
        }
        *known = Known::Open;
        let written = parse(&self.named[place].text);
        let awaited = written.as_ref().map(|written| self.asked_for(written)).unwrap_or_default();
        Some(Waiting { place, written, awaited })
    }

    /// The places of the queries that a text asks for.
    fn asked_for(&self, written: &Written) -> Vec<usize> {
        let all = |all: &[Written]| all.iter().flat_map(|one| self.asked_for(one)).collect();
        match written {
            Written::All(several) | Written::Any(several) => all(several),
            Written::Not(one) => self.asked_for(one),
            Written::Term { key, values, .. } if key.text == NAME => {
                let names = values.iter().filter_map(|value| match value {
                    Wanted::One(name) => self.places.get(&fold_letters(&name.text)).copied(),
                    Wanted::Between(..) => None,
                });
                names.collect()
            }
            Written::Term { .. } | Written::Words(_) => Vec::new(),
        }
    }
}

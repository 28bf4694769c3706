//! The queries that have a name: each is resolved once, when it is first named.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use crate::config::View;
use crate::finding::Finding;
use crate::query::Query;
use crate::text::fold::name_key;
use crate::text::nearest::nearest;

/// The queries that a collection has given a name to.
pub struct NamedQueries<'a> {
    named: &'a [View],
    /// The index of each folded name; of two that are one, the first counts.
    indices: HashMap<String, usize>,
    states: RefCell<Vec<State>>,
    /// How many names that mean nothing were compared with all others.
    compared: Cell<usize>,
}

/// How far a named query has been resolved.
#[derive(Clone)]
pub enum State {
    Unresolved,
    /// It is being resolved: whoever names it now is named by it.
    Resolving,
    Resolved(Query),
    Invalid(Rc<Finding>),
}

/// At most so many mistaken names are compared with all others.
const MAX_SUGGESTIONS: usize = 20;

impl<'a> NamedQueries<'a> {
    pub fn of(named: &'a [View]) -> NamedQueries<'a> {
        let mut indices = HashMap::new();
        for (index, query) in named.iter().enumerate() {
            indices.entry(name_key(&query.name)).or_insert(index);
        }
        let states = RefCell::new(vec![State::Unresolved; named.len()]);
        NamedQueries { named, indices, states, compared: Cell::new(0) }
    }

    pub fn all(&self) -> &'a [View] {
        self.named
    }

    /// The index of the query of this name.
    pub fn index_of(&self, name: &str) -> Option<usize> {
        self.indices.get(&name_key(name)).copied()
    }

    pub fn state(&self, index: usize) -> State {
        self.states.borrow()[index].clone()
    }

    pub fn set_state(&self, index: usize, state: State) {
        self.states.borrow_mut()[index] = state;
    }

    /// The name that was probably meant.
    pub fn near(&self, name: &str) -> Option<&'a str> {
        let compared = self.compared.replace(self.compared.get() + 1);
        let names = self.named.iter().map(|query| query.name.as_str());
        (compared < MAX_SUGGESTIONS).then(|| nearest(name, names)).flatten()
    }
}

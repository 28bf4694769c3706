//! Names that were judged already: the same people, organisations and tools stand in sheet after
//! sheet.

use std::cell::RefCell;
use std::collections::HashSet;

/// The most names that are remembered.
const MOST: usize = 4096;

/// The texts of one sort that were seen to be plain, by one thread.
pub struct PlainNames {
    judge: fn(&str) -> bool,
    plain: RefCell<HashSet<String>>,
}

impl PlainNames {
    pub fn judged_by(judge: fn(&str) -> bool) -> PlainNames {
        PlainNames { judge, plain: RefCell::default() }
    }

    /// Whether a text is plain, as it was the first time.
    pub fn is_plain(&self, text: &str) -> bool {
        let mut plain = self.plain.borrow_mut();
        if plain.contains(text) {
            return true;
        }
        let is_plain = (self.judge)(text);
        if is_plain && plain.len() < MOST {
            plain.insert(text.to_owned());
        }
        is_plain
    }
}

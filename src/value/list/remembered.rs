//! What was judged already: the same people, organisations, tools and titles stand in sheet after
//! sheet.

use std::cell::RefCell;
use std::collections::HashSet;

use crate::value::list::kind::Kind;

/// The most texts of a kind that are remembered.
const MOST: usize = 4096;

thread_local! {
    /// The texts of each kind that this thread has seen to be one clear item.
    static PLAIN: RefCell<Vec<(&'static Kind, HashSet<String>)>> = RefCell::default();
}

impl Kind {
    /// Whether a text is one clear item, seen at a glance; what has been is not judged again.
    pub fn is_one_at_a_glance(&'static self, text: &str) -> bool {
        if !self.is_judged {
            return (self.is_plain)(text);
        }
        PLAIN.with_borrow_mut(|kinds| {
            let known = kinds.iter().position(|(kind, _)| std::ptr::eq(*kind, self));
            let at = known.unwrap_or_else(|| {
                kinds.push((self, HashSet::new()));
                kinds.len() - 1
            });
            let plain = &mut kinds[at].1;
            if plain.contains(text) {
                return true;
            }
            let is_plain = (self.is_plain)(text);
            if is_plain && plain.len() < MOST {
                plain.insert(text.to_owned());
            }
            is_plain
        })
    }
}

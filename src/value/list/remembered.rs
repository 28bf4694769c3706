//! What was judged already: the same people, organisations, tools and titles stand in sheet after
//! sheet.

use std::cell::RefCell;
use std::ptr;

use crate::value::list::kind::Kind;

/// How many texts are remembered at most.
const PLACES: usize = 1024;

thread_local! {
    /// The texts that this thread has seen to be one clear item of a kind, each at its place.
    static PLAIN: RefCell<Vec<Option<(&'static Kind, String)>>> =
        RefCell::new(vec![None; PLACES]);
}

impl Kind {
    /// Whether a text is one clear item, seen at a glance; what has been is not judged again.
    pub fn is_one_at_a_glance(&'static self, text: &str) -> bool {
        if !self.is_judged {
            return (self.is_plain)(text);
        }
        PLAIN.with_borrow_mut(|seen| {
            let known = &mut seen[place(text)];
            if known.as_ref().is_some_and(|(kind, plain)| ptr::eq(*kind, self) && plain == text) {
                return true;
            }
            let is_plain = (self.is_plain)(text);
            if is_plain {
                *known = Some((self, text.to_owned()));
            }
            is_plain
        })
    }
}

/// Where a text is remembered, and no other that has the same place.
fn place(text: &str) -> usize {
    let mix = |mixed: usize, byte: u8| mixed.wrapping_mul(31).wrapping_add(usize::from(byte));
    text.bytes().fold(0, mix) % PLACES
}

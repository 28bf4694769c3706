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
#[inline]
fn place(text: &str) -> usize {
    let mix = |mixed: u64, bytes: u64| (mixed ^ bytes).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let (eights, rest) = text.as_bytes().as_chunks::<8>();
    let mixed = eights.iter().fold(0, |mixed, eight| mix(mixed, u64::from_le_bytes(*eight)));
    let last = rest.iter().fold(0, |last, byte| (last << 8) | u64::from(*byte));
    (mix(mixed, last) >> 32) as usize % PLACES
}

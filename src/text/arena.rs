//! Memory for all that is read from one text, and let go at once. This is the door of `bumpalo`.

use std::cell::Cell;

use bumpalo::Bump;

/// A list that grows in an [`Arena`].
pub type ArenaList<'a, T> = bumpalo::collections::Vec<'a, T>;
/// A text that grows in an [`Arena`].
pub type ArenaText<'a> = bumpalo::collections::String<'a>;

/// The most bytes that are kept for the next text.
const MAX_KEPT: usize = 1 << 20;

thread_local! {
    /// The memory of the last text that was let go in this thread.
    static LAST: Cell<Option<Bump>> = const { Cell::new(None) };
}

/// Where lists and texts stand one behind the other, until all of them are let go.
#[derive(Debug)]
pub struct Arena(Bump);

impl Arena {
    /// An empty list with room for some items, so that it need not move before it has more.
    #[inline]
    pub fn list<T>(&self, room: usize) -> ArenaList<'_, T> {
        ArenaList::with_capacity_in(room, &self.0)
    }

    /// An empty text with room for some bytes, so that it need not move before it has more.
    #[inline]
    pub fn text(&self, room: usize) -> ArenaText<'_> {
        ArenaText::with_capacity_in(room, &self.0)
    }

    /// A copy of a text.
    pub fn copy(&self, text: &str) -> &str {
        self.0.alloc_str(text)
    }
}

impl Default for Arena {
    fn default() -> Self {
        Arena(LAST.take().unwrap_or_default())
    }
}

impl Drop for Arena {
    fn drop(&mut self) {
        let mut memory = std::mem::take(&mut self.0);
        memory.reset();
        if memory.allocated_bytes() <= MAX_KEPT {
            // A thread that ends keeps nothing.
            let _ = LAST.try_with(|last| last.set(Some(memory)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_memory_of_a_text_serves_the_next() {
        let first = Arena::default();
        let numbers = first.list(1);
        let numbers = (0..1000).fold(numbers, |mut numbers, number| {
            numbers.push(number);
            numbers
        });
        assert!(numbers.into_iter().eq(0..1000));
        drop(first);
        let next = Arena::default();
        let kept = next.0.allocated_bytes();
        assert!(kept >= 4000, "{kept}");
        assert_eq!(next.copy("été"), "été");
        assert_eq!(next.0.allocated_bytes(), kept);
    }

    #[test]
    fn what_a_huge_text_took_is_not_kept() {
        let huge = Arena::default();
        huge.text(MAX_KEPT + 1);
        drop(huge);
        assert_eq!(Arena::default().0.allocated_bytes(), 0);
    }
}

//! Memory for the tree of one text. This is the door of `bumpalo`.

use std::cell::Cell;

use bumpalo::Bump;

/// The most bytes that each thread keeps for its next arena.
const MAX_KEPT: usize = 1 << 20;

thread_local! {
    /// The memory of the last arena that was freed in this thread: taken anew for each sheet, it costs
    /// 2 % of the instructions of `list`.
    static LAST: Cell<Option<Bump>> = const { Cell::new(None) };
}

/// A list that grows in an [`Arena`]; when it must move, its old place stays taken until the arena
/// is freed.
pub type ArenaList<'a, T> = bumpalo::collections::Vec<'a, T>;
/// A text that grows in an [`Arena`], as an [`ArenaList`] does.
pub type ArenaText<'a> = bumpalo::collections::String<'a>;

/// Memory that is taken piece by piece and freed as a whole. Nothing in it is dropped: what owns
/// memory of its own (`String`, `Vec`, `Cow::Owned`) must not be put there, it would leak.
#[derive(Debug)]
pub struct Arena(Bump);

impl Arena {
    /// An arena in the memory that the last one of this thread left, if any.
    pub fn recycled() -> Arena {
        Arena(LAST.try_with(Cell::take).ok().flatten().unwrap_or_default())
    }

    /// An empty list with capacity for so many items.
    #[inline]
    pub fn list<T>(&self, capacity: usize) -> ArenaList<'_, T> {
        ArenaList::with_capacity_in(capacity, &self.0)
    }

    /// An empty text with capacity for so many bytes.
    #[inline]
    pub fn text(&self, capacity: usize) -> ArenaText<'_> {
        ArenaText::with_capacity_in(capacity, &self.0)
    }

    /// A copy of a text.
    pub fn copy(&self, text: &str) -> &str {
        self.0.alloc_str(text)
    }

    /// How much memory it takes, in bytes.
    pub fn size(&self) -> usize {
        self.0.allocated_bytes()
    }
}

impl Drop for Arena {
    fn drop(&mut self) {
        let mut memory = std::mem::take(&mut self.0);
        memory.reset();
        if memory.allocated_bytes() <= MAX_KEPT {
            // While a thread ends, its locals may be gone: the memory is then simply freed.
            let _ = LAST.try_with(|last| last.set(Some(memory)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_memory_of_an_arena_serves_the_next() {
        let (first, second) = (Arena::recycled(), Arena::recycled());
        let texts = ["été", "hiver"];
        assert_eq!(texts.map(|text| first.copy(text)), texts.map(|text| second.copy(text)));
        first.list::<u64>(1000);
        drop(second);
        drop(first);
        let next = Arena::recycled();
        let size = next.size();
        assert!(size >= 8000, "{size}");
        assert_eq!(next.copy("été"), "été");
        assert_eq!((next.size(), Arena::recycled().size()), (size, 0));
    }

    #[test]
    fn what_a_huge_text_took_is_not_kept() {
        let huge = Arena::recycled();
        huge.text(MAX_KEPT + 1);
        drop(huge);
        assert_eq!(Arena::recycled().size(), 0);
    }
}

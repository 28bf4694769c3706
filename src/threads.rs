//! Work that a few threads share.

use std::sync::{Mutex, PoisonError};
use std::thread;

/// Answers for each of these, with as many threads as are given; in their order, whatever the
/// number of threads.
pub(crate) fn share<I: Send, T: Send>(
    items: impl IntoIterator<Item = I, IntoIter: ExactSizeIterator + Send>,
    threads: usize,
    answer: impl Fn(I) -> T + Sync,
) -> Vec<T> {
    share_ahead(items, threads, |(), item| item, answer)
}

/// The same where each thread makes a few items ready before it answers for them, with something at
/// hand: neither work drives the other out of the processor's caches.
pub(crate) fn share_ahead<S: Default, I: Send, R, T: Send>(
    items: impl IntoIterator<Item = I, IntoIter: ExactSizeIterator + Send>,
    threads: usize,
    ready: impl Fn(&mut S, I) -> R + Sync,
    answer: impl Fn(R) -> T + Sync,
) -> Vec<T> {
    let items = items.into_iter();
    let count = items.len();
    let threads = threads.clamp(1, count.max(1));
    let chunk = (count / (8 * threads)).clamp(1, 16);
    let mut chunks: Vec<Vec<T>> = Vec::new();
    chunks.resize_with(count.div_ceil(chunk), Vec::new);
    let (left, chunks) = (Mutex::new((0, items)), Mutex::new(chunks));
    let next = || -> (usize, Vec<I>) {
        let (number, items) = &mut *left.lock().unwrap_or_else(PoisonError::into_inner);
        *number += 1;
        (*number - 1, items.take(chunk).collect())
    };
    in_threads(threads, &|| {
        let mut at_hand = S::default();
        loop {
            let (number, items) = next();
            if items.is_empty() {
                return;
            }
            let made: Vec<R> = items.into_iter().map(|item| ready(&mut at_hand, item)).collect();
            let answers = made.into_iter().map(&answer).collect();
            chunks.lock().unwrap_or_else(PoisonError::into_inner)[number] = answers;
        }
    });
    let chunks = chunks.into_inner().unwrap_or_else(PoisonError::into_inner);
    let mut answers = Vec::with_capacity(count);
    chunks.into_iter().for_each(|chunk| answers.extend(chunk));
    answers
}

/// Does the same work in as many threads, and returns when all have ended. This thread works too,
/// so that what is made here is let go where more is asked for.
fn in_threads(threads: usize, work: &(dyn Fn() + Sync)) {
    thread::scope(|scope| {
        for _ in 1..threads {
            scope.spawn(work);
        }
        work();
    });
}

//! Work that a few threads share.

use std::sync::{Mutex, PoisonError};
use std::thread;

/// Answers for each of these, with as many threads as are given; in their order, whatever the
/// number of threads. Each thread keeps something at hand.
pub(crate) fn share<S: Default, I: Send, T: Send>(
    items: impl IntoIterator<Item = I, IntoIter: ExactSizeIterator + Send>,
    threads: usize,
    answer: impl Fn(&mut S, I) -> T + Sync,
) -> Vec<T> {
    let items = items.into_iter();
    let count = items.len();
    let threads = threads.clamp(1, count.max(1));
    let chunk = (count / (8 * threads)).clamp(1, 16);
    let items = Mutex::new(items.enumerate());
    let next = || -> Vec<(usize, I)> {
        let mut items = items.lock().unwrap_or_else(PoisonError::into_inner);
        items.by_ref().take(chunk).collect()
    };
    let work = || {
        let mut answers = Vec::new();
        let mut at_hand = S::default();
        loop {
            let items = next();
            if items.is_empty() {
                return answers;
            }
            let answered = |(number, item)| (number, answer(&mut at_hand, item));
            answers.extend(items.into_iter().map(answered));
        }
    };
    let mut answers = match threads {
        1 => work(),
        // This thread works too, so that what is answered here is let go where more is asked for.
        _ => thread::scope(|scope| {
            let workers: Vec<_> = (1..threads).map(|_| scope.spawn(work)).collect();
            let mut answers = work();
            for worker in workers {
                match worker.join() {
                    Ok(more) => answers.extend(more),
                    Err(panic) => std::panic::resume_unwind(panic),
                }
            }
            answers
        }),
    };
    answers.sort_unstable_by_key(|(number, _)| *number);
    answers.into_iter().map(|(_, answer)| answer).collect()
}

//! Work that a few threads share.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// Answers for each number below a count, with as many threads as are given; in the order of the
/// numbers, whatever the number of threads. Each thread keeps something at hand.
pub(crate) fn share<S: Default, T: Send>(
    count: usize,
    threads: usize,
    answer: impl Fn(&mut S, usize) -> T + Sync,
) -> Vec<T> {
    let threads = threads.clamp(1, count.max(1));
    let chunk = (count / (8 * threads)).clamp(1, 16);
    let next = AtomicUsize::new(0);
    let work = || {
        let mut answers = Vec::new();
        let mut at_hand = S::default();
        loop {
            let start = next.fetch_add(chunk, Ordering::Relaxed);
            if start >= count {
                return answers;
            }
            let numbers = start..(start + chunk).min(count);
            answers.extend(numbers.map(|number| (number, answer(&mut at_hand, number))));
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

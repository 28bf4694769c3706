//! Operations that are tried again where they fail for a moment.

use std::io;
use std::thread;
use std::time::Duration;

/// Failures of the system, by its numbers, that pass within moments: on Windows a virus scanner or
/// a sync folder holds a file (`ERROR_ACCESS_DENIED`, `ERROR_SHARING_VIOLATION`).
pub(super) const TRANSIENT_ERRORS: &[i32] = if cfg!(windows) { &[5, 32] } else { &[] };

/// The pauses before an operation is tried again, in milliseconds: 200 together.
const PAUSES: [u64; 5] = [10, 20, 40, 60, 70];

/// Does an operation, again where it fails for a moment with one of these numbers.
pub(super) fn retry_transient<A, T>(
    transient: &[i32],
    first: A,
    operation: impl Fn(A) -> Result<T, (io::Error, A)>,
) -> io::Result<T> {
    let mut with = first;
    for pause in PAUSES {
        match operation(with) {
            Err((error, again))
                if error.raw_os_error().is_some_and(|number| transient.contains(&number)) =>
            {
                thread::sleep(Duration::from_millis(pause));
                with = again;
            }
            done => return done.map_err(|(error, _)| error),
        }
    }
    operation(with).map_err(|(error, _)| error)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_held_for_a_moment_is_tried_again_and_nothing_else_is() {
        let tries = std::cell::Cell::new(0);
        let operation = |number: i32, fails: usize| {
            tries.set(0);
            retry_transient(&[5, 32], (), |()| {
                tries.set(tries.get() + 1);
                if tries.get() <= fails {
                    Err((io::Error::from_raw_os_error(number), ()))
                } else {
                    Ok(())
                }
            })
        };
        assert!(operation(32, 2).is_ok() && tries.get() == 3);
        assert!(operation(5, 1).is_ok() && tries.get() == 2);
        assert!(operation(5, 100).is_err() && tries.get() == PAUSES.len() + 1);
        assert!(operation(28, 1).is_err() && tries.get() == 1);
    }
}

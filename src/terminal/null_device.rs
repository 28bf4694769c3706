//! Whether an answer goes nowhere.

/// Whether standard output leads to the null device, open both ways: so the runtime leaves it where
/// it was closed before the program began. Some programs hand over the same to throw an answer
/// away, so this is worth a word, and is no failure.
#[cfg(unix)]
pub(super) fn is_closed() -> bool {
    use rustix::fs::{OFlags, fcntl_getfl, fstat, stat};
    use rustix::stdio::stdout;
    let both_ways = fcntl_getfl(stdout()).is_ok_and(|flags| flags.contains(OFlags::RDWR));
    let devices = || Some((fstat(stdout()).ok()?.st_rdev, stat("/dev/null").ok()?.st_rdev));
    both_ways && devices().is_some_and(|(out, null)| out == null)
}

#[cfg(not(unix))]
pub fn is_closed() -> bool {
    false
}

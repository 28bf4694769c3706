//! How far a long work is, on the last line of the terminal.

use std::io::{self, IsTerminal, Write};
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::time::Instant;

use crate::lang::{number, phrase};
use crate::terminal::Terminal;

/// After so many milliseconds it is shown, and again after each further stretch.
const PATIENCE: u64 = 500;
const STRETCH: u64 = 100;

/// Counts the sheets that were read, and shows it where somebody waits for them at a terminal. The
/// line is gone when the work ends.
pub(crate) struct Progress {
    terminal: Terminal,
    visible: bool,
    total: usize,
    done: AtomicUsize,
    started: Instant,
    /// When it is shown next, in milliseconds from the start.
    next: AtomicU64,
}

impl Progress {
    pub(crate) fn of(terminal: Terminal, total: usize) -> Progress {
        Progress {
            terminal,
            visible: terminal.interactive && io::stderr().is_terminal(),
            total,
            done: AtomicUsize::new(0),
            started: Instant::now(),
            next: AtomicU64::new(PATIENCE),
        }
    }

    /// Counts one more.
    pub(crate) fn step(&self) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        if !self.visible || !done.is_multiple_of(16) {
            return;
        }
        let now = u64::try_from(self.started.elapsed().as_millis()).unwrap_or(u64::MAX);
        let next = self.next.load(Ordering::Relaxed);
        let is_due = now >= next
            && self
                .next
                .compare_exchange(next, now + STRETCH, Ordering::Relaxed, Ordering::Relaxed)
                .is_ok();
        if is_due {
            self.draw(done);
        }
    }

    fn draw(&self, done: usize) {
        let lang = self.terminal.lang;
        let line = phrase!(
            "reading sheets: {done} of {total}",
            "lecture des fiches : {done} sur {total}",
            done = number::integer(done as u64, lang),
            total = number::integer(self.total as u64, lang),
        );
        let _ = write!(io::stderr().lock(), "\r\x1b[K{}", line.get(lang));
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if self.visible && *self.next.get_mut() > PATIENCE {
            let _ = write!(io::stderr().lock(), "\r\x1b[K");
        }
    }
}

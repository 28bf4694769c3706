//! Leaves the terminal as it was, whatever stops the program while it asks. This is the door of
//! the signals.
//!
//! A menu hides the cursor and a line is edited in raw mode; a program that is stopped there
//! would leave both behind.

/// Watches until it is dropped, which puts the terminal back, too.
#[derive(Debug)]
pub(super) struct TerminalGuard {
    #[cfg(unix)]
    before: Option<rustix::termios::Termios>,
}

#[cfg(unix)]
mod unix {
    use std::io::{self, Write};
    use std::sync::Arc;
    use std::sync::atomic::AtomicBool;
    use std::thread;
    use std::time::Duration;

    use rustix::stdio::stdin;
    use rustix::termios::{
        LocalModes, OptionalActions, QueueSelector, Termios, tcflush, tcgetattr, tcsetattr,
    };
    use signal_hook::SigId;
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    use signal_hook::iterator::Signals;

    use super::TerminalGuard;

    /// How long the question that Ctrl-C was typed into has to end by itself and say goodbye.
    const GRACE: Duration = Duration::from_millis(300);

    /// How long a question that is about to read a key has to begin: it would change the modes of the
    /// terminal once they are put back.
    const BREATH: Duration = Duration::from_millis(30);

    impl TerminalGuard {
        /// Remembers how the terminal is, and waits for what would stop the program.
        ///
        /// # Errors
        /// Where the system gives no diagnostic of signals.
        pub(crate) fn start() -> io::Result<TerminalGuard> {
            let before = tcgetattr(stdin()).ok();
            let mut signals = Signals::new([SIGINT, SIGTERM, SIGHUP])?;
            let at_start = before.clone();
            thread::spawn(move || {
                let signal = loop {
                    let seen: Vec<i32> = signals.wait().collect();
                    // A menu makes a Ctrl-C of its own of whatever interrupts it.
                    let first = seen.iter().find(|signal| **signal != SIGINT).or(seen.first());
                    if let Some(signal) = first {
                        break *signal;
                    }
                };
                thread::sleep(if signal == SIGINT { GRACE } else { BREATH });
                restore(at_start.as_ref());
                std::process::exit(128 + signal);
            });
            Ok(TerminalGuard { before })
        }
    }

    /// Leaves Ctrl-C to another program until this is dropped.
    pub(crate) fn hold_interrupts() -> Option<HeldInterrupts> {
        let heard = Arc::new(AtomicBool::new(false));
        signal_hook::flag::register(SIGINT, heard).ok().map(HeldInterrupts)
    }

    /// Ctrl-C ends nothing here while this is there.
    #[derive(Debug)]
    pub(crate) struct HeldInterrupts(SigId);

    impl Drop for HeldInterrupts {
        fn drop(&mut self) {
            signal_hook::low_level::unregister(self.0);
        }
    }

    /// Shows none of the keys that are typed, and keeps each for whoever reads it, until this is
    /// dropped.
    pub(crate) fn hide_keys() -> Option<HiddenKeys> {
        let before = tcgetattr(stdin()).ok()?;
        let mut hidden = before.clone();
        hidden.local_modes -= LocalModes::ICANON | LocalModes::ECHO | LocalModes::ISIG;
        tcsetattr(stdin(), OptionalActions::Now, &hidden).ok()?;
        Some(HiddenKeys(before))
    }

    /// No key is shown while this is there.
    #[derive(Debug)]
    pub(crate) struct HiddenKeys(Termios);

    impl Drop for HiddenKeys {
        fn drop(&mut self) {
            let _ = tcsetattr(stdin(), OptionalActions::Now, &self.0);
        }
    }

    /// Gives a signal that has ended a question the time to end the program, too; only after
    /// Ctrl-C the program goes on, to say goodbye.
    pub(crate) fn yield_to_signal() {
        thread::sleep(GRACE / 3);
    }

    /// Forgets what was typed and not read yet.
    pub(crate) fn discard_input() {
        let _ = tcflush(stdin(), QueueSelector::IFlush);
    }

    impl Drop for TerminalGuard {
        fn drop(&mut self) {
            restore(self.before.as_ref());
        }
    }

    /// Puts the modes back and shows the cursor. A terminal that is gone needs neither.
    fn restore(before: Option<&Termios>) {
        if let Some(before) = before {
            let _ = tcsetattr(stdin(), OptionalActions::Now, before);
        }
        let _ = io::stderr().write_all(b"\x1b[?25h");
    }
}

#[cfg(unix)]
pub(super) use unix::{discard_input, hide_keys, hold_interrupts, yield_to_signal};

/// Other systems end a program themselves.
#[cfg(not(unix))]
pub fn yield_to_signal() {}

/// Other systems leave Ctrl-C to whoever reads it.
#[cfg(not(unix))]
pub fn hold_interrupts() {}

/// Other systems show no key while it is read.
#[cfg(not(unix))]
pub fn hide_keys() {}

/// What was typed stays where the system has no word for forgetting it.
#[cfg(not(unix))]
pub fn discard_input() {}

#[cfg(not(unix))]
impl TerminalGuard {
    /// There is nothing to remember where the system keeps the modes of each program apart.
    ///
    /// # Errors
    /// None here.
    pub fn start() -> std::io::Result<TerminalGuard> {
        Ok(TerminalGuard {})
    }
}

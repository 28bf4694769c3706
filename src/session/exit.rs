//! The verdict of a command.

/// The verdict of a command, which becomes the exit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Exit {
    Success,
    /// The answer is no: errors found, sheet not found, or a sheet could not be read.
    Failure,
    /// The command was wrong.
    Usage,
    /// The person stopped it: Ctrl-C.
    Interrupted,
}

impl Exit {
    /// The exit code.
    pub(crate) fn code(self) -> u8 {
        match self {
            Exit::Success => 0,
            Exit::Failure => 1,
            Exit::Usage => 2,
            Exit::Interrupted => 130,
        }
    }

    /// The first of two verdicts that is not good.
    pub(crate) fn and(self, other: Exit) -> Exit {
        if self == Exit::Success { other } else { self }
    }
}

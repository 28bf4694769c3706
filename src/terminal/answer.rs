//! What comes of a question.

/// What came of a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Answer<T> {
    Given(T),
    /// No more answers: Ctrl-D, Escape in a menu, or the terminal is gone.
    End,
    /// Ctrl-C.
    Stopped,
}

//! What is answered where there is no command to carry out.

/// What came of the arguments, if they are no command to carry out.
#[derive(Debug)]
pub enum EarlyExit {
    /// Help or the version was asked for: an answer.
    Help(String),
    /// The command is wrong.
    Usage(String),
}

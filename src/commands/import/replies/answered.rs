//! What becomes of an answer that is understood.

use crate::session::assignment::Assignment;
use crate::session::revision::Revision;

/// What an answer changes.
pub(super) enum Answered {
    /// The sheet that it is for, by its id.
    Sheet(String, Vec<Assignment>),
    /// The sheet of a lesson that was applied.
    Lesson(Box<Revision>),
    /// Nothing: the sheet says it already.
    Nothing,
}

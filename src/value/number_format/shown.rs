//! What is shown of a number.

/// What is shown of a number.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Shown {
    pub text: String,
    /// The whole value, where less of it is shown.
    pub value: Option<String>,
}

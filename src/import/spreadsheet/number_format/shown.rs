//! What is shown of a number.

/// What is shown of a number.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::import::spreadsheet) struct Shown {
    pub text: String,
    /// The whole value, where less of it is shown.
    pub value: Option<String>,
}

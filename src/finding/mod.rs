//! What is wrong, and where: the words of a finding, its place, and how it is shown.

pub mod diagnostic;
pub mod lint;
pub mod model;
pub mod renamed;
pub mod severity;
pub mod tally;

pub use diagnostic::{Diagnostic, Excerpt, Underline};
pub use lint::{Lint, for_sheet};
pub use model::{Finding, Fix};
pub use renamed::{renamed, renamed_message};
pub use severity::Severity;
pub use tally::Tally;

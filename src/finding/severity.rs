//! How much a finding weighs.

use std::fmt;

use crate::lang::{Text, text};

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The sheet cannot be trusted.
    Error,
    /// Probably wrong.
    Warning,
    /// Would be more useful.
    Hint,
}

impl Severity {
    /// The name in machine formats.
    pub const fn code(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Hint => "hint",
        }
    }

    pub const fn label(self) -> Text {
        match self {
            Severity::Error => text!("error", "erreur"),
            Severity::Warning => text!("warning", "avertissement"),
            Severity::Hint => text!("hint", "conseil"),
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str(self.code())
    }
}

//! Why a command ends before its answer: a value that goes up by `?` and is shown in one place.

use std::fmt::{self, Display, Formatter};

use crate::finding::Diagnostic;
use crate::lang::{Lang, Phrase};
use crate::session::{Context, Exit};

/// Why a command ends before its answer.
#[derive(Debug)]
pub(crate) struct Failure {
    pub exit: Exit,
    pub message: Option<Phrase>,
    pub diagnostics: Vec<Diagnostic>,
}

impl Failure {
    /// The command was wrong.
    pub(crate) fn usage(message: impl Into<Phrase>) -> Failure {
        Failure { exit: Exit::Usage, message: Some(message.into()), diagnostics: Vec::new() }
    }

    /// The answer is no.
    pub(crate) fn no(message: impl Into<Phrase>) -> Failure {
        Failure { exit: Exit::Failure, ..Failure::usage(message) }
    }

    /// What was typed for the command has an error, at its place.
    pub(crate) fn mistake(diagnostic: Diagnostic) -> Failure {
        Failure { exit: Exit::Usage, message: None, diagnostics: vec![diagnostic] }
    }

    /// Shows it to the person, and gives the verdict.
    pub(crate) fn show(&self, context: &Context) -> Exit {
        context.show_diagnostics(&self.diagnostics);
        if let Some(message) = &self.message {
            context.note(message);
        }
        self.exit
    }
}

impl Display for Failure {
    fn fmt(&self, out: &mut Formatter) -> fmt::Result {
        let code = self.diagnostics.first().map(|diagnostic| diagnostic.finding.lint.code);
        out.write_str(
            self.message.as_ref().map(|message| message.get(Lang::En)).or(code).unwrap_or_default(),
        )
    }
}

impl std::error::Error for Failure {}

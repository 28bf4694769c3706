//! Whether what a source says is saved, shown, or only compared.

use crate::cli::ImportArgs;
use crate::session::revision::PREVIEW_ONLY;
use crate::session::{Context, Exit};

/// What becomes of the changes that a source brings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Saving {
    Saved,
    /// They are shown, with how to save them.
    Shown,
    /// They are shown, and make the verdict a no.
    Compared,
}

impl Saving {
    pub(crate) fn of(args: &ImportArgs) -> Saving {
        match (args.write, args.check) {
            (true, _) => Saving::Saved,
            (false, true) => Saving::Compared,
            (false, false) => Saving::Shown,
        }
    }

    /// Whether they are saved.
    pub(crate) fn is_saved(self) -> bool {
        self == Saving::Saved
    }

    /// The verdict, where there are changes or none; of those that are only shown it says how to save
    /// them.
    pub(crate) fn verdict(self, context: &Context, differs: bool) -> Exit {
        match self {
            Saving::Compared if differs => return Exit::Failure,
            Saving::Shown if differs => context.note(&PREVIEW_ONLY.into()),
            Saving::Saved | Saving::Shown | Saving::Compared => {}
        }
        Exit::Success
    }
}

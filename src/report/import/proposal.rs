//! A draft with all that is to be said of it.

use crate::finding::Diagnostic;
use crate::lang::choice::{Choice, choices};
use crate::report::Tone;
use crate::report::import::KeyRow;
use crate::sheet::Sheet;

/// A draft with all that is to be said of it.
#[derive(Clone, Debug)]
pub struct Proposal {
    /// The path of the foreign file.
    pub from: String,
    /// The name of the entry in it, where it holds several.
    pub entry: Option<String>,
    /// The path of the sheet.
    pub path: String,
    pub state: ImportState,
    pub sheet: Sheet,
    /// The text of a sheet that is new.
    pub yaml: String,
    /// Label, key and text of every field that was found, where the file has labels.
    pub fields: Vec<(String, &'static str, String)>,
    /// How many fields it fills.
    pub filled: usize,
    /// What went to `extra` because it was not understood.
    pub kept: Vec<Kept>,
    /// What was left out on purpose.
    pub left_out: Vec<Kept>,
    /// What becomes of each key of a sheet that is there.
    pub keys: Vec<KeyRow>,
    pub diagnostics: Vec<Diagnostic>,
}

/// What is in no field: where it stood, and what it says.
#[derive(Clone, Debug)]
pub struct Kept {
    /// Its line, in a file that is a text.
    pub line: Option<u32>,
    pub label: String,
    pub text: String,
}

choices! {
    /// What becomes of a draft.
    ImportState {
        New: "new", "new", "nouvelle";
        Written: "written", "saved", "enregistrée";
        Changed: "changed", "changed", "modifiée";
        Linked: "linked", "linked to its source", "reliée à sa source";
        Same: "same", "unchanged", "inchangée";
        Conflict: "conflict", "conflict", "conflit";
        Ambiguous: "ambiguous", "several match", "plusieurs correspondent";
        Repeated: "repeated", "entry repeated", "fiche répétée";
        Refused: "refused", "cannot be changed", "modification impossible";
        Exists: "exists", "already exists", "existe déjà";
    }
}

impl ImportState {
    pub(super) const fn tone(self) -> Tone {
        match self {
            ImportState::New | ImportState::Changed | ImportState::Linked => Tone::Plain,
            ImportState::Written => Tone::Good,
            ImportState::Same | ImportState::Repeated => Tone::Muted,
            ImportState::Conflict
            | ImportState::Ambiguous
            | ImportState::Refused
            | ImportState::Exists => Tone::Error,
        }
    }

    /// Whether somebody must settle something by hand.
    pub fn is_open(self) -> bool {
        matches!(self.tone(), Tone::Error)
    }

    /// Whether it would change something on the disk.
    pub fn would_write(self) -> bool {
        matches!(self, ImportState::New | ImportState::Changed | ImportState::Linked)
    }
}

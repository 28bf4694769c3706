//! Runs the editor of the person's choice: `$VISUAL`, else `$EDITOR`, and no other program ever.

use std::io::ErrorKind;
use std::path::Path;

use crate::lang::{Phrase, Text, phrase, text};
use crate::terminal::program::{self, NOT_FOUND};

/// What came of running the editor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Edited {
    /// It ended well; the file holds what the person left in it.
    Done,
    /// None is set.
    NoEditor,
    /// It could not be run, or did not end well: its name and why.
    Failed { editor: String, why: Phrase },
}

/// Where the choice stands.
const CHOICE: [&str; 2] = ["VISUAL", "EDITOR"];

/// Whether the person has chosen an editor.
pub(crate) fn is_chosen() -> bool {
    program::chosen(&CHOICE).is_some()
}

/// Runs the editor on a file, without a shell where its setting is a plain list of words.
pub(crate) fn edit(file: &Path) -> Edited {
    let Some(editor) = program::chosen(&CHOICE) else {
        return Edited::NoEditor;
    };
    let failed = |why: Phrase| Edited::Failed { editor: editor.clone(), why };
    let Some(mut command) = program::command(&editor) else {
        return failed(UNQUOTED.into());
    };
    match command.arg(file).status() {
        Ok(status) if status.success() => Edited::Done,
        Ok(status) => failed(match status.code() {
            Some(code) => {
                phrase!("exit code {code}", "code de sortie {code}", code)
            }
            None => STOPPED.into(),
        }),
        Err(error) if error.kind() == ErrorKind::NotFound => failed(NOT_FOUND.into()),
        Err(error) => failed(Phrase::untranslated(error.to_string())),
    }
}

const UNQUOTED: Text =
    text!("unclosed quotation mark in EDITOR", "guillemet non refermé dans EDITOR");
const STOPPED: Text = text!("stopped by a signal", "arrêté par un signal");

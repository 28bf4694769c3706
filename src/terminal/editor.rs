//! Runs the editor of the person's choice: `$VISUAL`, `$EDITOR`, `$GIT_EDITOR`, the one that their
//! own git configuration names, else one that most systems have. What a repository says of an
//! editor is never asked: whoever shares a repository would choose a program to be run here.

use std::io::ErrorKind;
use std::path::Path;

use crate::error::SystemError;
use crate::lang::{Phrase, Text, phrase, text};
use crate::terminal::program::{self, NOT_FOUND};

/// What came of running the editor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Edited {
    /// It ended well; the file holds what the person left in it.
    Done,
    /// None is chosen, and none is there.
    NoEditor,
    /// It could not be run, or did not end well: its name and why.
    Failed { editor: String, why: Phrase },
}

/// Where the choice stands.
const CHOICE: [&str; 3] = ["VISUAL", "EDITOR", "GIT_EDITOR"];

/// Where git keeps the choice of a person: not where it keeps that of a repository.
const GIT_CHOICE: [&str; 4] = ["config", "--global", "--get", "core.editor"];

/// What is tried where nothing is chosen, the plainest first.
const USUAL: [&str; 3] = ["nano", "vi", "notepad"];

/// Whether there is an editor.
pub(crate) fn is_there() -> bool {
    chosen().is_some()
}

/// The editor that is chosen, else one that is there.
fn chosen() -> Option<String> {
    let usual = || USUAL.into_iter().find(|name| program::is_there(name)).map(str::to_owned);
    program::chosen(&CHOICE).or_else(|| program::output("git", &GIT_CHOICE)).or_else(usual)
}

/// Runs the editor on a file, without a shell where its setting is a plain list of words.
pub(crate) fn edit(file: &Path) -> Edited {
    let Some(editor) = chosen() else {
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
        Err(error) => failed(SystemError::why(&error)),
    }
}

const UNQUOTED: Text = text!("unclosed quotation mark", "guillemet non refermé");
const STOPPED: Text = text!("stopped by a signal", "arrêté par un signal");

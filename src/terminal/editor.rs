//! Runs the editor of the person's choice: `$VISUAL`, else `$EDITOR`, and no other program ever.

use std::io::ErrorKind;
use std::path::Path;
use std::process::Command;

use crate::lang::{Phrase, Text, phrase, text};

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

/// What only a shell understands.
const SHELL: [char; 12] = ['$', '`', '|', '&', ';', '<', '>', '(', ')', '*', '?', '~'];

/// The editor that is chosen.
fn chosen() -> Option<String> {
    let set = |name: &str| std::env::var(name).ok().filter(|command| !command.trim().is_empty());
    set("VISUAL").or_else(|| set("EDITOR"))
}

/// Whether the person has chosen an editor.
pub(crate) fn is_chosen() -> bool {
    chosen().is_some()
}

/// Runs the editor on a file, without a shell where its setting is a plain list of words.
pub(crate) fn edit(file: &Path) -> Edited {
    let Some(editor) = chosen() else {
        return Edited::NoEditor;
    };
    let failed = |why: Phrase| Edited::Failed { editor: editor.clone(), why };
    let mut command = if editor.contains(SHELL) {
        let mut shell = Command::new("sh");
        shell.arg("-c").arg(format!("{editor} \"$@\"")).arg(&editor);
        shell
    } else {
        let words = match shell_words::split(&editor) {
            Ok(words) => words,
            Err(_) => return failed(UNQUOTED.into()),
        };
        let Some((program, args)) = words.split_first() else {
            return Edited::NoEditor;
        };
        let mut command = Command::new(program);
        command.args(args);
        command
    };
    match command.arg(file).status() {
        Ok(status) if status.success() => Edited::Done,
        Ok(status) => failed(match status.code() {
            Some(code) => {
                phrase!("exit code {code}", "code de sortie {code}", code)
            }
            None => STOPPED.into(),
        }),
        Err(error) if error.kind() == ErrorKind::NotFound => failed(NOWHERE.into()),
        Err(error) => failed(Phrase::untranslated(error.to_string())),
    }
}

const UNQUOTED: Text =
    text!("unclosed quotation mark in EDITOR", "guillemet non refermé dans EDITOR");
const STOPPED: Text = text!("stopped by a signal", "arrêté par un signal");
const NOWHERE: Text = text!("program not found", "programme introuvable");

//! Runs a program that the person has chosen, and finds one that is there. This is the door of
//! `shell-words`.

use std::process::{Command, Stdio};

use crate::lang::{Text, text};

/// What only a shell understands.
const SHELL: [char; 12] = ['$', '`', '|', '&', ';', '<', '>', '(', ')', '*', '?', '~'];

pub(super) const NOT_FOUND: Text = text!("program not found", "programme introuvable");

/// The first of these variables that says something.
pub(super) fn chosen(variables: &[&str]) -> Option<String> {
    let set = |name: &&str| std::env::var(name).ok().filter(|command| !command.trim().is_empty());
    variables.iter().find_map(set)
}

/// Whether a program of this name can be run.
pub(super) fn is_there(name: &str) -> bool {
    let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    let folders = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&folders).any(|folder| folder.join(&file).is_file())
}

/// The first line that a program says, where it is there and says one.
pub(super) fn output(name: &str, args: &[&str]) -> Option<String> {
    let said = Command::new(name).args(args).stdin(Stdio::null()).stderr(Stdio::null()).output();
    let said = said.ok().filter(|said| said.status.success())?;
    let line = String::from_utf8_lossy(&said.stdout).lines().next()?.trim().to_owned();
    Some(line).filter(|line| !line.is_empty())
}

/// The program that a setting names, without a shell where that is a plain list of words; none
/// where a quotation mark is not closed.
pub(super) fn command(words: &str) -> Option<Command> {
    if words.contains(SHELL) {
        let mut shell = Command::new("sh");
        shell.arg("-c").arg(format!("{words} \"$@\"")).arg(words);
        return Some(shell);
    }
    let words = shell_words::split(words).ok()?;
    let (program, args) = words.split_first()?;
    let mut command = Command::new(program);
    command.args(args);
    Some(command)
}

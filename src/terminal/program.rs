//! Runs a program that the person has chosen by an environment variable. This is the door of
//! `shell-words`.

use std::process::Command;

use crate::lang::{Text, text};

/// What only a shell understands.
const SHELL: [char; 12] = ['$', '`', '|', '&', ';', '<', '>', '(', ')', '*', '?', '~'];

pub(super) const NOT_FOUND: Text = text!("program not found", "programme introuvable");

/// The first of these variables that says something.
pub(super) fn chosen(variables: &[&str]) -> Option<String> {
    let set = |name: &&str| std::env::var(name).ok().filter(|command| !command.trim().is_empty());
    variables.iter().find_map(set)
}

/// The program that a variable names, without a shell where that is a plain list of words; none
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

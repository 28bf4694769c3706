//! Shows a long answer page by page, in the pager of the person's choice: `$SHEET_PAGER`, else
//! `$PAGER`, else `less`. Set to nothing or to `cat`, there is none.

use std::io::{self, Write};
use std::process::{Child, Stdio};

use crate::error::SystemError;
use crate::lang::{Lang, Phrase, Text, phrase, text};
use crate::terminal::program;
use crate::terminal::{guard, program::NOT_FOUND};

/// What `less` is asked for where nobody has set it: to end at once where all fits on the screen, to
/// show colours, and to leave the answer on the screen.
const LESS: &str = "FRX";

/// What `less` shows on the last line of the screen, behind its option `-Ps`: signs that mean
/// something there are avoided.
const PROMPT: Text = text!("space = go on, q = end", "espace = la suite, q = fin");

/// Shows a text in the pager; false where there is none, and the text is still to be written.
///
/// # Errors
/// Why the pager that somebody chose could not be run.
pub(super) fn show(text: &[u8], lang: Lang) -> Result<bool, Phrase> {
    let set = ["SHEET_PAGER", "PAGER"].iter().find_map(|name| std::env::var(name).ok());
    let wanted = set.as_deref().unwrap_or("less").trim();
    if wanted.is_empty() || wanted == "cat" {
        return Ok(false);
    }
    match started(wanted, lang) {
        Ok(pager) => {
            // Ctrl-C is for the pager while it is there.
            let _held = guard::hold_interrupts();
            feed(pager, text);
            Ok(true)
        }
        Err(_) if set.is_none() => Ok(false),
        Err(error) => Err(phrase!(
            "cannot run the pager `{wanted}`: {why}",
            "impossible de lancer le paginateur `{wanted}` : {why}",
            wanted,
            why = if error.kind() == io::ErrorKind::NotFound {
                NOT_FOUND.into()
            } else {
                SystemError::why(&error)
            },
        )),
    }
}

fn started(wanted: &str, lang: Lang) -> io::Result<Child> {
    let mut pager = program::command(wanted).ok_or(io::ErrorKind::InvalidInput)?;
    if std::env::var_os("LESS").is_none() {
        pager.env("LESS", format!("{LESS}Ps{}$", PROMPT.get(lang)));
    }
    pager.stdin(Stdio::piped()).spawn()
}

/// Gives the text to a pager, and waits until the person has read enough of it.
fn feed(mut pager: Child, text: &[u8]) {
    if let Some(mut page) = pager.stdin.take() {
        let _ = page.write_all(text);
    }
    let _ = pager.wait();
}

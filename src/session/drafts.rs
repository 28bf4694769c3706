//! A text in the person's editor: nothing that was typed there is lost, whatever the editor does.

use anyhow::Result;

use crate::error::SystemError;
use crate::lang::{Text, phrase, text};
use crate::session::Context;
use crate::store::DraftFile;
use crate::terminal::editor::{self, Edited};

/// Where what is begun and not saved is kept.
///
/// # Errors
/// Where the system names no place for it.
pub(crate) fn folder() -> Result<std::path::PathBuf> {
    crate::terminal::drafts().ok_or_else(|| {
        SystemError::new(text!(
            "no folder for drafts: set HOME",
            "pas de dossier pour les brouillons : définissez HOME",
        ))
        .into()
    })
}

/// Opens a draft in the editor: the bytes that it left, if it ended well and left any. What
/// hinders that is said.
///
/// # Errors
/// Where the draft cannot be read.
pub(crate) fn open_in_editor(context: &Context, draft: &DraftFile) -> Result<Option<Vec<u8>>> {
    match editor::edit(&draft.file) {
        Edited::Done => {
            let after = draft.bytes()?;
            if !is_blank(&after) {
                return Ok(Some(after));
            }
            context.note(&EMPTY.into());
        }
        Edited::NoEditor => context.note(&NO_EDITOR.into()),
        Edited::Failed { editor, why } => context.note(&phrase!(
            "editor `{editor}` failed: {why}",
            "l'éditeur `{editor}` a échoué : {why}",
            editor,
            why,
        )),
    }
    Ok(None)
}

/// Says where a text is that was not saved: its path has a line of its own, which is not
/// folded, so that it can be copied.
pub(crate) fn note_kept(context: &Context, draft: &DraftFile) {
    context.note(&KEPT.into());
    context.terminal.message(&format!("  {}", draft.file.display()));
}

/// Whether there is nothing to be read in a text.
pub(crate) fn is_blank(text: &[u8]) -> bool {
    text.iter().all(u8::is_ascii_whitespace)
}

const KEPT: Text = text!("your text is in:", "votre texte est dans :");

const NO_EDITOR: Text = text!(
    "no editor found; for example: export EDITOR=nano",
    "aucun éditeur trouvé ; par exemple : export EDITOR=nano",
);

const EMPTY: Text =
    text!("the text is empty; nothing was saved", "le texte est vide ; rien n'a été enregistré");

//! Why the world did not let the program do its work, in the words of the person.

use std::error::Error;
use std::fmt;
use std::io::{self, ErrorKind};
use std::path::Path;

use crate::lang::{Lang, Phrase, Text, phrase, text};
use crate::text::sanitize::one_line;

/// A failure with what was tried, why it failed and what to do.
#[derive(Debug)]
pub(crate) struct SystemError(pub Phrase);

impl SystemError {
    pub(crate) fn new(words: impl Into<Phrase>) -> SystemError {
        SystemError(words.into())
    }

    /// A failure of the system at a path, or one of our own that it carries.
    pub(crate) fn io(doing: Text, path: &Path, error: &io::Error) -> SystemError {
        let path = path.display().to_string();
        let path = one_line(&path);
        let why = SystemError::why(error);
        SystemError::new(phrase!(
            "{doing} {path}: {why}",
            "{doing} {path} : {why}",
            doing,
            path,
            why
        ))
    }

    /// Why something failed: in words of our own, where we have some.
    pub(crate) fn why(error: &io::Error) -> Phrase {
        let own = error.get_ref().and_then(|inner| inner.downcast_ref::<SystemError>());
        match (own, reason(error.kind())) {
            (Some(trouble), _) => trouble.0.clone(),
            (None, Some(text)) => text.into(),
            (None, None) => Phrase::untranslated(error.to_string()),
        }
    }

    /// The words of an error and of what caused it, in both languages as far as they are ours.
    pub(crate) fn message(error: &anyhow::Error) -> Phrase {
        Phrase::per_lang(|lang| {
            error
                .chain()
                .map(|cause| match cause.downcast_ref::<SystemError>() {
                    Some(trouble) => trouble.0.get(lang).to_owned(),
                    None => cause.to_string(),
                })
                .collect::<Vec<_>>()
                .join(": ")
        })
    }
}

impl fmt::Display for SystemError {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str(self.0.get(Lang::En))
    }
}

impl Error for SystemError {}

fn reason(kind: ErrorKind) -> Option<Text> {
    Some(match kind {
        ErrorKind::NotFound => {
            text!("no such file or folder", "fichier ou dossier introuvable")
        }
        ErrorKind::PermissionDenied => text!(
            "permission denied; check the owner and permissions",
            "accès refusé ; vérifiez le propriétaire et les droits",
        ),
        ErrorKind::IsADirectory => text!("is a folder", "c'est un dossier"),
        ErrorKind::NotADirectory => text!("not a folder", "ce n'est pas un dossier"),
        ErrorKind::StorageFull => text!(
            "disk full; free some space and try again",
            "disque plein ; libérez de la place et réessayez",
        ),
        ErrorKind::QuotaExceeded => text!("disk quota exceeded", "quota de disque atteint"),
        ErrorKind::ReadOnlyFilesystem => {
            text!("read-only disk", "disque en lecture seule")
        }
        ErrorKind::FileTooLarge => text!("file too large", "fichier trop gros"),
        ErrorKind::AlreadyExists => text!("already exists", "existe déjà"),
        _ => return None,
    })
}

//! Why the world did not let the program do its work, in the words of the person.

use std::error::Error;
use std::fmt;
use std::io::{self, ErrorKind};
use std::path::Path;

use crate::lang::visible::one_line;
use crate::lang::{Lang, Phrase, Text};

/// A failure with what was tried, why it failed and what to do.
#[derive(Debug)]
pub struct Trouble(pub Phrase);

impl Trouble {
    pub fn new(en: impl Into<String>, fr: impl Into<String>) -> Trouble {
        Trouble(Phrase::new(en, fr))
    }

    /// A failure of the system at a path, or one of our own that it carries.
    pub fn io(doing: Text, path: &Path, error: &io::Error) -> Trouble {
        let path = path.display().to_string();
        let path = one_line(&path);
        let own = error.get_ref().and_then(|inner| inner.downcast_ref::<Trouble>());
        let why = |lang: Lang| match (own, reason(error.kind())) {
            (Some(trouble), _) => trouble.0.say(lang).to_owned(),
            (None, Some(text)) => text.say(lang).to_owned(),
            (None, None) => error.to_string(),
        };
        Trouble::new(
            format!("{} {path}: {}", doing.en, why(Lang::En)),
            format!("{} {path} : {}", doing.fr, why(Lang::Fr)),
        )
    }

    /// The words of an error and of what caused it, in both languages as far as they are ours.
    pub fn words(error: &anyhow::Error) -> Phrase {
        let words = |lang: Lang| {
            let said = |cause: &(dyn Error + 'static)| match cause.downcast_ref::<Trouble>() {
                Some(trouble) => trouble.0.say(lang).to_owned(),
                None => cause.to_string(),
            };
            error.chain().map(said).collect::<Vec<_>>().join(": ")
        };
        Phrase::new(words(Lang::En), words(Lang::Fr))
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str(&self.0.en)
    }
}

impl Error for Trouble {}

fn reason(kind: ErrorKind) -> Option<Text> {
    Some(match kind {
        ErrorKind::NotFound => {
            Text::new("there is no such file or folder", "ce fichier ou dossier n'existe pas")
        }
        ErrorKind::PermissionDenied => Text::new(
            "permission denied; check who owns the file or folder",
            "accès refusé ; vérifiez à qui appartient le fichier ou le dossier",
        ),
        ErrorKind::IsADirectory => Text::new("it is a folder", "c'est un dossier"),
        ErrorKind::NotADirectory => Text::new("it is no folder", "ce n'est pas un dossier"),
        ErrorKind::StorageFull => Text::new(
            "the disk is full; free some space and run the command again",
            "le disque est plein ; libérez de la place et relancez la commande",
        ),
        ErrorKind::QuotaExceeded => Text::new("your quota is used up", "votre quota est atteint"),
        ErrorKind::ReadOnlyFilesystem => {
            Text::new("the disk is read-only", "le disque est en lecture seule")
        }
        ErrorKind::FileTooLarge => Text::new("the file is too large", "le fichier est trop gros"),
        ErrorKind::AlreadyExists => Text::new("it exists already", "il existe déjà"),
        _ => return None,
    })
}

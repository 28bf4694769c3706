//! The right to write in a collection: one lock for every writer, held by the kernel on a file in
//! `.sheet` beside `projects`, so that it ends with the process.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use anyhow::Result;

use crate::error::SystemError;
use crate::lang::{Phrase, Text, text};
use crate::store::access::Access;
use crate::store::snapshot::is_same;
use crate::store::{Collection, SHEETS_DIR, temporary};

/// The folder of the lock and of what is being written, beside that of the sheets.
pub(super) const FOLDER: &str = ".sheet";

const LOCK: &str = "lock";

/// How long another writer is waited for.
const LOCK_TIMEOUT: Duration = Duration::from_secs(5);

/// The right to write in a collection, until it is dropped or the process dies. Every save goes
/// through it.
pub(crate) struct Lock<'a> {
    held: Option<Held>,
    note: Box<dyn Fn(&Phrase) + 'a>,
}

struct Held {
    root: PathBuf,
    folder: PathBuf,
    _file: File,
}

impl<'a> Lock<'a> {
    /// Waits for the right to write. That somebody else has it is said, and later what a save
    /// could not do although it was made.
    ///
    /// # Errors
    /// Where another writer keeps it for longer than five seconds, or the disk does not let it.
    pub(crate) fn of(collection: &Collection, note: impl Fn(&Phrase) + 'a) -> Result<Lock<'a>> {
        let root = &collection.root;
        let folder = root.join(FOLDER);
        let system_error = |error: io::Error| SystemError::io(DOING, &folder, &error);
        let mut file = opened(root, &folder).map_err(system_error)?;
        let pause = Duration::from_millis(20);
        for waited in 0..LOCK_TIMEOUT.as_millis() / pause.as_millis() {
            match file.try_lock() {
                // Somebody may have removed it before it was locked, and made another.
                Ok(()) if !stands(&file, &folder.join(LOCK)) => {
                    file = opened(root, &folder).map_err(system_error)?;
                }
                Ok(()) => {
                    temporary::clear(&folder);
                    let held = Held { root: root.clone(), folder, _file: file };
                    return Ok(Lock { held: Some(held), note: Box::new(note) });
                }
                Err(TryLockError::WouldBlock) if waited == 0 => note(&WAITING.into()),
                Err(TryLockError::WouldBlock) => thread::sleep(pause),
                Err(TryLockError::Error(error)) => return Err(system_error(error).into()),
            }
        }
        Err(SystemError::new(text!(
            "another `sheet` process has been writing for five seconds; try again later",
            "un autre `sheet` enregistre depuis cinq secondes ; réessayez plus tard",
        ))
        .into())
    }

    /// The right to write files that are in no collection, which nobody locks.
    pub(crate) fn outside(note: impl Fn(&Phrase) + 'a) -> Lock<'a> {
        Lock { held: None, note: Box::new(note) }
    }

    /// Says what a save could not do although it was made.
    pub(super) fn warn(&self, warning: &Phrase) {
        (self.note)(warning);
    }

    /// Where a file of this folder is written before it gets its name: in `.sheet` where the folder
    /// belongs to the collection.
    pub(super) fn scratch(&self, folder: &Path) -> Option<&Path> {
        let inside =
            |held: &&Held| folder.canonicalize().is_ok_and(|folder| folder.starts_with(&held.root));
        self.held.as_ref().filter(inside).map(|held| held.folder.as_path())
    }
}

/// Whether a file still stands under its name.
fn stands(file: &File, path: &Path) -> bool {
    let found = file.metadata().and_then(|file| Ok(is_same(&file, &fs::metadata(path)?)));
    found.unwrap_or(false)
}

/// Opens the file of the lock for writing: a folder can be locked neither on Windows nor over NFS.
/// Folder and file must be the collection's own, whatever its repository holds.
fn opened(root: &Path, folder: &Path) -> io::Result<File> {
    let lock = folder.join(LOCK);
    match fs::create_dir(folder) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(error),
        _ if !folder.symlink_metadata()?.is_dir() => return Err(io::Error::other(not_ours())),
        _ => {}
    }
    if lock.symlink_metadata().is_err() {
        prepare(root, folder, &lock)?;
    }
    if lock.symlink_metadata()?.is_file() {
        File::options().write(true).open(lock)
    } else {
        Err(io::Error::other(not_ours()))
    }
}

/// Makes the folder of the lock, which git is told to ignore, as open as that of the sheets: whoever
/// may write those may write here. The lock is made last, because it is looked for first.
fn prepare(root: &Path, folder: &Path, lock: &Path) -> io::Result<()> {
    let access = Access::of(&fs::metadata(root.join(SHEETS_DIR))?);
    access.open_up(folder);
    let ignored = folder.join(".gitignore");
    temporary::put(&ignored, b"*\n")?;
    access.open_up(&ignored);
    File::options().write(true).create(true).truncate(false).open(lock)?;
    access.open_up(lock);
    Ok(())
}

fn not_ours() -> SystemError {
    SystemError::new(text!(
        "it must be a real folder, not a link; remove it and run the command again",
        "ce doit être un vrai dossier, pas un lien ; supprimez-le et relancez la commande",
    ))
}

const DOING: Text = text!("cannot use", "impossible d'utiliser");

const WAITING: Text = text!(
    "waiting for another `sheet` process to finish…",
    "un autre `sheet` est en train d'enregistrer ; attente…",
);

//! What a person has begun to write and not saved yet: a file in a folder of its own, outside any
//! collection, which nobody else may read.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::error::SystemError;
use crate::lang::{Text, text};
use crate::store::temporary;

const DOING: Text = text!("cannot save a draft in", "impossible d'enregistrer un brouillon dans");

const LOCK: &str = ".lock";

/// How the names of notes end.
const NOTE: &str = ".note";

/// More drafts than this are never begun.
const MAX_DRAFTS: usize = 10_000;

/// A draft, which no other program takes for one left behind while this one holds it.
#[derive(Debug)]
pub(crate) struct DraftFile {
    folder: PathBuf,
    /// The file that holds the text.
    pub file: PathBuf,
    _lock: File,
}

impl DraftFile {
    /// Begins a draft in the first folder below `home` that nobody uses, in a file of this name.
    ///
    /// # Errors
    /// Where the disk does not let it.
    pub(crate) fn create(drafts_dir: &Path, name: &str, bytes: &[u8]) -> Result<DraftFile> {
        let error_at = |error: &io::Error| SystemError::io(DOING, drafts_dir, error);
        private().create(drafts_dir).map_err(|error| error_at(&error))?;
        for number in 1..=MAX_DRAFTS {
            let folder = drafts_dir.join(number.to_string());
            match private().recursive(false).create(&folder) {
                Ok(()) => {}
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => continue,
                Err(error) => return Err(error_at(&error).into()),
            }
            let lock = lock(&folder).map_err(|error| error_at(&error))?;
            let Some(lock) = lock else {
                continue;
            };
            let draft = DraftFile { file: folder.join(name), folder, _lock: lock };
            draft.write(bytes)?;
            return Ok(draft);
        }
        Err(error_at(&io::ErrorKind::QuotaExceeded.into()).into())
    }

    /// The drafts in files of this name that were left behind.
    pub(crate) fn find_abandoned(drafts_dir: &Path, name: &str) -> Vec<DraftFile> {
        let mut folders: Vec<PathBuf> = match fs::read_dir(drafts_dir) {
            Ok(folders) => folders.flatten().map(|folder| folder.path()).collect(),
            Err(_) => return Vec::new(),
        };
        folders.sort();
        folders
            .into_iter()
            .filter_map(|folder| {
                let file = folder.join(name);
                if !file.is_file() {
                    return None;
                }
                let lock = lock(&folder).ok()??;
                temporary::clear(&folder);
                Some(DraftFile { folder, file, _lock: lock })
            })
            .collect()
    }

    /// Puts these bytes in the place of those before, whole or not at all.
    ///
    /// # Errors
    /// Where the disk does not let it.
    pub(crate) fn write(&self, bytes: &[u8]) -> Result<()> {
        Ok(temporary::put(&self.file, bytes)
            .map_err(|error| SystemError::io(DOING, &self.file, &error))?)
    }

    /// The bytes as they are now, whoever wrote them.
    ///
    /// # Errors
    /// Where they cannot be read.
    pub(crate) fn bytes(&self) -> Result<Vec<u8>> {
        let doing = text!("cannot read", "impossible de lire");
        Ok(fs::read(&self.file).map_err(|error| SystemError::io(doing, &self.file, &error))?)
    }

    /// Keeps a note beside the text, under a name that no text has.
    ///
    /// # Errors
    /// Where the disk does not let it.
    pub(crate) fn write_note(&self, name: &str, bytes: &[u8]) -> Result<()> {
        let file = self.note_path(name);
        Ok(temporary::put(&file, bytes).map_err(|error| SystemError::io(DOING, &file, &error))?)
    }

    /// The note of this name, where there is one.
    pub(crate) fn read_note(&self, name: &str) -> Option<Vec<u8>> {
        fs::read(self.note_path(name)).ok()
    }

    fn note_path(&self, name: &str) -> PathBuf {
        self.folder.join(format!(".{name}{NOTE}"))
    }

    /// What an editor that was killed left beside the text, by name: a copy to recover from.
    pub(crate) fn leftover_files(&self) -> Vec<String> {
        let files = fs::read_dir(&self.folder).into_iter().flatten().flatten();
        let names = files.map(|file| file.file_name().to_string_lossy().into_owned());
        let text = self.file.file_name().unwrap_or_default().to_string_lossy();
        names.filter(|name| name != LOCK && *name != text && !name.ends_with(NOTE)).collect()
    }

    /// Throws the draft away, because its text is safe elsewhere or not wanted. That it cannot be
    /// removed hinders nobody.
    pub(crate) fn remove(self) {
        let DraftFile { folder, _lock, .. } = self;
        // Some systems remove no file that is open.
        drop(_lock);
        let _ = fs::remove_dir_all(folder);
    }
}

/// Makes folders for their owner alone.
fn private() -> DirBuilder {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt;
        builder.mode(0o700);
    }
    builder
}

/// The folder's lock; nothing where another program has it. It is a file opened for writing,
/// because a folder can be locked neither on Windows nor over NFS.
fn lock(folder: &Path) -> io::Result<Option<File>> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(false);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    let file = options.open(folder.join(LOCK))?;
    match file.try_lock() {
        Ok(()) => Ok(Some(file)),
        Err(fs::TryLockError::WouldBlock) => Ok(None),
        Err(fs::TryLockError::Error(error)) => Err(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_is_found_again_once_nobody_holds_it() {
        let drafts_dir = tempfile::tempdir().expect("a folder for the test");
        let drafts_dir = drafts_dir.path().join("drafts");
        let draft = DraftFile::create(&drafts_dir, "new.yaml", b"title: a\n").expect("it is kept");
        assert!(DraftFile::find_abandoned(&drafts_dir, "new.yaml").is_empty());
        draft.write(b"title: b\n").expect("it is kept");
        drop(draft);
        let mut left = DraftFile::find_abandoned(&drafts_dir, "new.yaml");
        assert!(DraftFile::find_abandoned(&drafts_dir, "other.yaml").is_empty());
        assert_eq!(left.len(), 1);
        let draft = left.remove(0);
        assert_eq!(draft.bytes().expect("its text"), b"title: b\n");
        assert_eq!(draft.read_note("of"), None);
        draft.write_note("of", b"a sheet").expect("it is kept");
        assert_eq!(draft.read_note("of").as_deref(), Some(&b"a sheet"[..]));
        draft.remove();
        assert_eq!(fs::read_dir(&drafts_dir).expect("it is there").count(), 0);
    }

    #[cfg(unix)]
    #[test]
    fn a_draft_is_its_owners_alone() {
        use std::os::unix::fs::PermissionsExt;
        let drafts_dir = tempfile::tempdir().expect("a folder for the test");
        let drafts_dir = drafts_dir.path().join("drafts");
        let draft = DraftFile::create(&drafts_dir, "new.yaml", b"").expect("it is kept");
        let mode = |path: &Path| fs::metadata(path).expect("there").permissions().mode() & 0o777;
        assert_eq!(mode(&draft.file), 0o600);
        assert_eq!(mode(&drafts_dir), 0o700);
    }
}

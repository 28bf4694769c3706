//! The one save: a file is written whole or not at all, and nobody's work is overwritten.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use anyhow::Result;
use tempfile::{Builder, NamedTempFile};

use crate::lang::Text;
use crate::store::{Collection, SHEETS, Trouble};

const DOING: Text = Text::new("cannot write", "impossible d'écrire");

/// How the names begin and end under which a file is written before it gets its own: never those
/// of a sheet.
const DRAFT: (&str, &str) = (".sheet-", ".tmp");

/// How long another writer is waited for.
const PATIENCE: Duration = Duration::from_secs(5);

/// A draft older than this was left behind by a writer that died.
const STALE: Duration = Duration::from_secs(3600);

/// What became of the attempt to make a new file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Created {
    Written,
    /// There is a file of that name; it stands as it was.
    Exists,
}

/// What became of the attempt to change a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Replaced {
    Written,
    /// It held just these bytes already; nothing was written.
    Same,
    /// It is no longer what was read; it stands as somebody else left it.
    Changed,
}

/// The right to write in a collection, until it is dropped or the process dies.
#[derive(Debug)]
pub struct Lock {
    _file: File,
}

impl Lock {
    /// Waits for the right to write; `waiting` is called once if somebody else has it.
    ///
    /// The kernel holds the lock on the folder of the sheets itself, so that it leaves no file
    /// behind and ends with the process.
    ///
    /// # Errors
    /// Where another writer keeps it for longer than five seconds.
    pub fn of(collection: &Collection, waiting: impl FnOnce()) -> Result<Lock> {
        let folder = collection.root.join(SHEETS);
        let file = File::open(&folder).map_err(|error| Trouble::io(DOING, &folder, &error))?;
        let mut waiting = Some(waiting);
        let pause = Duration::from_millis(20);
        for _ in 0..PATIENCE.as_millis() / pause.as_millis() {
            match file.try_lock() {
                Ok(()) => {
                    clear(&folder);
                    return Ok(Lock { _file: file });
                }
                Err(fs::TryLockError::WouldBlock) => {
                    if let Some(waiting) = waiting.take() {
                        waiting();
                    }
                    thread::sleep(pause);
                }
                Err(fs::TryLockError::Error(error)) => {
                    return Err(Trouble::io(DOING, &folder, &error).into());
                }
            }
        }
        Err(Trouble::new(
            "another `sheet` has been writing for five seconds; try again",
            "un autre « sheet » écrit depuis cinq secondes ; réessayez",
        )
        .into())
    }
}

/// Removes what writers that died left behind. That it cannot be removed hinders nobody.
fn clear(folder: &Path) {
    let files = fs::read_dir(folder).into_iter().flatten().flatten();
    for file in files {
        let name = file.file_name();
        let name = name.as_encoded_bytes();
        let draft = name.starts_with(DRAFT.0.as_bytes()) && name.ends_with(DRAFT.1.as_bytes());
        let age = || file.metadata().ok()?.modified().ok()?.elapsed().ok();
        if draft && age().is_some_and(|age| age > STALE) {
            let _ = fs::remove_file(file.path());
        }
    }
}

/// Makes a folder, and those above it, where they are not there yet.
///
/// # Errors
/// Where the disk does not let it.
pub fn make_folder(path: &Path) -> Result<()> {
    Ok(fs::create_dir_all(path).map_err(|error| Trouble::io(DOING, path, &error))?)
}

/// Makes a new file with this text, which takes its name from nobody.
///
/// # Errors
/// Where the disk does not let it; then there is no file of that name.
pub fn create(path: &Path, text: &str) -> Result<Created> {
    let trouble = |error: &io::Error| Trouble::io(DOING, path, error);
    if path.symlink_metadata().is_ok() {
        return Ok(Created::Exists);
    }
    let draft =
        drafted(path, text.as_bytes(), like_any_new_file()).map_err(|error| trouble(&error))?;
    match draft.persist_noclobber(path) {
        Ok(_) => {}
        Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => {
            return Ok(Created::Exists);
        }
        Err(error) => return Err(trouble(&error.error).into()),
    }
    sync_folder(path);
    Ok(Created::Written)
}

/// Puts these bytes in the place of those that were read. A link is written through.
///
/// # Errors
/// Where the file is not a regular one with one name, or the disk does not let it; then it stands
/// as it was.
pub fn replace(path: &Path, before: &[u8], after: &[u8]) -> Result<Replaced> {
    let trouble = |error: &io::Error| Trouble::io(DOING, path, error);
    let target = fs::canonicalize(path).map_err(|error| trouble(&error))?;
    let found = fs::metadata(&target).map_err(|error| trouble(&error))?;
    if !found.is_file() {
        return Err(trouble(&io::Error::other("not a regular file")).into());
    }
    if has_other_names(&found) {
        return Err(Trouble::new(
            format!("cannot write {}: the file has a second name (a hard link), which would keep the old text", path.display()),
            format!("impossible d'écrire {} : le fichier a un second nom (lien dur), qui garderait l'ancien texte", path.display()),
        )
        .into());
    }
    if fs::read(&target).map_err(|error| trouble(&error))? != before {
        return Ok(Replaced::Changed);
    }
    if before == after {
        return Ok(Replaced::Same);
    }
    let draft =
        drafted(&target, after, Some(found.permissions())).map_err(|error| trouble(&error))?;
    draft.persist(&target).map_err(|error| trouble(&error.error))?;
    sync_folder(&target);
    Ok(Replaced::Written)
}

/// Puts these bytes under a name, for their owner alone, whole or not at all.
pub(super) fn put(path: &Path, bytes: &[u8]) -> io::Result<()> {
    drafted(path, bytes, None)?.persist(path).map_err(|error| error.error)?;
    sync_folder(path);
    Ok(())
}

/// Gives a file another name, which it takes from nobody.
///
/// # Errors
/// Where the disk does not let it; then it keeps its name.
pub fn rename(from: &Path, to: &Path) -> Result<Created> {
    let trouble = |error: &io::Error| Trouble::io(DOING, to, error);
    if to.symlink_metadata().is_ok() {
        return Ok(Created::Exists);
    }
    fs::rename(from, to).map_err(|error| trouble(&error))?;
    sync_folder(to);
    Ok(Created::Written)
}

/// Writes a text beside the place where it belongs, brings it to the disk and reads it back. It
/// is its owner's alone where no permissions are given.
fn drafted(
    target: &Path,
    bytes: &[u8],
    permissions: Option<fs::Permissions>,
) -> io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    builder.prefix(DRAFT.0).suffix(DRAFT.1);
    if let Some(permissions) = permissions.as_ref().and_then(|_| like_any_new_file()) {
        builder.permissions(permissions);
    }
    let mut draft = builder.tempfile_in(folder_of(target))?;
    draft.write_all(bytes)?;
    if let Some(permissions) = permissions.filter(|_| target.exists()) {
        draft.as_file().set_permissions(permissions)?;
    }
    draft.as_file().sync_all()?;
    let mut back = Vec::new();
    draft.reopen()?.read_to_end(&mut back)?;
    match back == bytes {
        true => Ok(draft),
        false => Err(io::Error::other("the disk gave back other bytes than were written")),
    }
}

fn folder_of(path: &Path) -> PathBuf {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => PathBuf::from("."),
    }
}

/// The file has its name; that the folder could not be synced does not unmake it.
fn sync_folder(path: &Path) {
    let _ = File::open(folder_of(path)).and_then(|folder| folder.sync_all());
}

#[cfg(unix)]
fn has_other_names(found: &fs::Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    found.nlink() > 1
}

#[cfg(not(unix))]
fn has_other_names(_found: &fs::Metadata) -> bool {
    false
}

/// The permissions of any new file, instead of its owner's alone; the system takes away what
/// the user's mask forbids.
#[cfg(unix)]
fn like_any_new_file() -> Option<fs::Permissions> {
    use std::os::unix::fs::PermissionsExt;
    Some(fs::Permissions::from_mode(0o666))
}

#[cfg(not(unix))]
fn like_any_new_file() -> Option<fs::Permissions> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_file_is_whole_and_takes_no_name_from_another() {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let path = folder.path().join("a.yaml");
        assert_eq!(create(&path, "title: a\n").expect("it is written"), Created::Written);
        assert_eq!(create(&path, "title: b\n").expect("it is refused"), Created::Exists);
        assert_eq!(fs::read_to_string(&path).expect("it is there"), "title: a\n");
        assert_eq!(
            fs::read_dir(folder.path()).expect("it is there").count(),
            1,
            "no draft stays behind"
        );
    }

    #[test]
    fn a_folder_that_is_not_there_is_told() {
        let error = create(Path::new("/nowhere/at/all/a.yaml"), "").expect_err("no folder");
        assert!(error.to_string().contains("/nowhere/at/all/a.yaml"), "{error}");
    }

    #[test]
    fn a_file_that_changed_since_it_was_read_is_left_alone() {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let path = folder.path().join("a.yaml");
        fs::write(&path, "b").expect("a file");
        assert_eq!(replace(&path, b"a", b"c").expect("it is told"), Replaced::Changed);
        assert_eq!(replace(&path, b"b", b"b").expect("it is told"), Replaced::Same);
        assert_eq!(replace(&path, b"b", b"c").expect("it is written"), Replaced::Written);
        assert_eq!(fs::read(&path).expect("it is there"), b"c");
    }

    #[cfg(unix)]
    #[test]
    fn links_are_written_through_modes_stay_and_hard_links_are_refused() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let folder = tempfile::tempdir().expect("a folder for the test");
        let (file, link) = (folder.path().join("a.yaml"), folder.path().join("b.yaml"));
        fs::write(&file, "a").expect("a file");
        fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).expect("a mode");
        symlink("a.yaml", &link).expect("a link");
        assert_eq!(replace(&link, b"a", b"b").expect("it is written"), Replaced::Written);
        assert!(link.is_symlink());
        assert_eq!(fs::read(&file).expect("it is there"), b"b");
        assert_eq!(fs::metadata(&file).expect("it is there").permissions().mode() & 0o777, 0o640);
        fs::hard_link(&file, folder.path().join("c.yaml")).expect("a hard link");
        assert!(replace(&file, b"b", b"c").is_err());
        assert_eq!(fs::read(&file).expect("it is there"), b"b");
    }
}

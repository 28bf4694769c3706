//! The one save: a file is written whole or not at all, and nobody's work is overwritten.

use std::fs::{self};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::error::SystemError;
use crate::lang::{Text, phrase, text};
use crate::store::access::{Access, UnpreservedAccess};
use crate::store::folder::{folder_of, sync_folder};
use crate::store::rename::{Swapped, rename_no_replace, swap};
use crate::store::retry::{TRANSIENT_ERRORS, retry_transient};
use crate::store::snapshot::FileSnapshot;
use crate::store::{Lock, temporary};

const DOING: Text = text!("cannot write", "impossible d'écrire");

/// What became of the attempt to make a new file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Created {
    Written,
    /// There is a file of that name; it stands as it was.
    Exists,
}

/// What became of the attempt to change a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Replaced {
    Written,
    /// It held just these bytes already; nothing was written.
    Same,
    /// It is no longer what was read, or may not go; it stands as somebody else left it.
    Changed,
}

impl Lock<'_> {
    /// Makes a new file with this text, which takes its name from nobody.
    ///
    /// # Errors
    /// Where the disk does not let it; then there is no file of that name.
    pub(crate) fn create(&self, path: &Path, text: impl AsRef<[u8]>) -> Result<Created> {
        if path.symlink_metadata().is_ok() {
            return Ok(Created::Exists);
        }
        let folder = folder_of(path);
        let made = self.near(&folder, |scratch| {
            let (file, usual) = temporary::written_as_new(scratch, text.as_ref())?;
            let lost = Access::of_new(&usual, &folder)?.give(file.as_file())?;
            let named = retry_transient(TRANSIENT_ERRORS, file, |file| {
                file.persist_noclobber(path).map_err(|failed| (failed.error, failed.file))
            });
            named.map(|_| (Created::Written, lost))
        });
        self.made(path, made)
    }

    /// Puts these bytes in the place of those that were read. A link is written through.
    ///
    /// # Errors
    /// Where the file is not a regular one with one name that its owner may write, or the disk
    /// does not let it; then it stands as it was.
    pub(crate) fn replace(&self, path: &Path, before: &[u8], after: &[u8]) -> Result<Replaced> {
        let (target, seen) = look(path, before.len())?;
        if seen.bytes != before {
            return Ok(Replaced::Changed);
        }
        if before == after {
            return Ok(Replaced::Same);
        }
        replaceable(path, &seen)?;
        self.put(path, &target, &seen, after)
    }

    /// The same for a file that nobody has read yet: it is replaced where its bytes `may_go`.
    ///
    /// # Errors
    /// As [`Lock::replace`].
    pub(crate) fn replace_where(
        &self,
        path: &Path,
        may_go: impl Fn(&[u8]) -> bool,
        after: &[u8],
    ) -> Result<Replaced> {
        let (target, seen) = look(path, usize::MAX)?;
        replaceable(path, &seen)?;
        if !may_go(&seen.bytes) {
            return Ok(Replaced::Changed);
        }
        if seen.bytes == after {
            return Ok(Replaced::Same);
        }
        self.put(path, &target, &seen, after)
    }

    /// Puts bytes in the place of what was seen.
    fn put(
        &self,
        path: &Path,
        target: &Path,
        seen: &FileSnapshot,
        after: &[u8],
    ) -> Result<Replaced> {
        let saved = self.near(&folder_of(target), |scratch| {
            let file = temporary::written(scratch, after)?;
            let lost = Access::of(&seen.found).give(file.as_file())?;
            let saved = retry_transient(TRANSIENT_ERRORS, file, |file| {
                let swapped = match seen.still(target) {
                    Ok(true) => swap(file.path(), target, seen),
                    Ok(false) => Ok(Swapped::RolledBack),
                    Err(error) => Err(error),
                };
                match swapped {
                    Ok(Swapped::Done) => Ok(Replaced::Written),
                    Ok(Swapped::RolledBack) => Ok(Replaced::Changed),
                    Ok(Swapped::Unsupported) => match file.persist(target) {
                        Ok(_) => Ok(Replaced::Written),
                        Err(failed) => Err((failed.error, failed.file)),
                    },
                    Err(error) => Err((error, file)),
                }
            });
            saved.map(|saved| (saved, lost))
        });
        let (saved, lost) = saved.map_err(|error| SystemError::io(DOING, path, &error))?;
        if saved == Replaced::Written {
            self.settle(path, target, lost);
        }
        Ok(saved)
    }

    /// Looks whether a file may be replaced, so far as that can be reported before it is.
    ///
    /// # Errors
    /// Where it is not a regular one with one name that its owner may write.
    pub(crate) fn may_replace(&self, path: &Path) -> Result<()> {
        let (_, seen) = look(path, 0)?;
        Ok(replaceable(path, &seen)?)
    }

    /// Gives a file another name, which it takes from nobody.
    ///
    /// # Errors
    /// Where the disk does not let it; then it keeps its name.
    pub(crate) fn rename(&self, from: &Path, to: &Path) -> Result<Created> {
        let renamed = retry_transient(TRANSIENT_ERRORS, (), |()| {
            rename_no_replace(from, to).map_err(|error| (error, ()))
        });
        self.made(to, renamed.map(|()| (Created::Written, UnpreservedAccess::default())))
    }

    /// What became of a new name, and what is to be said of it.
    fn made(&self, path: &Path, made: io::Result<(Created, UnpreservedAccess)>) -> Result<Created> {
        match made {
            Ok((made, lost)) => {
                self.settle(path, path, lost);
                Ok(made)
            }
            Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(Created::Exists),
            Err(error) => Err(SystemError::io(DOING, path, &error).into()),
        }
    }

    /// Writes where nobody looks; in the folder itself where that is outside the collection, or on
    /// another file system, from which nothing can be renamed.
    fn near<T>(&self, folder: &Path, write: impl Fn(&Path) -> io::Result<T>) -> io::Result<T> {
        if let Some(scratch) = self.scratch(folder) {
            match write(scratch) {
                Err(error) if error.kind() == ErrorKind::CrossesDevices => {}
                written => return written,
            }
        }
        temporary::clear(folder);
        write(folder)
    }

    /// Brings a new name to the disk. The file is saved, whatever fails now, so that it is said
    /// and no more.
    fn settle(&self, shown: &Path, target: &Path, lost: UnpreservedAccess) {
        lost.phrases(shown).iter().for_each(|phrase| self.warn(phrase));
        if let Err(error) = sync_folder(target) {
            let why = SystemError::io(NOT_SYNCED, shown, &error).0;
            self.warn(&phrase!(
                "{why}; after a power cut it may be as it was before",
                "{why} ; après une coupure de courant, l'ancien état peut revenir",
                why,
            ));
        }
    }
}

const NOT_SYNCED: Text =
    text!("saved, but the disk does not confirm", "enregistré, mais le disque ne confirme pas");

/// The file that a path leads to, and what stands there.
fn look(path: &Path, length: usize) -> Result<(PathBuf, FileSnapshot), SystemError> {
    let target = fs::canonicalize(path);
    let looked = target.and_then(|target| Ok((FileSnapshot::at(&target, length)?, target)));
    let (seen, target) = looked.map_err(|error| SystemError::io(DOING, path, &error))?;
    Ok((target, seen))
}

fn replaceable(path: &Path, seen: &FileSnapshot) -> Result<(), SystemError> {
    match seen.refusal() {
        Some(why) => Err(SystemError::io(DOING, path, &io::Error::other(why))),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outside() -> Lock<'static> {
        Lock::outside(|warning| panic!("{warning:?}"))
    }

    #[test]
    fn a_new_file_is_whole_and_takes_no_name_from_another() {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let path = folder.path().join("a.yaml");
        assert_eq!(outside().create(&path, "title: a\n").expect("it is written"), Created::Written);
        assert_eq!(outside().create(&path, "title: b\n").expect("it is refused"), Created::Exists);
        assert_eq!(fs::read_to_string(&path).expect("it is there"), "title: a\n");
        assert_eq!(
            fs::read_dir(folder.path()).expect("it is there").count(),
            1,
            "no draft stays behind"
        );
    }

    #[test]
    fn a_folder_that_is_not_there_is_told() {
        let error =
            outside().create(Path::new("/nowhere/at/all/a.yaml"), "").expect_err("no folder");
        assert!(error.to_string().contains("/nowhere/at/all/a.yaml"), "{error}");
    }

    #[test]
    fn a_file_that_changed_since_it_was_read_is_left_alone() {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let path = folder.path().join("a.yaml");
        fs::write(&path, "b").expect("a file");
        assert_eq!(outside().replace(&path, b"a", b"c").expect("it is told"), Replaced::Changed);
        assert_eq!(outside().replace(&path, b"b", b"b").expect("it is told"), Replaced::Same);
        assert_eq!(outside().replace(&path, b"b", b"c").expect("it is written"), Replaced::Written);
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
        assert_eq!(outside().replace(&link, b"a", b"b").expect("it is written"), Replaced::Written);
        assert!(link.is_symlink());
        assert_eq!(fs::read(&file).expect("it is there"), b"b");
        assert_eq!(fs::metadata(&file).expect("it is there").permissions().mode() & 0o777, 0o640);
        fs::hard_link(&file, folder.path().join("c.yaml")).expect("a hard link");
        assert!(outside().replace(&file, b"b", b"c").is_err());
        assert_eq!(fs::read(&file).expect("it is there"), b"b");
    }
}

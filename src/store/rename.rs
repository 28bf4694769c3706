//! How a file gets its name, so that nothing that others saved under it is lost.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

use crate::error::SystemError;
use crate::lang::phrase;
use crate::store::snapshot::{FileSnapshot, is_same, names};

/// Gives a file another name, unless that is taken by another than itself.
pub(super) fn rename_no_replace(from: &Path, to: &Path) -> io::Result<()> {
    if is_itself(from, to) {
        return fs::rename(from, to);
    }
    match system::rename(from, to, system::NOREPLACE) {
        Err(error) if error.kind() == ErrorKind::Unsupported => link_and_unlink(from, to),
        renamed => renamed,
    }
}

/// Whether two names that differ in their case alone are one and the same: there are disks that do
/// not tell them apart.
fn is_itself(from: &Path, to: &Path) -> bool {
    let name = |path: &Path| path.file_name().unwrap_or_default().to_ascii_lowercase();
    let found = (from.symlink_metadata(), to.symlink_metadata());
    match found {
        (Ok(one), Ok(other)) => name(from) == name(to) && is_same(&one, &other) && names(&one) == 1,
        _ => false,
    }
}

/// The same where the system or the file system knows no rename that spares what is there.
fn link_and_unlink(from: &Path, to: &Path) -> io::Result<()> {
    fs::hard_link(from, to)?;
    fs::remove_file(from).inspect_err(|_| {
        let _ = fs::remove_file(to);
    })
}

/// What came of swapping a file with what was seen under a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Swapped {
    /// It has the name; what was seen there has its own.
    Done,
    /// Something else stood there, and does again.
    RolledBack,
    /// The system or the file system knows no swap.
    Unsupported,
}

/// Swaps a file with what was seen under a name. Only what was swapped out shows what it was: between
/// a look and a rename somebody else may save.
///
/// # Errors
/// Where the disk does not let it.
pub(super) fn swap(file: &Path, target: &Path, seen: &FileSnapshot) -> io::Result<Swapped> {
    let mut stands = fs::symlink_metadata(file)?;
    match system::rename(file, target, system::EXCHANGE) {
        Ok(()) if seen.still(file).unwrap_or(false) => return Ok(Swapped::Done),
        Ok(()) => {}
        Err(error) => {
            return match error.kind() {
                ErrorKind::Unsupported => Ok(Swapped::Unsupported),
                ErrorKind::NotFound => Ok(Swapped::RolledBack),
                _ => Err(error),
            };
        }
    }
    // It goes back, and so does whatever is saved while it does.
    let kept = |error: io::Error| kept(file, &error);
    loop {
        let theirs = fs::symlink_metadata(file).map_err(kept)?;
        system::rename(file, target, system::EXCHANGE).map_err(kept)?;
        if is_same(&fs::symlink_metadata(file).map_err(kept)?, &stands) {
            return Ok(Swapped::RolledBack);
        }
        stands = theirs;
    }
}

/// Keeps what somebody else saved where it could not be put back.
fn kept(file: &Path, error: &io::Error) -> io::Error {
    let kept = file.with_extension("kept");
    let _ = fs::rename(file, &kept);
    let kept = kept.display();
    io::Error::other(SystemError::new(phrase!(
        "{error}; what someone else saved at the same moment is in {kept}",
        "{error} ; ce que quelqu'un d'autre a enregistré au même moment est dans {kept}",
        error,
        kept,
    )))
}

#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
mod system {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;

    use super::{ErrorKind, Path, io};

    pub(super) const NOREPLACE: RenameFlags = RenameFlags::NOREPLACE;
    pub(super) const EXCHANGE: RenameFlags = RenameFlags::EXCHANGE;

    /// Renames in one of these ways, unless the system or the file system does not know it.
    pub(super) fn rename(from: &Path, to: &Path, how: RenameFlags) -> io::Result<()> {
        match renameat_with(CWD, from, CWD, to, how) {
            Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP) => Err(ErrorKind::Unsupported.into()),
            renamed => Ok(renamed?),
        }
    }
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
mod system {
    use super::{ErrorKind, Path, io};

    pub const NOREPLACE: () = ();
    pub const EXCHANGE: () = ();

    /// Knows none of these ways.
    pub fn rename(_from: &Path, _to: &Path, _how: ()) -> io::Result<()> {
        Err(ErrorKind::Unsupported.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_saved_between_the_look_and_the_rename_is_put_back() {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let path = |name: &str| folder.path().join(name);
        let text = |name: &str| fs::read_to_string(path(name)).expect("it is there");
        fs::write(path("sheet"), "old").expect("a file");
        fs::write(path("new"), "new").expect("a file");
        let seen = FileSnapshot::at(&path("sheet"), 3).expect("it is there");
        fs::write(path("theirs"), "theirs").expect("a file");
        fs::rename(path("theirs"), path("sheet")).expect("it is saved");
        let swapped = swap(&path("new"), &path("sheet"), &seen).expect("it is told");
        if swapped == Swapped::Unsupported {
            return;
        }
        assert_eq!(
            (swapped, &*text("sheet"), &*text("new")),
            (Swapped::RolledBack, "theirs", "new")
        );
        let seen = FileSnapshot::at(&path("sheet"), 6).expect("it is there");
        let swapped = swap(&path("new"), &path("sheet"), &seen).expect("nobody is there");
        assert_eq!((swapped, &*text("sheet"), &*text("new")), (Swapped::Done, "new", "theirs"));
        fs::remove_file(path("sheet")).expect("it is there");
        let swapped = swap(&path("new"), &path("sheet"), &seen).expect("it is gone");
        assert_eq!(swapped, Swapped::RolledBack);
    }

    #[test]
    fn a_new_name_is_taken_from_nobody() {
        for give in [rename_no_replace, link_and_unlink] {
            let folder = tempfile::tempdir().expect("a folder for the test");
            let path = |name: &str| folder.path().join(name);
            fs::write(path("a"), "a").expect("a file");
            fs::write(path("b"), "b").expect("a file");
            let taken = give(&path("a"), &path("b")).expect_err("it is taken");
            assert_eq!(taken.kind(), ErrorKind::AlreadyExists);
            assert_eq!(fs::read(path("b")).expect("it is there"), b"b");
            give(&path("a"), &path("c")).expect("it is free");
            assert_eq!(fs::read(path("c")).expect("it is there"), b"a");
            assert!(!path("a").exists());
        }
        // Names that differ in their case alone, where the disk tells them apart.
        let folder = tempfile::tempdir().expect("a folder for the test");
        let (small, large) = (folder.path().join("a"), folder.path().join("A"));
        fs::write(&small, "a").expect("a file");
        if fs::hard_link(&small, &large).is_ok() {
            assert!(rename_no_replace(&small, &large).is_err());
            fs::remove_file(&large).expect("it is there");
        }
        rename_no_replace(&small, &large).expect("it is free, or the file itself");
        let name = fs::read_dir(folder.path()).expect("a folder").next().expect("a file");
        assert_eq!(name.expect("a name").file_name(), "A");
    }
}

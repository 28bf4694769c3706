//! Writes a file whole or not at all.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::Path;

use anyhow::Result;
use tempfile::Builder;

use crate::lang::Text;
use crate::store::Trouble;

const DOING: Text = Text::new("cannot write", "impossible d'écrire");

/// What became of the attempt to make a new file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Created {
    Written,
    /// There is a file of that name; it stands as it was.
    Exists,
}

/// Makes a new file with this text. It is written beside its place under a name that is never
/// taken for a sheet, brought to the disk, read back, and only then given its name, which it
/// takes from nobody.
///
/// # Errors
/// Where the disk does not let it; then there is no file of that name.
pub fn create(path: &Path, text: &str) -> Result<Created> {
    let trouble = |error: &io::Error| Trouble::io(DOING, path, error);
    if path.symlink_metadata().is_ok() {
        return Ok(Created::Exists);
    }
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut builder = Builder::new();
    builder.prefix(".sheet-").suffix(".tmp");
    if let Some(permissions) = like_any_new_file() {
        builder.permissions(permissions);
    }
    let mut draft = builder.tempfile_in(folder).map_err(|error| trouble(&error))?;
    let written = draft.write_all(text.as_bytes()).and_then(|()| draft.as_file().sync_all());
    written.map_err(|error| trouble(&error))?;
    let mut back = String::new();
    let read = File::open(draft.path()).and_then(|mut file| file.read_to_string(&mut back));
    read.map_err(|error| trouble(&error))?;
    if back != text {
        let error = io::Error::other("the disk gave back other bytes than were written");
        return Err(trouble(&error).into());
    }
    match draft.persist_noclobber(path) {
        Ok(_) => {}
        Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => {
            return Ok(Created::Exists);
        }
        Err(error) => return Err(trouble(&error.error).into()),
    }
    // The file has its name; that the folder could not be synced does not unmake it.
    let _ = File::open(folder).and_then(|folder| folder.sync_all());
    Ok(Created::Written)
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
        let left = fs::read_dir(folder.path()).expect("it is there").count();
        assert_eq!(left, 1, "no temporary file stays behind");
    }

    #[test]
    fn a_folder_that_is_not_there_is_told() {
        let error = create(Path::new("/nowhere/at/all/a.yaml"), "").expect_err("no folder");
        assert!(error.to_string().contains("/nowhere/at/all/a.yaml"), "{error}");
    }
}

//! The folder of a file: made, and its names brought to the disk.

use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::error::SystemError;
use crate::lang::{Text, text};

/// Makes a folder, and those above it, where they are not there yet.
///
/// # Errors
/// Where the disk does not let it.
pub(crate) fn make_folder(path: &Path) -> Result<()> {
    Ok(fs::create_dir_all(path).map_err(|error| SystemError::io(DOING, path, &error))?)
}

/// The files that are meant by a path that somebody typed: those of a folder by their names, each
/// with whether it was named itself.
pub(crate) fn foreign_files(given: &Path) -> Vec<(PathBuf, bool)> {
    let Ok(entries) = fs::read_dir(given) else {
        return vec![(given.to_owned(), true)];
    };
    let files = entries.flatten().map(|entry| entry.path()).filter(|path| path.is_file());
    let is_hidden = |path: &PathBuf| {
        path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."))
    };
    let mut files: Vec<PathBuf> = files.filter(|path| !is_hidden(path)).collect();
    files.sort();
    files.into_iter().map(|path| (path, false)).collect()
}

/// The folder in which a file stands.
pub(super) fn folder_of(path: &Path) -> PathBuf {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => PathBuf::from("."),
    }
}

/// Brings the names of a file's folder to the disk, where the system knows that.
pub(super) fn sync_folder(path: &Path) -> io::Result<()> {
    if cfg!(not(unix)) {
        return Ok(());
    }
    match File::open(folder_of(path)).and_then(|folder| folder.sync_all()) {
        Err(error) if !matches!(error.kind(), ErrorKind::InvalidInput | ErrorKind::Unsupported) => {
            Err(error)
        }
        _ => Ok(()),
    }
}

const DOING: Text = text!("cannot write", "impossible d'écrire");

//! A file before it has its name: its writer's alone from its first byte, on the disk, and read
//! back. This is the door of `tempfile`.

use std::fs::{self, Metadata};
use std::io::{self, Write};
use std::path::Path;
use std::time::Duration;

use tempfile::{Builder, NamedTempFile};

use crate::error::SystemError;
use crate::lang::text;
use crate::store::folder::{folder_of, sync_folder};
use crate::store::snapshot::holds;

/// How the names begin and end under which a file is written: never those of a sheet.
const NAME: (&str, &str) = (".sheet-", ".tmp");

/// A file older than this was left behind by a writer that died.
const STALE: Duration = Duration::from_secs(3600);

/// Writes bytes to a file in this folder.
///
/// # Errors
/// Where the disk does not let it, or gives back other bytes.
pub(super) fn written(folder: &Path, bytes: &[u8]) -> io::Result<NamedTempFile> {
    filled(named().tempfile_in(folder)?, bytes)
}

/// The same, with what the system gives any new file: who owns it and what the person's mask lets
/// others do.
///
/// # Errors
/// Where the disk does not let it, or gives back other bytes.
pub(super) fn written_as_new(folder: &Path, bytes: &[u8]) -> io::Result<(NamedTempFile, Metadata)> {
    let mut builder = named();
    if let Some(permissions) = of_mode(0o666) {
        builder.permissions(permissions);
    }
    let file = builder.tempfile_in(folder)?;
    let usual = file.as_file().metadata()?;
    if let Some(permissions) = of_mode(0o600) {
        file.as_file().set_permissions(permissions)?;
    }
    Ok((filled(file, bytes)?, usual))
}

/// Removes what writers that died left in a folder. That it cannot be removed hinders nobody.
pub(super) fn clear(folder: &Path) {
    let files = fs::read_dir(folder).into_iter().flatten().flatten();
    for file in files {
        let name = file.file_name();
        let name = name.as_encoded_bytes();
        let ours = name.starts_with(NAME.0.as_bytes()) && name.ends_with(NAME.1.as_bytes());
        let age = || file.metadata().ok()?.modified().ok()?.elapsed().ok();
        if ours && age().is_some_and(|age| age > STALE) {
            let _ = fs::remove_file(file.path());
        }
    }
}

#[cfg(unix)]
fn of_mode(mode: u32) -> Option<fs::Permissions> {
    use std::os::unix::fs::PermissionsExt;
    Some(fs::Permissions::from_mode(mode))
}

/// Other systems have no modes: a file has the access of its folder.
#[cfg(not(unix))]
fn of_mode(_mode: u32) -> Option<fs::Permissions> {
    None
}

fn named() -> Builder<'static, 'static> {
    let mut builder = Builder::new();
    builder.prefix(NAME.0).suffix(NAME.1);
    builder
}

fn filled(mut file: NamedTempFile, bytes: &[u8]) -> io::Result<NamedTempFile> {
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    if holds(file.reopen()?, bytes)? {
        Ok(file)
    } else {
        Err(io::Error::other(SystemError::new(text!(
            "the file read back differs from what was written; check the disk",
            "le fichier relu n'est pas celui qui a été écrit ; vérifiez le disque",
        ))))
    }
}

/// Puts these bytes under a name, for their owner alone, whole or not at all.
pub(super) fn put(path: &Path, bytes: &[u8]) -> io::Result<()> {
    written(&folder_of(path), bytes)?.persist(path).map_err(|failed| failed.error)?;
    // It has its name; that the folder could not be synced does not unmake it.
    let _ = sync_folder(path);
    Ok(())
}

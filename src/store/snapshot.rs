//! What stands under a name: looked at when it is read, and again right before it is replaced.

use std::fs::{self, File, Metadata};
use std::io::{self, BufRead, BufReader, ErrorKind, Read};
use std::path::Path;

use crate::error::SystemError;
use crate::lang::text;

/// The bytes, and which file it is.
pub(super) struct FileSnapshot {
    pub bytes: Vec<u8>,
    pub found: Metadata,
}

impl FileSnapshot {
    /// Looks at a regular file, and at no more of it than tells it from one of this length.
    pub(super) fn at(target: &Path, length: usize) -> io::Result<FileSnapshot> {
        let mut bytes = Vec::new();
        regular(target)?.take((length as u64).saturating_add(1)).read_to_end(&mut bytes)?;
        Ok(FileSnapshot { bytes, found: fs::metadata(target)? })
    }

    /// Whether the same still stands there: bytes, size, time, and the file itself.
    pub(super) fn still(&self, target: &Path) -> io::Result<bool> {
        match regular(target)
            .and_then(|file| Ok((holds(file, &self.bytes)?, fs::metadata(target)?)))
        {
            Ok((holds, found)) => Ok(holds && is_same(&found, &self.found)),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// Why the file is not to be replaced, where it is not.
    pub(super) fn refusal(&self) -> Option<SystemError> {
        if names(&self.found) > 1 {
            return Some(SystemError::new(text!(
                "the file has a second name (hard link), which would keep the old content",
                "le fichier a un second nom (lien physique), qui garderait l'ancien contenu",
            )));
        }
        is_read_only(&self.found).then(|| {
            SystemError::new(text!(
                "the file is read-only; to allow writing: chmod u+w FILE",
                "le fichier est en lecture seule ; pour autoriser l'écriture : chmod u+w FICHIER",
            ))
        })
    }
}

fn regular(target: &Path) -> io::Result<File> {
    if !fs::metadata(target)?.is_file() {
        return Err(io::Error::other(SystemError::new(text!(
            "not a regular file",
            "pas un fichier ordinaire",
        ))));
    }
    File::open(target)
}

/// Whether just these bytes stand in a file; it is read piece by piece.
pub(super) fn holds(file: File, bytes: &[u8]) -> io::Result<bool> {
    let mut file = BufReader::with_capacity(PIECE, file);
    let mut rest = bytes;
    loop {
        let piece = match file.fill_buf() {
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            piece => piece?,
        };
        let Some(after) = rest.strip_prefix(piece) else {
            return Ok(false);
        };
        if piece.is_empty() {
            return Ok(rest.is_empty());
        }
        rest = after;
        let read = piece.len();
        file.consume(read);
    }
}

/// So many bytes are compared at once.
const PIECE: usize = 1 << 16;

/// Whether it is the same file, to which nobody has written.
pub(super) fn is_same(one: &Metadata, other: &Metadata) -> bool {
    let seen = |found: &Metadata| (found.len(), found.modified().ok(), identity(found));
    seen(one) == seen(other)
}

/// How many names the file has, as far as the system says.
pub(super) fn names(found: &Metadata) -> u64 {
    identity(found).2
}

/// The device, the number of the file on it, and how many names it has.
#[cfg(unix)]
fn identity(found: &Metadata) -> (u64, u64, u64) {
    use std::os::unix::fs::MetadataExt;
    (found.dev(), found.ino(), found.nlink())
}

#[cfg(not(unix))]
fn identity(_found: &Metadata) -> (u64, u64, u64) {
    (0, 0, 1)
}

/// Whether its owner may not write to it.
#[cfg(unix)]
fn is_read_only(found: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    found.mode() & 0o200 == 0
}

#[cfg(not(unix))]
fn is_read_only(found: &Metadata) -> bool {
    found.permissions().readonly()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_somebody_saves_at_the_last_moment_is_another() {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let path = folder.path().join("a.yaml");
        fs::write(&path, "a").expect("a file");
        let seen = FileSnapshot::at(&path, 1).expect("it is there");
        assert!(seen.still(&path).expect("it is there"));
        fs::write(folder.path().join("b"), "a").expect("a file");
        fs::rename(folder.path().join("b"), &path).expect("the same bytes in another file");
        assert!(!cfg!(unix) || !seen.still(&path).expect("it is there"));
        fs::write(&path, "ab").expect("a file");
        assert!(!seen.still(&path).expect("it is there"));
        fs::remove_file(&path).expect("it is there");
        assert!(!seen.still(&path).expect("that it is gone is no failure"));
    }
}

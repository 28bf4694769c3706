//! A file that somebody asked for, written whole or not at all, in the collection or elsewhere.

use std::path::Path;

use anyhow::Result;

use crate::lang::Phrase;
use crate::store::{Created, Lock, Replaced};

/// What became of the attempt to write it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Output {
    Written,
    /// It holds just these bytes already.
    Same,
    /// What stands there is not to be written over, or somebody wrote to it meanwhile.
    Refused,
}

/// Writes a file of this content; over another one where that `may_go`. `note` says what could not
/// be done although it was written.
///
/// # Errors
/// Where the disk does not let it; then it stands as it was.
pub(crate) fn write_output(
    path: &Path,
    bytes: &[u8],
    may_go: impl Fn(&[u8]) -> bool,
    note: impl Fn(&Phrase),
) -> Result<Output> {
    let lock = Lock::outside(note);
    if lock.create(path, bytes)? == Created::Written {
        return Ok(Output::Written);
    }
    Ok(match lock.replace_where(path, may_go, bytes)? {
        Replaced::Written => Output::Written,
        Replaced::Same => Output::Same,
        Replaced::Changed => Output::Refused,
    })
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn only_what_may_go_is_written_over() {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let path = folder.path().join("a.csv");
        let write = |bytes: &[u8]| {
            let may_go = |before: &[u8]| before.starts_with(b"ours");
            write_output(&path, bytes, may_go, |warning| panic!("{warning:?}")).expect("it is told")
        };
        assert_eq!(write(b"ours 1"), Output::Written);
        assert_eq!(write(b"ours 1"), Output::Same);
        assert_eq!(write(b"theirs"), Output::Written);
        assert_eq!(write(b"ours 2"), Output::Refused);
        assert_eq!(fs::read(&path).expect("it is there"), b"theirs");
        assert_eq!(fs::read_dir(folder.path()).expect("it is there").count(), 1);
    }
}

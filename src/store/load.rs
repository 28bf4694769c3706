//! Reads many files with a few threads, and gives what each answers in the order of the paths.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use crate::error::SystemError;
use crate::finding::{Finding, Lint};
use crate::lang::{Phrase, phrase, text};
use crate::store::SheetPath;
use crate::store::walk::PathProblem;
use crate::text::{Source, Span};
use crate::threads::share_ahead;
use crate::yaml::codes::{LIMIT_EXCEEDED, UNREADABLE_FILE};
use crate::yaml::decode::{Unreadable, decode};
use crate::yaml::parse::MAX_BYTES;

/// Asks every file a question, with as many threads as are given, and returns the answers in
/// the order of the paths, whatever the number of threads.
pub(crate) fn load<T: Send>(
    paths: &[SheetPath],
    threads: usize,
    question: impl Fn(Result<Source, Box<Unreadable>>) -> T + Sync,
) -> Vec<T> {
    share_ahead(paths, threads, |buffer, path| read_into(path, buffer), question)
}

/// Whether a file that was named is standard input or output: `-`.
pub(crate) fn is_standard_stream(given: &Path) -> bool {
    given.as_os_str() == "-"
}

/// Reads a file that was named, in a collection or not; `-` is standard input.
///
/// # Errors
/// What hinders it, as a finding about that file.
pub(crate) fn read_given(given: &Path) -> Result<Source, Box<Unreadable>> {
    decode(given.display().to_string(), &read_given_bytes(given)?)
}

/// Reads the bytes of a file that was named, or those of standard input, by the name `-`.
///
/// # Errors
/// What hinders it, as a finding about that file.
pub(crate) fn read_given_bytes(given: &Path) -> Result<Vec<u8>, Box<Unreadable>> {
    let path = SheetPath::outside(given.to_owned(), given);
    let mut buffer = Vec::new();
    if is_standard_stream(given) {
        let read = io::stdin().lock().take(MAX_BYTES + 1).read_to_end(&mut buffer);
        whole(&path, read, &buffer)?;
    } else {
        bytes(&path, &mut buffer)?;
    }
    Ok(buffer)
}

/// Reads one file of a collection.
///
/// # Errors
/// What hinders it, as a finding about that file.
pub(crate) fn read(path: &SheetPath) -> Result<Source, Box<Unreadable>> {
    read_into(path, &mut Vec::new())
}

/// Reads the bytes of one file, as they must be found again when it is written.
///
/// # Errors
/// What hinders it, as a finding about that file.
pub(crate) fn read_bytes(path: &SheetPath) -> Result<Vec<u8>, Box<Unreadable>> {
    let mut buffer = Vec::new();
    bytes(path, &mut buffer)?;
    Ok(buffer)
}

fn read_into(path: &SheetPath, buffer: &mut Vec<u8>) -> Result<Source, Box<Unreadable>> {
    buffer.clear();
    bytes(path, buffer)?;
    decode(path.shown.clone(), buffer)
}

/// Reads a regular file whole, for whatever use: one larger than the largest sheet is refused.
fn bytes(path: &SheetPath, buffer: &mut Vec<u8>) -> Result<(), Box<Unreadable>> {
    if let Some(PathProblem { lint, label }) = path.problem.as_deref() {
        return Err(unreadable(path, lint, label.clone()));
    }
    if let Some(text) = &path.given {
        buffer.extend_from_slice(text);
        return Ok(());
    }
    if !path.regular && std::fs::metadata(&path.full).is_ok_and(|found| !found.is_file()) {
        let label = text!("not a regular file", "pas un fichier ordinaire");
        return Err(unreadable(path, &UNREADABLE_FILE, label.into()));
    }
    let read = File::open(&path.full).and_then(|file| file.take(MAX_BYTES + 1).read_to_end(buffer));
    whole(path, read, buffer)
}

/// Whether all was read.
fn whole(path: &SheetPath, read: io::Result<usize>, buffer: &[u8]) -> Result<(), Box<Unreadable>> {
    match read {
        Ok(_) if buffer.len() as u64 > MAX_BYTES => {
            Err(unreadable(path, &LIMIT_EXCEEDED, phrase!("larger than 16 MiB", "plus de 16 Mio")))
        }
        Ok(_) => Ok(()),
        Err(error) => {
            let doing = text!("cannot read", "impossible de lire");
            let system_error = SystemError::io(doing, &path.full, &error);
            Err(unreadable(path, &UNREADABLE_FILE, system_error.0))
        }
    }
}

fn unreadable(path: &SheetPath, kind: &'static Lint, label: Phrase) -> Box<Unreadable> {
    let finding = Finding::new(kind, Span::TOP, label);
    Box::new(Unreadable { source: Source::of(path.shown.clone(), String::new()), finding })
}

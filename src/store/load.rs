//! Reads many files with a few threads, and gives what each answers in the order of the paths.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use crate::finding::{Finding, Kind};
use crate::lang::{Phrase, Text};
use crate::source::kinds::{TOO_DEEP, UNREADABLE_FILE};
use crate::source::parse::LARGEST;
use crate::source::{Source, Span, Unreadable};
use crate::store::{SheetPath, Trouble};

/// Asks every file a question, with as many threads as are given, and returns the answers in
/// the order of the paths, whatever the number of threads.
pub fn load<T: Send>(
    paths: &[SheetPath],
    threads: usize,
    question: impl Fn(Result<Source, Box<Unreadable>>) -> T + Sync,
) -> Vec<T> {
    let threads = threads.clamp(1, paths.len().max(1));
    let chunk = (paths.len() / (8 * threads)).clamp(1, 16);
    let next = AtomicUsize::new(0);
    let work = || {
        let mut answers = Vec::new();
        let mut buffer = Vec::new();
        loop {
            let start = next.fetch_add(chunk, Ordering::Relaxed);
            if start >= paths.len() {
                return answers;
            }
            let end = (start + chunk).min(paths.len());
            for (index, path) in paths[start..end].iter().enumerate() {
                answers.push((start + index, question(read_into(path, &mut buffer))));
            }
        }
    };
    let mut answers = match threads {
        1 => work(),
        _ => thread::scope(|scope| {
            let workers: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
            let joined = workers.into_iter().map(|worker| match worker.join() {
                Ok(answers) => answers,
                Err(panic) => std::panic::resume_unwind(panic),
            });
            joined.flatten().collect()
        }),
    };
    answers.sort_unstable_by_key(|(index, _)| *index);
    answers.into_iter().map(|(_, answer)| answer).collect()
}

/// Reads a file that was named, in a collection or not; `-` is standard input.
///
/// # Errors
/// What hinders it, as a finding about that file.
pub fn read_given(given: &Path) -> Result<Source, Box<Unreadable>> {
    let path = SheetPath {
        shown: given.display().to_string(),
        full: given.to_owned(),
        regular: false,
        astray: false,
    };
    let mut buffer = Vec::new();
    match given.as_os_str() == "-" {
        true => {
            let read = io::stdin().lock().take(LARGEST + 1).read_to_end(&mut buffer);
            source(&path, read.map(|_| ()), &buffer)
        }
        false => read_into(&path, &mut buffer),
    }
}

/// Reads one file of a collection.
///
/// # Errors
/// What hinders it, as a finding about that file.
pub fn read(path: &SheetPath) -> Result<Source, Box<Unreadable>> {
    read_into(path, &mut Vec::new())
}

/// Reads the bytes of one file, as they must be found again when it is written.
///
/// # Errors
/// What hinders it, as a finding about that file.
pub fn read_bytes(path: &SheetPath) -> Result<Vec<u8>, Box<Unreadable>> {
    let mut buffer = Vec::new();
    let read = bytes(path, &mut buffer);
    source(path, read, b"").map(|_| buffer)
}

fn read_into(path: &SheetPath, buffer: &mut Vec<u8>) -> Result<Source, Box<Unreadable>> {
    buffer.clear();
    let read = bytes(path, buffer);
    source(path, read, buffer)
}

fn source(
    path: &SheetPath,
    read: io::Result<()>,
    buffer: &[u8],
) -> Result<Source, Box<Unreadable>> {
    match read {
        Ok(()) if buffer.len() as u64 > LARGEST => {
            Err(unreadable(path, &TOO_DEEP, Phrase::new("larger than 16 MiB", "plus de 16 Mio")))
        }
        Ok(()) => Source::new(path.shown.clone(), buffer.to_vec()),
        Err(error) => {
            let doing = Text::new("cannot read", "impossible de lire");
            let trouble = Trouble::io(doing, &path.full, &error);
            Err(unreadable(path, &UNREADABLE_FILE, trouble.0))
        }
    }
}

/// Reads a regular file, and a little more than the largest sheet of one that is larger.
fn bytes(path: &SheetPath, buffer: &mut Vec<u8>) -> io::Result<()> {
    if path.astray {
        return Err(io::Error::other("a link that leads out of the collection"));
    }
    if !path.regular && !std::fs::metadata(&path.full)?.is_file() {
        return Err(io::Error::other("not a regular file"));
    }
    File::open(&path.full)?.take(LARGEST + 1).read_to_end(buffer)?;
    Ok(())
}

fn unreadable(path: &SheetPath, kind: &'static Kind, label: Phrase) -> Box<Unreadable> {
    let finding = Finding::new(kind, Span::TOP, label);
    Box::new(Unreadable { source: Source::of(path.shown.clone(), String::new()), finding })
}

//! Every file below a folder that may be a sheet. This is the door of `walkdir`.

use std::io::ErrorKind;
use std::path::{Path, PathBuf, is_separator};

use walkdir::{DirEntry, WalkDir};

use crate::error::SystemError;
use crate::finding::Lint;
use crate::lang::{Phrase, Text, text};
use crate::portfolio::is_sheet_ending;
use crate::yaml::codes::{LIMIT_EXCEEDED, UNREADABLE_FILE};

/// How many folders deep sheets are looked for.
const MAX_DEPTH: usize = 32;

/// Why a path is not to be opened, as it will be reported.
#[derive(Clone, Debug)]
pub(crate) struct PathProblem {
    pub lint: &'static Lint,
    pub label: Phrase,
}

/// A file that may be a sheet, or a folder that cannot be looked into, and why.
pub(super) struct FoundFile {
    pub path: PathBuf,
    /// Whether it was seen to be a regular file.
    pub regular: bool,
    pub problem: Option<Box<PathProblem>>,
}

/// Every file at or below a path that may be a sheet, and every folder that cannot be looked into.
pub(super) fn found(top: &Path) -> Vec<FoundFile> {
    let walk = WalkDir::new(top).max_depth(MAX_DEPTH).into_iter();
    let walk = walk.filter_entry(|found| found.depth() == 0 || !is_hidden(name(found)));
    walk.filter_map(|found| match found {
        Ok(found) => looked_at(found),
        Err(error) => {
            let path = error.path().unwrap_or(top).to_owned();
            let why = error.into_io_error().unwrap_or_else(|| ErrorKind::Other.into());
            let why = unreadable(SystemError::io(FOLDER, &path, &why).0);
            Some(FoundFile { path, regular: false, problem: Some(why) })
        }
    })
    .collect()
}

/// Whether a file of this name below the folder of the sheets is one of those that are read.
pub(super) fn is_found(below: &str) -> bool {
    let mut steps = below.split('/').map(str::as_bytes);
    names_sheet(below.as_bytes()) && steps.clone().count() <= MAX_DEPTH && !steps.any(is_hidden)
}

/// The name of a file or a folder below the top. The library looks for it step by step through the
/// whole path: a fifth of the time of a walk.
fn name(found: &DirEntry) -> &[u8] {
    let path = found.path().as_os_str().as_encoded_bytes();
    path.rsplit(|byte| is_separator(char::from(*byte))).next().unwrap_or_default()
}

/// Whether a file or a folder of this name is passed over.
fn is_hidden(name: &[u8]) -> bool {
    name.starts_with(b".")
}

/// Whether a file of this name may be a sheet.
pub(super) fn names_sheet(name: &[u8]) -> bool {
    let ending = name.rsplit(|byte| *byte == b'.').next().unwrap_or_default();
    is_sheet_ending(ending) && ending.len() < name.len()
}

fn looked_at(found: DirEntry) -> Option<FoundFile> {
    let sheet = found.depth() == 0 || names_sheet(name(&found));
    let kind = found.file_type();
    let problem = if kind.is_dir() {
        (found.depth() == MAX_DEPTH)
            .then(|| Box::new(PathProblem { lint: &LIMIT_EXCEEDED, label: DEEP.into() }))
    } else {
        (kind.is_symlink() && found.path().is_dir()).then(|| unreadable(LINKED))
    };
    let is_file = sheet && !kind.is_dir();
    let regular = kind.is_file();
    (is_file || problem.is_some()).then(|| FoundFile { path: found.into_path(), regular, problem })
}

pub(super) fn unreadable(label: impl Into<Phrase>) -> Box<PathProblem> {
    Box::new(PathProblem { lint: &UNREADABLE_FILE, label: label.into() })
}

const LINKED: Text = text!(
    "link to a folder; sheets are read in real folders only",
    "lien vers un dossier ; les fiches ne sont lues que dans de vrais dossiers",
);

const DEEP: Text = text!(
    "more than 32 levels of folders; nothing is read below",
    "plus de 32 niveaux de dossiers ; rien n'est lu en dessous",
);

const FOLDER: Text = text!("cannot read the folder", "impossible de lire le dossier");

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::text::path::slashed;

    #[test]
    fn what_is_found_on_the_disk_is_what_its_name_says() {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let deep = |steps: usize| format!("{}a.yaml", "d/".repeat(steps - 1));
        let names = ["a.yaml", "b.yml", ".h.yaml", "x/.h/a.yaml", "x/y.yaml", "x/a.txt", "yaml"];
        let deep = [MAX_DEPTH - 1, MAX_DEPTH, MAX_DEPTH + 1].map(deep);
        let names: Vec<&str> = names.into_iter().chain(deep.iter().map(String::as_str)).collect();
        for name in &names {
            let path = folder.path().join(name);
            std::fs::create_dir_all(path.parent().expect("a folder")).expect("a new folder");
            std::fs::write(path, "").expect("a new file");
        }
        let sheets = found(folder.path()).into_iter().filter(|found| found.problem.is_none());
        let sheets: BTreeSet<String> = sheets
            .map(|found| slashed(found.path.strip_prefix(folder.path()).expect("below")).into())
            .collect();
        let named = names.into_iter().filter(|name| is_found(name)).map(str::to_owned);
        assert_eq!(sheets, named.collect::<BTreeSet<_>>());
    }
}

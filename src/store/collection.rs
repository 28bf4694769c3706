//! Where the sheets are: a folder that holds `projects`, found upwards from where one stands.

use std::path::{Path, PathBuf};

use anyhow::Result;
use walkdir::WalkDir;

use crate::lang::Text;
use crate::portfolio::is_sheet_ending;
use crate::store::Trouble;

/// The folder of the sheets within a collection.
pub const SHEETS: &str = "projects";

/// A folder with sheets below its folder `projects`.
#[derive(Clone, Debug)]
pub struct Collection {
    pub root: PathBuf,
}

/// A file that may be a sheet.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SheetPath {
    /// As it is shown: relative to the collection, with `/`.
    pub shown: String,
    pub full: PathBuf,
    /// Whether it is a link that leads out of the collection: such a file is not read.
    pub astray: bool,
    /// Whether it was seen to be a regular file, so that nobody need look again before opening it.
    pub regular: bool,
}

impl Collection {
    /// The collection at a folder that somebody named.
    ///
    /// # Errors
    /// Where the folder has no folder `projects`.
    pub fn at(root: &Path) -> Result<Collection> {
        let root = &plain(root);
        if root.join(SHEETS).is_dir() {
            return Ok(Collection { root: root.to_owned() });
        }
        let shown = root.display();
        Err(Trouble::new(
            format!("no collection at {shown}: there is no folder `{SHEETS}` in it"),
            format!("pas de collection dans {shown} : il ne contient pas de dossier « {SHEETS} »"),
        )
        .into())
    }

    /// The nearest collection at or above a folder.
    ///
    /// # Errors
    /// Where there is none.
    pub fn above(folder: &Path) -> Result<Collection> {
        let found = folder.ancestors().find(|folder| folder.join(SHEETS).is_dir());
        match found {
            Some(root) => Ok(Collection { root: plain(root) }),
            None => Err(Trouble::new(
                format!("no collection here or above: no folder `{SHEETS}`; go to one, or name it with --dir"),
                format!("aucune collection ici ni au-dessus : pas de dossier « {SHEETS} » ; allez dans l'une, ou nommez-la avec --dir"),
            )
            .into()),
        }
    }

    /// Every file below `projects` that may be a sheet, in the order of the shown paths: those
    /// that end in `.yaml` or `.yml` and do not begin with a dot, in folders that do not either.
    /// Links are followed to files, never out of the collection by a folder.
    ///
    /// # Errors
    /// Where a folder cannot be read.
    pub fn paths(&self) -> Result<Vec<SheetPath>> {
        let files = files(&self.root.join(SHEETS))?;
        let mut paths: Vec<SheetPath> =
            files.into_iter().map(|(file, regular)| self.sheet_path(file, regular)).collect();
        paths.sort_unstable();
        Ok(paths)
    }

    /// The file of a sheet whose id is known, without looking at any other.
    pub fn path_of(&self, id: &str) -> Option<SheetPath> {
        let plain = !id.is_empty() && !id.contains(['/', '\\', '\0']) && !id.starts_with('.');
        let full = self.root.join(SHEETS).join(format!("{id}.yaml"));
        (plain && full.is_file()).then(|| self.sheet_path(full, false))
    }

    /// A file or the files of a folder that may lie outside any collection, shown as it was given.
    ///
    /// # Errors
    /// Where the folder cannot be read.
    pub fn outside(full: &Path, given: &Path) -> Result<Vec<SheetPath>> {
        let shown =
            |path: &Path| given.join(path.strip_prefix(full).unwrap_or(path)).display().to_string();
        let sheet = |(path, regular): (PathBuf, bool)| SheetPath {
            regular,
            astray: false,
            shown: shown(&path).trim_end_matches('/').to_owned(),
            full: path,
        };
        Ok(files(full)?.into_iter().map(sheet).collect())
    }

    /// The file of this name beside the folder of the sheets, where there is one.
    pub fn file(&self, name: &str) -> Option<SheetPath> {
        self.holds(name).then(|| self.sheet_path(self.root.join(name), false))
    }

    /// Whether there is a file of this name beside the folder of the sheets.
    pub fn holds(&self, name: &str) -> bool {
        self.root.join(name).is_file()
    }

    /// Where a new sheet with this id belongs.
    pub fn new_path(&self, id: &str) -> SheetPath {
        self.sheet_path(self.root.join(SHEETS).join(format!("{id}.yaml")), false)
    }

    /// The path of a sheet with another id in the same folder.
    pub fn beside(&self, path: &SheetPath, id: &str) -> SheetPath {
        self.sheet_path(path.full.with_file_name(format!("{id}.yaml")), false)
    }

    /// The shown and the full path of a file, in this collection or outside it.
    fn sheet_path(&self, full: PathBuf, regular: bool) -> SheetPath {
        let relative = full.strip_prefix(&self.root).unwrap_or(&full);
        let shown = relative.to_string_lossy();
        let shown = match std::path::MAIN_SEPARATOR {
            '/' => shown.into_owned(),
            separator => shown.replace(separator, "/"),
        };
        let astray =
            !regular && full.canonicalize().is_ok_and(|real| !real.starts_with(&self.root));
        SheetPath { shown, full, regular, astray }
    }
}

/// A path without the steps that lead nowhere, `.` and `folder/..`.
fn plain(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}

/// Every file at or below a path that may be a sheet, and whether it is a regular one.
fn files(top: &Path) -> Result<Vec<(PathBuf, bool)>> {
    let hidden = |name: &std::ffi::OsStr| name.as_encoded_bytes().starts_with(b".");
    let walk = WalkDir::new(top).max_depth(32).into_iter();
    let mut files = Vec::new();
    for found in walk.filter_entry(|found| found.depth() == 0 || !hidden(found.file_name())) {
        let found = found.map_err(|error| {
            let path = error.path().unwrap_or(top).to_owned();
            let other = || std::io::Error::other("links in a circle");
            let error = error.into_io_error().unwrap_or_else(other);
            let doing = Text::new("cannot read the folder", "impossible de lire le dossier");
            Trouble::io(doing, &path, &error)
        })?;
        let name = found.file_name().as_encoded_bytes();
        let ending = name.rsplit(|byte| *byte == b'.').next().unwrap_or_default();
        let sheet = found.depth() == 0 || is_sheet_ending(ending) && ending.len() < name.len();
        if sheet && !found.file_type().is_dir() {
            let regular = found.file_type().is_file();
            files.push((found.into_path(), regular));
        }
    }
    Ok(files)
}

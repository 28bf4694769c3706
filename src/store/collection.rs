//! Where the sheets are: a folder that holds `projects`, found upwards from where one stands.
//!
//! A link is followed to a file within the collection, never to a folder, nor out of it, nor to a
//! sheet that counts already. What may hold sheets and cannot be looked into is a path like any
//! other, whose reading fails: so nobody who asks for the sheets can pass it over.

use std::borrow::Cow;
use std::collections::HashMap;
use std::path::{MAIN_SEPARATOR, Path, PathBuf};
use std::sync::{Arc, OnceLock};

use anyhow::Result;

use crate::error::SystemError;
use crate::lang::{Text, phrase, text};
use crate::portfolio::id_of;
use crate::store::walk::{FoundFile, PathProblem, found, names_sheet, unreadable};
use crate::text::fold::composed;
use crate::text::path::{seen_from, slashed, with_slashes};

/// The folder of the sheets within a collection.
pub(crate) const SHEETS_DIR: &str = "projects";

/// A folder with sheets below its folder `projects`.
#[derive(Clone, Debug)]
pub(crate) struct Collection {
    pub root: PathBuf,
    /// Where the person stands.
    current: PathBuf,
    /// The way from there to the root, where all paths begin with it; none within the root.
    way: Option<String>,
    /// Once looked for: the file of each id, of which none where several have the same.
    by_id: Arc<OnceLock<HashMap<String, Option<PathBuf>>>>,
}

/// A file that may be a sheet, or a folder of which nobody can say whether it holds any.
#[derive(Clone, Debug)]
pub(crate) struct SheetPath {
    /// As it is shown: from where the person stands, with `/`, which a folder ends with.
    pub shown: String,
    pub full: PathBuf,
    /// Why it is not to be opened.
    pub problem: Option<Box<PathProblem>>,
    /// Whether it was seen to be a regular file, so that nobody need look again before opening it.
    pub regular: bool,
    /// The text that is read in place of what is on the disk.
    pub given: Option<Arc<[u8]>>,
}

impl SheetPath {
    /// Whether it is a file, and no folder that could not be looked into.
    pub(crate) fn is_file(&self) -> bool {
        !self.shown.ends_with('/')
    }

    /// A file outside any collection, shown as it was given.
    pub(crate) fn outside(full: PathBuf, given: &Path) -> SheetPath {
        let shown = given.display().to_string();
        SheetPath { shown, full, problem: None, regular: false, given: None }
    }

    /// The same file with another text than the one on the disk.
    pub(crate) fn with_text(self, text: Vec<u8>) -> SheetPath {
        SheetPath { given: Some(text.into()), problem: None, ..self }
    }
}

impl Collection {
    /// The collection at a folder that somebody named, from where they stand.
    ///
    /// # Errors
    /// Where the folder has no folder `projects` of its own.
    pub(crate) fn at(current: &Path, root: &Path) -> Result<Collection> {
        let root = plain(&current.join(root));
        let (sheets, shown) = (root.join(SHEETS_DIR), root.display());
        if sheets.is_dir() && !sheets.is_symlink() {
            let current = plain(current);
            let within = current.starts_with(&root) && current != root;
            let way = (!within).then(|| seen_from(&current, &root));
            return Ok(Collection { root, current, way, by_id: Arc::default() });
        }
        Err(if sheets.is_dir() {
            SystemError::new(phrase!(
                "`{sheets}` in {shown} is a link, and links to folders are not followed; keep the \
             sheets in a real folder `{sheets}`, and name the folder that holds it with \
             --dir",
                "`{sheets}` dans {shown} est un lien, et les liens vers des dossiers ne sont pas \
             suivis ; gardez les fiches dans un vrai dossier `{sheets}`, et nommez avec --dir \
             le dossier qui le contient",
                sheets = SHEETS_DIR,
                shown,
            ))
        } else {
            SystemError::new(phrase!(
                "not a collection: no `{sheets}` folder in {shown}; to create one: sheet init \
             {shown}",
                "pas une collection : pas de dossier `{sheets}` dans {shown} ; pour en créer une \
             : sheet init {shown}",
                sheets = SHEETS_DIR,
                shown,
            ))
        }
        .into())
    }

    /// The nearest folder at or above one that has a folder `projects`.
    pub(crate) fn nearest(current: &Path) -> Option<&Path> {
        current.ancestors().find(|folder| folder.join(SHEETS_DIR).is_dir())
    }

    /// The collection in which a file or folder lies that somebody named, if it lies in one.
    pub(crate) fn around(current: &Path, named: &Path, files: &[&str]) -> Option<PathBuf> {
        let full = current.join(named).canonicalize().ok()?;
        let root = Collection::nearest(&full)?;
        Collection::is_used(root, files).then(|| root.to_owned())
    }

    /// Whether this is a collection that somebody uses, and no folder `projects` by chance: it has
    /// one of these files beside that, or a sheet right in it.
    pub(crate) fn is_used(root: &Path, files: &[&str]) -> bool {
        let sheets = || root.join(SHEETS_DIR).read_dir();
        files.iter().any(|file| root.join(file).is_file())
            || sheets().is_ok_and(|found| {
                found.flatten().any(|file| names_sheet(file.file_name().as_encoded_bytes()))
            })
    }

    /// The part of a path of this collection that lies below its root.
    pub(crate) fn below_root<'p>(&self, full: &'p Path) -> &'p Path {
        full.strip_prefix(&self.root).unwrap_or(full)
    }

    /// The collection that is meant: the one that was named, else the nearest.
    ///
    /// # Errors
    /// Where there is none.
    pub(crate) fn meant(current: &Path, dir: Option<&Path>) -> Result<Collection> {
        match dir {
            Some(dir) => Collection::at(current, dir),
            None => Collection::discover(current),
        }
    }

    /// The nearest collection at or above a folder.
    ///
    /// # Errors
    /// Where there is none.
    pub(crate) fn discover(current: &Path) -> Result<Collection> {
        match Collection::nearest(current) {
            Some(root) => Collection::at(current, root),
            None => Err(SystemError::new(text!(
                "no collection here or in a parent folder; to create one: sheet init; for another \
                 folder: --dir",
                "aucune collection ici ni dans un dossier parent ; pour en créer une : sheet init \
                 ; pour un autre dossier : --dir",
            ))
            .into()),
        }
    }

    /// Every file below `projects` that may be a sheet, in the order of the paths: those
    /// that end in `.yaml` or `.yml` and do not begin with a dot, in folders that do not either;
    /// and every folder there that cannot be looked into.
    pub(crate) fn paths(&self) -> Vec<SheetPath> {
        let found = found(&self.root.join(SHEETS_DIR)).into_iter();
        let mut paths: Vec<SheetPath> = found.map(|found| self.within_root(found)).collect();
        paths.sort_unstable_by(|one, other| {
            (&one.shown, &one.full).cmp(&(&other.shown, &other.full))
        });
        for at in 1..paths.len() {
            // Two names that differ in the form of their characters alone stay two paths.
            if paths[at - 1].shown == paths[at].shown {
                paths[at - 1].shown = self.on_the_way(&self.raw(&paths[at - 1].full));
            }
        }
        paths.iter_mut().for_each(|path| self.show_from_here(path));
        flag_duplicate_links(&mut paths);
        paths
    }

    /// The file of a sheet whose id is known, without reading any: right in the folder of the
    /// sheets, where most are, else in a folder below it or as `.yml`; what a link leads to must be compared with
    /// the others.
    pub(crate) fn path_of(&self, id: &str) -> Option<SheetPath> {
        if id.is_empty() || id.contains(['/', '\\', '\0']) || id.starts_with('.') {
            return None;
        }
        let full = self.root.join(SHEETS_DIR).join(format!("{id}.yaml"));
        let full = if full.is_file() && !full.is_symlink() {
            full
        } else {
            self.by_id().get(composed(id).as_ref())?.clone()?
        };
        Some(self.sheet_path(full, true))
    }

    fn by_id(&self) -> &HashMap<String, Option<PathBuf>> {
        self.by_id.get_or_init(|| {
            let mut by_id = HashMap::new();
            for file in found(&self.root.join(SHEETS_DIR)) {
                let name = file.path.file_name().unwrap_or_default().to_string_lossy();
                let id = composed(id_of(&name)).into_owned();
                let is_one = file.regular && file.problem.is_none() && !by_id.contains_key(&id);
                by_id.insert(id, is_one.then_some(file.path));
            }
            by_id
        })
    }

    /// A file or the files of a folder that may lie outside any collection, shown as it was given.
    pub(crate) fn outside(full: &Path, given: &Path) -> Vec<SheetPath> {
        let shown = |path: &Path, folder: bool| {
            let shown = given.join(path.strip_prefix(full).unwrap_or(path)).display().to_string();
            let end = if folder { "/" } else { "" };
            format!("{}{end}", shown.trim_end_matches('/'))
        };
        found(full)
            .into_iter()
            .map(|FoundFile { path, regular, problem }| SheetPath {
                regular,
                shown: shown(&path, problem.is_some()),
                full: path,
                problem,
                given: None,
            })
            .collect()
    }

    /// The file of this name beside the folder of the sheets, where there is one.
    pub(crate) fn file(&self, name: &str) -> Option<SheetPath> {
        self.holds(name).then(|| self.path_at(self.root.join(name)))
    }

    /// Whether there is a file of this name beside the folder of the sheets.
    pub(crate) fn holds(&self, name: &str) -> bool {
        self.root.join(name).is_file()
    }

    /// Where a new sheet with this id belongs.
    pub(crate) fn new_path(&self, id: &str) -> SheetPath {
        self.path_at(self.root.join(SHEETS_DIR).join(format!("{id}.yaml")))
    }

    /// The path of a file of this collection, which may be there or not.
    pub(crate) fn path_at(&self, full: PathBuf) -> SheetPath {
        self.sheet_path(full, false)
    }

    /// The path of a sheet with another id in the same folder.
    pub(crate) fn beside(&self, path: &SheetPath, id: &str) -> SheetPath {
        self.path_at(path.full.with_file_name(format!("{id}.yaml")))
    }

    /// The shown and the full path of a file of this collection.
    fn sheet_path(&self, full: PathBuf, regular: bool) -> SheetPath {
        let mut path = self.within_root(FoundFile { path: full, regular, problem: None });
        self.show_from_here(&mut path);
        path
    }

    /// A file, shown from the root for now where the person stands within.
    fn within_root(&self, FoundFile { path: full, regular, problem }: FoundFile) -> SheetPath {
        let end = if problem.is_some() { "/" } else { "" };
        let shown = self.on_the_way(&composed(&self.raw(&full))) + end;
        let outside = !regular
            && problem.is_none()
            && full.canonicalize().is_ok_and(|real| !real.starts_with(&self.root));
        let problem = problem.or_else(|| outside.then(|| unreadable(OUTSIDE)));
        SheetPath { shown, full, problem, regular, given: None }
    }

    /// A path from the root on, behind the way to there, where all paths begin with that.
    fn on_the_way(&self, within: &str) -> String {
        match self.way.as_deref() {
            None | Some("") => within.to_owned(),
            Some(way) => [way.trim_end_matches('/'), "/", within].concat(),
        }
    }

    /// Shows a path from where the person stands, within the root.
    fn show_from_here(&self, path: &mut SheetPath) {
        if self.way.is_none() {
            let end = if path.is_file() { "" } else { "/" };
            path.shown = seen_from(&self.current, &self.root.join(&path.shown)) + end;
        }
    }

    /// The path from the collection on, with `/`, in the characters of the disk.
    fn raw<'p>(&self, full: &'p Path) -> Cow<'p, str> {
        // Most paths begin with the very letters of the root; steps are compared where one does not.
        let letters =
            || full.to_str()?.strip_prefix(self.root.to_str()?)?.strip_prefix(MAIN_SEPARATOR);
        letters().map_or_else(|| slashed(self.below_root(full)), with_slashes)
    }

    /// A path of this collection as it is told from its root: in composed characters, with `/`.
    pub(super) fn within(&self, path: &SheetPath) -> String {
        composed(&self.raw(&path.full)).into_owned()
    }

    /// Whether a path is what was typed: as it is shown, or as it is told from the root.
    pub(crate) fn is_named(&self, path: &SheetPath, typed: &str) -> bool {
        path.shown == typed || self.within(path) == typed
    }
}

const OUTSIDE: Text =
    text!("link pointing outside the collection", "lien vers l'extérieur de la collection");

/// Hinders every link to a file that counts under its own name, or under that of an earlier link.
fn flag_duplicate_links(paths: &mut [SheetPath]) {
    if paths.iter().all(|path| path.regular || path.problem.is_some()) {
        return;
    }
    let regular = paths.iter().filter(|path| path.regular);
    let mut known: HashMap<PathBuf, String> =
        regular.map(|path| (path.full.clone(), path.shown.clone())).collect();
    for path in paths.iter_mut().filter(|path| !path.regular && path.problem.is_none()) {
        let Ok(real) = path.full.canonicalize() else {
            continue;
        };
        match known.get(&real) {
            Some(other) => {
                path.problem = Some(unreadable(phrase!(
                    "link to {other}, already counted",
                    "lien vers {other}, déjà compté",
                    other,
                )));
            }
            None => drop(known.insert(real, path.shown.clone())),
        }
    }
}

/// A path without the steps that lead nowhere, `.` and `folder/..`.
fn plain(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}

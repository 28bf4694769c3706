//! Paths as they are told: from where the person stands, and from the root of the repository. This is
//! the door of `pathdiff`.

use std::borrow::Cow;
use std::path::{Component, MAIN_SEPARATOR, Path, PathBuf};

/// The way from a folder to a path, both whole, with `/`; the whole path where the two have nothing
/// in common but the root.
pub fn seen_from(folder: &Path, path: &Path) -> String {
    let way = pathdiff::diff_paths(path, folder).filter(|way| !way.has_root());
    let up = |way: &PathBuf| way.components().filter(|step| *step == Component::ParentDir).count();
    let named = |step: &Component| matches!(step, Component::Normal(_));
    let steps = folder.components().filter(named).count();
    let way = way.filter(|way| up(way) < steps || steps == 0);
    slashed(way.as_deref().unwrap_or(path)).into_owned()
}

/// A path with `/`, whatever the system writes.
pub fn slashed(path: &Path) -> Cow<'_, str> {
    match path.to_str() {
        Some(path) => with_slashes(path),
        None => with_slashes(&path.to_string_lossy()).into_owned().into(),
    }
}

/// The same of a path that is a text.
pub fn with_slashes(path: &str) -> Cow<'_, str> {
    if MAIN_SEPARATOR == '/' { path.into() } else { path.replace(MAIN_SEPARATOR, "/").into() }
}

/// Whether a path leads out of the folder that it begins in, on any system.
pub fn leaves(path: &str) -> bool {
    let drive = path.chars().nth(1) == Some(':');
    let rooted = path.starts_with(['/', '\\', '~']);
    let mut depth = 0;
    let climbs = path.split(['/', '\\']).any(|step| {
        match step {
            ".." => depth -= 1,
            "" | "." => {}
            _ => depth += 1,
        }
        depth < 0
    });
    drive || rooted || climbs || path.contains("://")
}

/// The folders that paths are told from.
#[derive(Clone, Debug, Default)]
pub struct Folders {
    /// Where the person stands.
    pub current: PathBuf,
    /// The root of the repository, else of the collection.
    pub repository: PathBuf,
}

impl Folders {
    /// A path that is told from where the person stands, as it is told from the root of the
    /// repository; unchanged for what lies outside it.
    pub fn in_repository<'a>(&self, path: &'a str) -> Cow<'a, str> {
        if self.current == self.repository {
            return path.into();
        }
        match plain(&self.current.join(path)).strip_prefix(&self.repository) {
            Ok(within) => slashed(within).into_owned().into(),
            Err(_) => path.into(),
        }
    }
}

/// A path without the steps that lead nowhere, `.` and `folder/..`, whatever is on the disk.
fn plain(path: &Path) -> PathBuf {
    path.components().fold(PathBuf::new(), |mut plain, step| {
        match step {
            Component::CurDir => {}
            Component::ParentDir => drop(plain.pop()),
            step => plain.push(step),
        }
        plain
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_told_from_where_one_stands() {
        for (folder, path, told) in [
            ("/home/alix/fiches", "/home/alix/fiches/projects/a.yaml", "projects/a.yaml"),
            ("/home/alix/fiches/projects", "/home/alix/fiches/projects/a.yaml", "a.yaml"),
            ("/home/alix/fiches/projects", "/home/alix/fiches/sheet.yaml", "../sheet.yaml"),
            ("/home/alix/fiches", "/home/alix/fiches", ""),
            ("/home/alix", "/srv/fiches/a.yaml", "/srv/fiches/a.yaml"),
            ("/", "/srv/a.yaml", "srv/a.yaml"),
        ] {
            assert_eq!(seen_from(Path::new(folder), Path::new(path)), told, "{path} from {folder}");
        }
    }

    #[test]
    fn the_same_path_is_told_from_the_root_of_the_repository() {
        for (current, path, told) in [
            ("/r", "docs/projects/a.yaml", "docs/projects/a.yaml"),
            ("/r/docs", "projects/a.yaml", "docs/projects/a.yaml"),
            ("/r/docs/projects", "../sheet.yaml", "docs/sheet.yaml"),
            ("/r/docs", "./projects//a.yaml", "docs/projects/a.yaml"),
            ("/home", "/r/docs/a.yaml", "docs/a.yaml"),
            ("/r/docs", "../../other/a.yaml", "../../other/a.yaml"),
            ("/r/docs", "-", "docs/-"),
        ] {
            let folders = Folders { current: current.into(), repository: "/r".into() };
            assert_eq!(folders.in_repository(path), told, "{path} from {current}");
        }
    }
}

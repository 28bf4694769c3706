//! What has changed since a revision, asked of git: the one program that is run here, and only when
//! a revision is named.
//!
//! Git is asked for nothing but what it keeps: the names of a revision and their texts. So it reads
//! neither the index nor the working tree, writes nothing, and runs none of the filters and hooks
//! that a repository can name.

use std::collections::{HashMap, HashSet};
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;

use anyhow::Result;

use crate::error::SystemError;
use crate::lang::{Text, phrase, text};
use crate::store::load::read_bytes;
use crate::store::{Collection, SHEETS_DIR, SheetPath};
use crate::text::fold::composed;
use crate::yaml::parse::MAX_BYTES;

/// Those of these files, as they are shown, whose text is not that of a revision: changed, new, or
/// not to be read. Line ends make no difference, since git may change them on its way.
///
/// # Errors
/// Where git is not there, this is no repository, or there is no such revision.
pub(crate) fn changed_since(
    collection: &Collection,
    revision: &str,
    paths: &[SheetPath],
) -> Result<HashSet<String>> {
    if revision.starts_with('-') || revision.trim().is_empty() {
        return Err(no_revision(revision, "").into());
    }
    let objects = objects(collection, revision)?;
    let kept: Vec<(&SheetPath, &str)> = paths
        .iter()
        .filter_map(|path| {
            Some((path, objects.get(composed(collection.within(path)).as_ref())?.as_str()))
        })
        .collect();
    let same = same(collection, &kept).map_err(|error| no_git(&error))?;
    let changed = paths.iter().filter(|path| !same.contains(path.shown.as_str()));
    Ok(changed.map(|path| path.shown.clone()).collect())
}

/// The names of the sheets of a revision, and of the objects that hold their texts.
fn objects(collection: &Collection, revision: &str) -> Result<HashMap<String, String>> {
    let list = ["ls-tree", "-r", "-z", revision, "--", SHEETS_DIR];
    let output =
        git(collection).args(list).stdin(Stdio::null()).output().map_err(|error| no_git(&error))?;
    if !output.status.success() {
        let message = String::from_utf8_lossy(&output.stderr);
        if is_shallow(collection) {
            return Err(cut_off(revision).into());
        }
        return Err(no_revision(revision, message.lines().next().unwrap_or_default()).into());
    }
    let rows = output.stdout.split(|byte| *byte == 0).map(String::from_utf8_lossy);
    // `100644 blob 78981922613b…` and, behind a tab, the name.
    Ok(rows
        .filter_map(|row| {
            let (object, name) = row.split_once('\t')?;
            Some((composed(name).into_owned(), object.rsplit(' ').next()?.to_owned()))
        })
        .collect())
}

/// The root of the repository that a folder belongs to, else the folder.
pub(crate) fn repository(folder: &Path) -> &Path {
    folder.ancestors().find(|folder| folder.join(".git").exists()).unwrap_or(folder)
}

/// Whether the history that is here is only its end.
fn is_shallow(collection: &Collection) -> bool {
    let asked = git(collection).args(["rev-parse", "--is-shallow-repository"]).output();
    asked.is_ok_and(|output| output.stdout.trim_ascii() == b"true")
}

/// The files that say the same as the objects beside them.
fn same<'a>(
    collection: &Collection,
    kept: &[(&'a SheetPath, &str)],
) -> io::Result<HashSet<&'a str>> {
    let mut git = git(collection);
    git.args(["cat-file", "--batch"]).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut git = git.stderr(Stdio::null()).spawn()?;
    let (ask, answer) = (git.stdin.take(), git.stdout.take());
    let same = thread::scope(|scope| {
        scope.spawn(|| {
            // Where git goes away, what it would have answered counts as changed.
            ask.map(|mut ask| kept.iter().try_for_each(|(_, object)| writeln!(ask, "{object}")))
        });
        let mut answer = BufReader::new(answer.ok_or(io::ErrorKind::BrokenPipe)?);
        let mut same = HashSet::new();
        for (path, _) in kept {
            let text = next(&mut answer)?;
            if text.is_some_and(|text| read_bytes(path).is_ok_and(|bytes| is_same(&bytes, &text))) {
                same.insert(path.shown.as_str());
            }
        }
        Ok(same)
    });
    git.wait()?;
    same
}

/// The next text that git gives: `78981922613b… blob 2`, as many bytes, and the end of the line.
/// None where there is no such object, or it is larger than a sheet.
fn next(answer: &mut impl BufRead) -> io::Result<Option<Vec<u8>>> {
    let mut head = String::new();
    answer.read_line(&mut head)?;
    let Some(size) = head.trim_end().rsplit(' ').next().and_then(|size| size.parse::<u64>().ok())
    else {
        return Ok(None);
    };
    if size > MAX_BYTES {
        io::copy(&mut answer.take(size + 1), &mut io::sink())?;
        return Ok(None);
    }
    let mut text = Vec::new();
    answer.take(size + 1).read_to_end(&mut text)?;
    text.pop();
    Ok(Some(text))
}

fn is_same(one: &[u8], other: &[u8]) -> bool {
    let text = |bytes: &'_ [u8]| bytes.iter().copied().filter(|byte| *byte != b'\r').collect();
    one == other || Vec::<u8>::eq(&text(one), &text(other))
}

/// Git, which asks nobody, fetches nothing and takes no lock.
fn git(collection: &Collection) -> Command {
    let mut git = Command::new("git");
    git.arg("-C").arg(&collection.root).args(["-c", "core.fsmonitor=false", "--no-pager"]);
    git.env("GIT_OPTIONAL_LOCKS", "0").env("GIT_NO_LAZY_FETCH", "1");
    git.env("GIT_TERMINAL_PROMPT", "0");
    git
}

const ASKING: Text = text!("cannot run", "impossible de lancer");

fn no_git(error: &io::Error) -> SystemError {
    if error.kind() != io::ErrorKind::NotFound {
        return SystemError::io(ASKING, Path::new("git"), error);
    }
    SystemError::new(text!(
        "--since needs git, which was not found",
        "--since demande git, introuvable",
    ))
}

fn cut_off(revision: &str) -> SystemError {
    SystemError::new(phrase!(
        "git revision `{revision}` is not in this shallow clone; get the whole history with git \
         fetch --unshallow, in a GitHub workflow with fetch-depth: 0",
        "la révision git `{revision}` n'est pas dans ce clone partiel ; récupérez tout \
         l'historique avec git fetch --unshallow, ou avec fetch-depth à 0 dans un workflow GitHub",
        revision,
    ))
}

fn no_revision(revision: &str, message: &str) -> SystemError {
    let answer = if message.is_empty() { String::new() } else { format!(" ({message})") };
    SystemError::new(phrase!(
        "unknown git revision `{revision}`{answer}; e.g. --since main",
        "révision git inconnue : `{revision}`{answer} ; par exemple --since main",
        revision,
        answer,
    ))
}

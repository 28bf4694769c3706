//! What has changed since a revision, asked of git: the one program that is run here, and only when
//! a revision is named.
//!
//! Git is asked for nothing but what it keeps: the names of a revision and their texts. So it reads
//! neither the index nor the working tree, writes nothing, and runs none of the filters and hooks
//! that a repository can name.

use std::collections::{HashMap, HashSet};
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::thread;

use anyhow::Result;
use chrono::NaiveDate;

use crate::config;
use crate::error::SystemError;
use crate::lang::{Text, phrase, text};
use crate::store::load::read_bytes;
use crate::store::walk::is_found;
use crate::store::{Collection, SHEETS_DIR, SheetPath};
use crate::text::fold::composed;
use crate::yaml::parse::MAX_BYTES;

/// What is no longer as it was at a revision.
#[derive(Default)]
pub(crate) struct Changes {
    /// The files, as they are shown, whose text is not that of the revision: changed, new, or not to
    /// be read. Line ends make no difference, since git may change them on its way.
    pub changed: HashSet<String>,
    /// Those that were changed or deleted, with their text of then.
    pub before: Vec<SheetPath>,
    /// Every file that the collection had then, from its root.
    pub names: HashSet<String>,
}

impl Changes {
    /// Whether a file was changed, is new or is gone.
    pub(crate) fn concern(&self, path: &SheetPath) -> bool {
        self.changed.contains(&path.shown)
            || self.before.iter().any(|before| before.shown == path.shown)
    }
}

/// What has changed of these files, and of those that are no longer there, since a revision.
///
/// # Errors
/// Where git is not there, this is no repository, or there is no such revision.
pub(crate) fn changes_since(
    collection: &Collection,
    revision: &str,
    paths: &[SheetPath],
) -> Result<Changes> {
    if revision.starts_with('-') || revision.trim().is_empty() {
        return Err(no_revision(revision).into());
    }
    let objects = objects(collection, revision)?;
    let there: HashMap<String, &SheetPath> =
        paths.iter().map(|path| (collection.within(path), path)).collect();
    let mut kept: Vec<(SheetPath, &str)> = Vec::new();
    for (name, object) in &objects {
        match there.get(name.as_str()) {
            Some(path) => kept.push(((*path).clone(), object)),
            None if is_read(name) => {
                kept.push((collection.path_at(collection.root.join(name)), object))
            }
            None => {}
        }
    }
    kept.sort_by(|(one, _), (other, _)| one.shown.cmp(&other.shown));
    let mut changed: HashSet<String> = paths.iter().map(|path| path.shown.clone()).collect();
    let mut before = Vec::new();
    let compared = each_text(collection, &kept, |path, text| {
        if read_bytes(path).is_ok_and(|bytes| is_same(&bytes, &text)) {
            changed.remove(&path.shown);
        } else {
            before.push(path.clone().with_text(text));
        }
    });
    compared.map_err(|error| no_git(&error))?;
    Ok(Changes { changed, before, names: objects.into_keys().collect() })
}

/// Whether git keeps a past of the collection.
pub(crate) fn has_history(collection: &Collection) -> bool {
    let head = ["rev-parse", "--verify", "--quiet", "HEAD", "--"];
    asked(collection, &head).is_ok_and(|output| output.status.success())
}

/// The day of a revision.
///
/// # Errors
/// As [`changes_since`].
pub(crate) fn day_of(collection: &Collection, revision: &str) -> Result<NaiveDate> {
    if revision.starts_with('-') || revision.trim().is_empty() {
        return Err(no_revision(revision).into());
    }
    let show = ["show", "-s", "--no-show-signature", "--format=%cs", revision, "--"];
    let output = answer(collection, &show)?;
    let day = output.lines().last().and_then(|line| line.trim().parse().ok());
    Ok(day.ok_or_else(|| no_revision(revision))?)
}

/// The last revision before a day began, of those that led here.
///
/// # Errors
/// Where git is not there, or this is no repository.
pub(crate) fn revision_before(collection: &Collection, day: NaiveDate) -> Result<Option<String>> {
    let before = format!("--before={day}T00:00:00+00:00");
    let output = answer(collection, &["rev-list", "-1", &before, "HEAD", "--"])?;
    let revision = Some(output.trim().to_owned()).filter(|revision| !revision.is_empty());
    if revision.is_none() && is_shallow(collection) {
        return Err(cut_off(&day.to_string()).into());
    }
    Ok(revision)
}

/// Asks git, and waits until it has answered.
fn asked(collection: &Collection, args: &[&str]) -> Result<Output, SystemError> {
    git(collection).args(args).stdin(Stdio::null()).output().map_err(|error| no_git(&error))
}

/// What git says to a question.
fn answer(collection: &Collection, args: &[&str]) -> Result<String> {
    let output = asked(collection, args)?;
    if !output.status.success() {
        let revision = args.iter().rev().nth(1).copied().unwrap_or_default();
        return Err(refused(collection, revision, &output).into());
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Whether a file of this name, from the root of a collection, is one of those that are read.
fn is_read(name: &str) -> bool {
    let within = name.strip_prefix(SHEETS_DIR).and_then(|name| name.strip_prefix('/'));
    name == config::FILE || within.is_some_and(is_found)
}

/// The names of the files of a revision, and of the objects that hold their texts.
fn objects(collection: &Collection, revision: &str) -> Result<HashMap<String, String>> {
    let output = asked(collection, &["ls-tree", "-r", "-z", revision])?;
    if !output.status.success() {
        return Err(refused(collection, revision, &output).into());
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
    asked(collection, &["rev-parse", "--is-shallow-repository"])
        .is_ok_and(|output| output.stdout.trim_ascii() == b"true")
}

/// Gives each file with its text of then, in their order.
fn each_text(
    collection: &Collection,
    kept: &[(SheetPath, &str)],
    mut give: impl FnMut(&SheetPath, Vec<u8>),
) -> io::Result<()> {
    let mut git = git(collection);
    git.args(["cat-file", "--batch"]).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut git = git.stderr(Stdio::null()).spawn()?;
    let (ask, answer) = (git.stdin.take(), git.stdout.take());
    let given = thread::scope(|scope| {
        scope.spawn(|| {
            // Where git goes away, what it would have answered counts as changed.
            ask.map(|mut ask| kept.iter().try_for_each(|(_, object)| writeln!(ask, "{object}")))
        });
        let mut answer = BufReader::new(answer.ok_or(io::ErrorKind::BrokenPipe)?);
        for (path, _) in kept {
            if let Some(text) = next(&mut answer)? {
                give(path, text);
            }
        }
        Ok(())
    });
    git.wait()?;
    given
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
        "la révision git `{revision}` n'est pas dans ce clone superficiel ; récupérez tout \
         l'historique avec git fetch --unshallow, ou avec fetch-depth à 0 dans un workflow GitHub",
        revision,
    ))
}

fn no_revision(revision: &str) -> SystemError {
    SystemError::new(phrase!(
        "unknown git revision `{revision}`; e.g. --since HEAD~1",
        "révision git inconnue : `{revision}` ; par exemple --since HEAD~1",
        revision,
    ))
}

/// Why git knows no such revision: in its own words where it knows none at all, for it may be that
/// somebody else owns the folder.
fn refused(collection: &Collection, revision: &str, output: &Output) -> SystemError {
    let is_within = |folder: &Path| folder.join(".git").exists();
    if !collection.root.ancestors().any(is_within) {
        return SystemError::new(text!(
            "this folder is not in a git repository",
            "ce dossier n'est pas dans un dépôt git",
        ));
    }
    if !has_history(collection) {
        let words = String::from_utf8_lossy(&output.stderr);
        return SystemError::new(phrase!(
            "git finds no commit here to compare with: {words}",
            "git ne trouve ici aucun commit auquel comparer : {words}",
            words = words.lines().next().unwrap_or_default(),
        ));
    }
    if is_shallow(collection) { cut_off(revision) } else { no_revision(revision) }
}

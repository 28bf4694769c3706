//! What is validated: the files that are read, and those whose findings are reported.

use std::collections::{BTreeMap, HashSet};
use std::ops::Bound;
use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::cli::ValidateArgs;
use crate::config;
use crate::error::SystemError;
use crate::finding::Diagnostic;
use crate::lang::text;
use crate::session::Context;
use crate::session::config::LoadedConfig;
use crate::session::targets::{is_term, targets};
use crate::store::{self, Collection, SheetPath};

/// The sheets that are read, and those whose findings are reported.
pub(crate) struct Scope {
    pub collection: Option<Collection>,
    /// All that are read: rules across sheets see them.
    pub paths: Vec<SheetPath>,
    /// The shown paths of those whose findings are reported, if not all.
    pub reported: Option<HashSet<String>>,
    /// What is wrong with the configuration that is validated, too.
    pub config: Vec<Diagnostic>,
}

impl Scope {
    /// The files that the arguments name: to read, and to report.
    pub(crate) fn of(context: &Context, args: &ValidateArgs) -> Result<Scope> {
        if let Some(revision) = &args.since {
            let collection = context.collection()?;
            let paths = collection.paths();
            let mut changed = store::changed_since(&collection, revision, &paths)?;
            if !args.flags.terms().is_empty() {
                let selected = targets(context, &collection, &[], &args.flags.terms())?;
                changed.retain(|shown| selected.iter().any(|path| path.shown == *shown));
            }
            let config = Vec::new();
            return Ok(Scope {
                collection: Some(collection),
                paths,
                reported: Some(changed),
                config,
            });
        }
        let flags = args.flags.terms();
        if args.paths.is_empty() && flags.is_empty() {
            let collection = context.collection()?;
            let paths = collection.paths();
            let config = context.loaded.all_diagnostics();
            return Ok(Scope { collection: Some(collection), paths, reported: None, config });
        }
        let collection = context.collection().ok();
        let mut all = match &collection {
            Some(collection) => collection.paths(),
            None => Vec::new(),
        };
        let mut known: BTreeMap<PathBuf, String> = all.iter().map(full_and_shown).collect();
        let (mut reported, mut config) = (HashSet::new(), Vec::new());
        let mut words = Vec::new();
        for path in &args.paths {
            // As it is given, or as this command shows it: from the root of the collection.
            let root = collection.as_ref().map_or(&context.cwd, |collection| &collection.root);
            let places = [context.cwd.join(path), root.join(path)];
            let found = places.iter().find_map(|place| place.canonicalize().ok());
            let full = found.unwrap_or_else(|| places[0].clone());
            let is_sheet = below(&known, &full).next().is_some();
            if let Some(word) = path.to_str().filter(|word| !full.exists() && is_word(word)) {
                words.push(word.to_owned());
                continue;
            }
            if !is_sheet && full.file_name().is_some_and(|name| name == config::FILE) {
                config.extend(config_diagnostics(context, collection.as_ref(), &full, path));
                continue;
            }
            if !is_sheet {
                let outside = outside(&full, path)?;
                known.extend(outside.iter().map(full_and_shown));
                all.extend(outside);
            }
            reported.extend(below(&known, &full).cloned());
        }
        if !words.is_empty() || !flags.is_empty() {
            let named = targets(context, &context.collection()?, &words, &flags)?;
            reported.extend(named.into_iter().map(|path| path.shown));
        }
        Ok(Scope { collection, paths: all, reported: Some(reported), config })
    }

    /// Whether the findings of this file are reported.
    pub(crate) fn reports(&self, path: &str) -> bool {
        self.reported.as_ref().is_none_or(|reported| reported.contains(path))
    }
}

/// Whether what is no file may be an id, a query or a piece of a title.
fn is_word(word: &str) -> bool {
    is_term(word) || !word.contains(['/', '\\']) && !word.contains(".y")
}

/// What is wrong with a file of configuration: those of the collection, or of another.
fn config_diagnostics(
    context: &Context,
    collection: Option<&Collection>,
    full: &Path,
    given: &Path,
) -> Vec<Diagnostic> {
    let own = collection.map(|collection| collection.root.join(config::FILE));
    if own.is_some_and(|own| own == full) {
        context.loaded.all_diagnostics()
    } else {
        LoadedConfig::of(store::read_given(given)).all_diagnostics()
    }
}

/// Files that are in no collection, or in another.
fn outside(full: &Path, given: &Path) -> Result<Vec<SheetPath>> {
    if !full.exists() {
        let doing = text!("cannot read", "impossible de lire");
        return Err(SystemError::io(doing, given, &std::io::ErrorKind::NotFound.into()).into());
    }
    Ok(Collection::outside(full, given))
}

fn full_and_shown(path: &SheetPath) -> (PathBuf, String) {
    (path.full.clone(), path.shown.clone())
}

/// What is shown of the files at or below a path: in the order of the paths, they stand together.
fn below<'a>(
    known: &'a BTreeMap<PathBuf, String>,
    folder: &'a Path,
) -> impl Iterator<Item = &'a String> {
    let from = known.range::<Path, _>((Bound::Included(folder), Bound::Unbounded));
    from.take_while(move |(path, _)| path.starts_with(folder)).map(|(_, shown)| shown)
}

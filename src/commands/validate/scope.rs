//! What is validated: the files that are read, and those whose findings are reported.

use std::collections::{BTreeMap, HashSet};
use std::ops::Bound;
use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::cli::ValidateArgs;
use crate::commands::schema;
use crate::config;
use crate::error::SystemError;
use crate::finding::Diagnostic;
use crate::lang::text;
use crate::session::Context;
use crate::session::config::LoadedConfig;
use crate::session::targets::{is_term, targets};
use crate::store::{self, Changes, Collection, SheetPath};
use crate::yaml::decode::{Unreadable, decode};

/// The sheets that are read, and those whose findings are reported.
pub(crate) struct Scope {
    pub collection: Option<Collection>,
    /// All that are read: rules across sheets see them.
    pub paths: Vec<SheetPath>,
    /// The shown paths of those that were named, if not all.
    named: Option<HashSet<String>>,
    /// What has changed since a revision, where nothing else counts.
    pub changes: Option<Changes>,
    /// What is wrong with the configuration that is validated, too.
    pub config: Vec<Diagnostic>,
}

impl Scope {
    /// The files that the arguments name: to read, and to report.
    pub(crate) fn of(context: &Context, args: &ValidateArgs) -> Result<Scope> {
        if args.paths.is_empty() {
            return Scope::of_collection(context, args);
        }
        let mut scope = Scope::of_nothing(context.collection().ok());
        let mut known: BTreeMap<PathBuf, String> = scope.paths.iter().map(full_and_shown).collect();
        let mut words = Vec::new();
        for path in &args.paths {
            // As it is given, or as it is told from the root of the collection.
            let places = [context.cwd.join(path), scope.root(context).join(path)];
            let found = places.iter().find_map(|place| place.canonicalize().ok());
            let full = found.unwrap_or_else(|| places[0].clone());
            let is_sheet = below(&known, &full).next().is_some();
            if let Some(word) = path.to_str().filter(|word| !full.exists() && is_word(word)) {
                words.push(word.to_owned());
                continue;
            }
            if !is_sheet && full.file_name().is_some_and(|name| name == config::FILE) {
                scope.config.extend(if scope.is_own_config(&full) {
                    context.loaded.all_diagnostics()
                } else {
                    LoadedConfig::of(store::read_given(path)).all_diagnostics()
                });
                continue;
            }
            if !is_sheet {
                let outside = outside(&full, path)?;
                known.extend(outside.iter().map(full_and_shown));
                scope.paths.extend(outside);
            }
            scope.name(below(&known, &full).cloned());
        }
        let flags = args.flags.terms();
        if !words.is_empty() || !flags.is_empty() {
            let named = targets(context, &context.collection()?, &words, &flags)?;
            scope.name(named.into_iter().map(|path| path.shown));
        }
        Ok(scope)
    }

    /// A text that was given in place of a file, which need not be there, beside the collection
    /// where it belongs.
    pub(crate) fn of_text(
        context: &Context,
        given: &Path,
        text: Result<Vec<u8>, Box<Unreadable>>,
    ) -> Scope {
        let mut scope = Scope::of_nothing(context.collection().ok());
        let text = match text {
            Ok(text) => text,
            Err(unreadable) => {
                scope.config = vec![Diagnostic::new(&unreadable.source, unreadable.finding)];
                return scope;
            }
        };
        let full = context.cwd.join(given);
        let full = full.canonicalize().unwrap_or(full);
        if full.file_name().is_some_and(|name| name == config::FILE) {
            let source = decode(given.display().to_string(), &text);
            scope.config = LoadedConfig::of(source).all_diagnostics();
            return scope;
        }
        let known = scope.paths.iter().position(|path| path.full == full);
        let path = match (known, &scope.collection) {
            (Some(index), _) => scope.paths.remove(index),
            (None, Some(collection)) => collection.path_at(full),
            (None, None) => SheetPath::outside(full, given),
        };
        scope.name([path.shown.clone()].into_iter());
        scope.paths.push(path.with_text(text));
        scope.paths.sort_by(|one, other| one.shown.cmp(&other.shown));
        scope
    }

    /// The whole collection, or what the flags select in it; of that, what has changed.
    fn of_collection(context: &Context, args: &ValidateArgs) -> Result<Scope> {
        let collection = context.collection()?;
        let mut scope = Scope { named: None, ..Scope::of_nothing(Some(collection.clone())) };
        let flags = args.flags.terms();
        if !flags.is_empty() {
            let named = targets(context, &collection, &[], &flags)?;
            scope.name(named.into_iter().map(|path| path.shown));
        }
        if let Some(revision) = &args.since {
            let config = collection.path_at(collection.root.join(config::FILE));
            let files: Vec<SheetPath> = scope
                .paths
                .iter()
                .chain(config.full.is_file().then_some(&config))
                .cloned()
                .collect();
            let changes = store::changes_since(&collection, revision, &files)?;
            // What the collection has agreed on concerns every sheet.
            scope.changes = Some(changes).filter(|changes| !changes.concern(&config));
        }
        if scope.named.is_none() && scope.changes.is_none() {
            scope.config = context.loaded.all_diagnostics();
            scope.config.extend(schema::outdated(&collection, &context.loaded.config));
        }
        Ok(scope)
    }

    /// All that can be read, none of it to be reported.
    fn of_nothing(collection: Option<Collection>) -> Scope {
        let paths = collection.as_ref().map(Collection::paths).unwrap_or_default();
        let named = Some(HashSet::new());
        Scope { collection, paths, named, changes: None, config: Vec::new() }
    }

    /// The folder that paths of documents begin at.
    pub(crate) fn root<'a>(&'a self, context: &'a Context) -> &'a Path {
        self.collection.as_ref().map_or(&context.cwd, |collection| &collection.root)
    }

    /// Whether a file was named.
    pub(crate) fn covers(&self, path: &str) -> bool {
        self.named.as_ref().is_none_or(|named| named.contains(path))
    }

    /// Whether every finding of this file is reported.
    pub(crate) fn reports(&self, path: &str) -> bool {
        let changed = self.changes.as_ref().is_none_or(|changes| changes.changed.contains(path));
        changed && self.covers(path)
    }

    /// How many sheets are reported: those that are asked for, and others in which a change brings
    /// a finding about. The diagnostics stand in the order of the paths.
    pub(crate) fn sheets(&self, diagnostics: &[Diagnostic]) -> usize {
        let has_finding =
            |path: &str| diagnostics.binary_search_by(|one| (*one.path).cmp(path)).is_ok();
        let reported = |path: &&SheetPath| {
            path.is_file() && (self.reports(&path.shown) || has_finding(&path.shown))
        };
        self.paths.iter().filter(reported).count()
    }

    fn name(&mut self, paths: impl Iterator<Item = String>) {
        self.named.get_or_insert_default().extend(paths);
    }

    fn is_own_config(&self, full: &Path) -> bool {
        self.collection.as_ref().is_some_and(|own| own.root.join(config::FILE) == full)
    }
}

/// Whether what is no file may be an id, a query or a piece of a title.
fn is_word(word: &str) -> bool {
    is_term(word) || !word.contains(['/', '\\']) && !word.contains(".y")
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

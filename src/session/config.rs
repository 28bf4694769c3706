//! What the collection has agreed on. It decides the language too, so it may be read before
//! anything else; its queries are understood only when somebody asks for them.

use std::path::{Path, PathBuf};

use crate::config::{self, Config};
use crate::finding::Diagnostic;
use crate::query::view_findings;
use crate::rules;
use crate::store::{self, Collection};
use crate::text::Source;
use crate::yaml::decode::Unreadable;

/// The configuration of a collection, and what is wrong with it.
#[derive(Default)]
pub(crate) struct LoadedConfig {
    pub config: Config,
    pub diagnostics: Vec<Diagnostic>,
    /// The text, to show what is wrong with its queries.
    source: Option<Source>,
}

/// The configuration of the collection that is meant; empty where there is no collection, or none
/// that has any.
pub(crate) fn load(current: &Path, dir: Option<&Path>) -> LoadedConfig {
    let collection = Collection::meant(current, dir);
    let file = collection.ok().and_then(|collection| collection.file(config::FILE));
    file.map_or_else(LoadedConfig::default, |path| LoadedConfig::of(store::read(&path)))
}

/// The collection of what is to be checked, where none was named: the one in which all of these files
/// and folders lie.
pub(crate) fn dir_of(current: &Path, checked: &[PathBuf]) -> Option<PathBuf> {
    let around = |path: &PathBuf| Collection::around(current, path, &[config::FILE]);
    let dir = around(checked.first()?)?;
    checked[1..].iter().all(|path| around(path).as_ref() == Some(&dir)).then_some(dir)
}

impl LoadedConfig {
    /// What a file says that was read, or could not be.
    pub(crate) fn of(read: Result<Source, Box<Unreadable>>) -> LoadedConfig {
        let source = match read {
            Ok(source) => source,
            Err(unreadable) => {
                let diagnostics = vec![Diagnostic::new(&unreadable.source, unreadable.finding)];
                return LoadedConfig { diagnostics, ..LoadedConfig::default() };
            }
        };
        let (config, findings) = config::decode(&source, &rules::adjustable());
        let diagnostics =
            findings.into_iter().map(|finding| Diagnostic::new(&source, finding)).collect();
        LoadedConfig { config, diagnostics, source: Some(source) }
    }

    /// Everything that is wrong with it, its queries included.
    pub(crate) fn all_diagnostics(&self) -> Vec<Diagnostic> {
        let mut diagnostics = self.diagnostics.clone();
        if let Some(source) = &self.source {
            let findings = view_findings(&self.config).into_iter();
            diagnostics.extend(findings.map(|finding| Diagnostic::new(source, finding)));
        }
        diagnostics
    }
}

//! What the collection has agreed on. It decides the language too, so it may be read before
//! anything else; its queries are understood only when somebody asks for them.

use std::path::Path;

use crate::finding::Diagnostic;
use crate::query::names::Names;
use crate::rules;
use crate::settings::{self, Settings};
use crate::store::{self, Collection};
use crate::text::Source;
use crate::yaml::decode::Unreadable;

/// The settings of a collection, and what is wrong with them.
#[derive(Default)]
pub struct Agreed {
    pub settings: Settings,
    pub told: Vec<Diagnostic>,
    /// The text, to show what is wrong with its queries.
    source: Option<Source>,
}

/// The settings of the collection that is meant; nothing where there is no collection, or none
/// that has any.
pub fn gather(here: &Path, dir: Option<&Path>) -> Agreed {
    let collection = match dir {
        Some(dir) => Collection::at(&here.join(dir)),
        None => Collection::above(here),
    };
    let file = collection.ok().and_then(|collection| collection.file(settings::FILE));
    file.map_or_else(Agreed::default, |path| Agreed::of(store::read(&path)))
}

impl Agreed {
    /// What a file says that was read, or could not be.
    pub fn of(read: Result<Source, Box<Unreadable>>) -> Agreed {
        let source = match read {
            Ok(source) => source,
            Err(told) => {
                let told = vec![Diagnostic::new(&told.source, told.finding)];
                return Agreed { told, ..Agreed::default() };
            }
        };
        let (settings, findings) = settings::read(&source, &rules::adjustable());
        let told = findings.into_iter().map(|finding| Diagnostic::new(&source, finding)).collect();
        Agreed { settings, told, source: Some(source) }
    }

    /// Everything that is wrong with it, its queries included.
    pub fn mistakes(&self) -> Vec<Diagnostic> {
        let mut told = self.told.clone();
        if let Some(source) = &self.source {
            let mistakes = Names::of(&self.settings.queries).mistakes().into_iter();
            told.extend(mistakes.map(|finding| Diagnostic::new(source, finding)));
        }
        told
    }
}

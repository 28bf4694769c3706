//! What the collection has agreed on, read before anything else: it decides the language, too.

use std::path::Path;

use crate::finding::Notice;
use crate::query::understand;
use crate::rules;
use crate::settings::{self, Settings};
use crate::store::{self, Collection};

/// The settings of the collection that is meant, and what is told of them; nothing where there is
/// no collection, or none that has any.
pub fn gather(here: &Path, dir: Option<&Path>) -> (Settings, Vec<Notice>) {
    let collection = match dir {
        Some(dir) => Collection::at(&here.join(dir)),
        None => Collection::above(here),
    };
    let file = collection.ok().and_then(|collection| collection.file(settings::FILE));
    let source = match file.map(|path| store::read(&path)) {
        None => return Default::default(),
        Some(Ok(source)) => source,
        Some(Err(told)) => {
            return (Settings::default(), vec![Notice::new(&told.source, told.finding)]);
        }
    };
    let (settings, mut findings) = settings::read(&source, &rules::adjustable());
    findings.extend(understand::mistakes(&settings.queries));
    (settings, findings.into_iter().map(|finding| Notice::new(&source, finding)).collect())
}

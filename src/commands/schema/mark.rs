//! The mark at the beginning of a schema, by which it is known whether it is outdated: to write it
//! again, just to compare the two, takes far longer than to validate the sheets.

use crate::commands::schema::files::{FILE, SETTINGS_FILE};
use crate::config::Config;
use crate::finding::{Diagnostic, Finding};
use crate::lang::text;
use crate::sheet::fields;
use crate::sheet::schema::codes::OLD_SCHEMA_LINE;
use crate::store::{self, Collection, SheetPath};
use crate::text::{Span, digest};
use crate::tree::Tree;

/// The digest of both schemas in both languages, as they are without settings; a test finds it.
pub(super) const EDITION: &str = "dbef6b45";

/// The greatest length of what is looked at, in bytes.
pub(super) const BEGINNING: usize = 200;

/// What is reported of the schemas of a collection: that the program would write them otherwise, in
/// either language.
pub(in crate::commands) fn outdated(collection: &Collection, config: &Config) -> Vec<Diagnostic> {
    let files = [(FILE, of_sheets(config)), (SETTINGS_FILE, of_settings())];
    files.iter().filter_map(|(name, mark)| old(&collection.file(name)?, mark)).collect()
}

fn old(path: &SheetPath, mark: &str) -> Option<Diagnostic> {
    let bytes = store::read_bytes(path).ok()?;
    let beginning = String::from_utf8_lossy(&bytes[..bytes.len().min(BEGINNING)]);
    if beginning.contains(&format!("\"{mark}\"")) {
        return None;
    }
    let label = text!("not as sheet would write it now", "sheet l'écrirait autrement");
    let source = store::read(path).ok()?;
    Some(Diagnostic::new(&source, Finding::new(&OLD_SCHEMA_LINE, Span::TOP, label)))
}

/// The mark of the schema of sheets.
pub(super) fn of_sheets(config: &Config) -> String {
    format!("sheet {EDITION} {}", digest::short(agreed(config).as_bytes()))
}

/// The mark of the schema of the settings.
pub(super) fn of_settings() -> String {
    format!("sheet {EDITION}")
}

/// The schema with its mark behind the address of what schemas are.
pub(super) fn marked(mut schema: Tree, mark: String) -> Tree {
    if let Tree::Map(pairs) = &mut schema {
        pairs.insert(1, ("$comment".to_owned(), Tree::text(mark)));
    }
    schema
}

/// What the schema of sheets takes from the settings.
fn agreed(config: &Config) -> String {
    let is_required = |key: &&str| config.required.iter().any(|required| required.key == *key);
    let required = fields::written().map(|field| field.key).filter(is_required);
    let listed = config.vocabularies.iter().filter(|(_, known)| !known.is_empty());
    let names = listed.map(|(names, known)| {
        let known: Vec<&str> = known.names().collect();
        format!("{names:?} {known:?}")
    });
    let mut agreed: Vec<String> = required.map(str::to_owned).chain(names).collect();
    agreed.sort();
    agreed.join("\n")
}

//! `sheet schema`: what a sheet may be, for editors and other programs.

use std::path::Path;

use anyhow::Result;

use crate::finding::{Diagnostic, Finding};
use crate::lang::{phrase, text};
use crate::render;
use crate::session::{Context, Exit, Failure};
use crate::sheet::schema::{self, OLD_SCHEMA_LINE};
use crate::store::{self, Collection, SheetPath};
use crate::text::Span;

/// The name of the schema's file in a collection.
pub(super) const FILE: &str = "sheet.schema.json";

/// How the line begins by which editors find the schema.
pub(super) const EDITOR_LINE: &str = "# yaml-language-server: $schema=";

/// That line in a file at a path from the root of the collection.
pub(super) fn editor_line(path: &Path) -> String {
    let up = "../".repeat(path.components().count().saturating_sub(1));
    format!("{EDITOR_LINE}{up}{FILE}\n")
}

/// The text of a new sheet, which names the schema of the collection, if there is one.
pub(super) fn with_editor_line(collection: &Collection, path: &SheetPath, yaml: &str) -> String {
    if collection.holds(FILE) && !yaml.starts_with('#') {
        format!("{}{yaml}", editor_line(collection.below_root(&path.full)))
    } else {
        yaml.to_owned()
    }
}

/// What is reported of the schema of a collection: that another version of the program wrote it.
pub(super) fn outdated(collection: &Collection) -> Option<Diagnostic> {
    let source = store::read(&collection.file(FILE)?).ok()?;
    let current = text().is_ok_and(|text| text == source.text());
    let label = text!("written by another version", "écrit par une autre version");
    (!current).then(|| Diagnostic::new(&source, Finding::new(&OLD_SCHEMA_LINE, Span::TOP, label)))
}

/// Prints the schema, which has one form.
pub(super) fn run(context: &Context) -> Result<Exit> {
    if !["text", "json"].contains(&context.format.name) {
        return Err(Failure::usage(phrase!(
            "the schema is JSON; --format {name} does not apply",
            "le schéma est du JSON ; --format {name} ne s'y applique pas",
            name = context.format.name,
        ))
        .into());
    }
    context.answer_with(|out| render::json_tree(&schema::schema(), out))?;
    Ok(Exit::Success)
}

/// The text of the schema's file.
///
/// # Errors
/// None: memory takes every byte.
pub(super) fn text() -> Result<String> {
    let mut text = Vec::new();
    render::json_tree(&schema::schema(), &mut text)?;
    Ok(String::from_utf8_lossy(&text).into_owned())
}

//! The schemas, their files, and the lines by which editors find them.

use std::path::Path;

use anyhow::Result;

use crate::cli::SchemaArgs;
use crate::commands::schema::mark;
use crate::config::{self, Config};
use crate::finding::Lint;
use crate::lang::{Lang, phrase};
use crate::render;
use crate::rules::{self, RULES};
use crate::session::{Context, Exit, Failure};
use crate::sheet::field::Names;
use crate::sheet::schema::{SchemaOptions, schema};
use crate::store::{Collection, SheetPath};
use crate::tree::Tree;

/// The name of the schema's file in a collection.
pub(in crate::commands) const FILE: &str = "sheet.schema.json";

/// The name of the file with the schema of the settings.
pub(in crate::commands) const SETTINGS_FILE: &str = "settings.schema.json";

/// How the line begins by which editors find the schema.
pub(in crate::commands) const EDITOR_LINE: &str = "# yaml-language-server: $schema=";

/// That line in a file at a path from the root of the collection.
pub(in crate::commands) fn editor_line(path: &Path) -> String {
    let up = "../".repeat(path.components().count().saturating_sub(1));
    format!("{EDITOR_LINE}{up}{FILE}\n")
}

/// That line in the file of the settings.
pub(in crate::commands) fn settings_line() -> String {
    format!("{EDITOR_LINE}{SETTINGS_FILE}\n")
}

/// The text of a new sheet, which names the schema of the collection, if there is one.
pub(in crate::commands) fn with_editor_line(
    collection: &Collection,
    path: &SheetPath,
    yaml: &str,
) -> String {
    if collection.holds(FILE) && !yaml.starts_with('#') {
        format!("{}{yaml}", editor_line(collection.below_root(&path.full)))
    } else {
        yaml.to_owned()
    }
}

/// Prints a schema, which has one form.
pub(in crate::commands) fn run(context: &Context, args: &SchemaArgs) -> Result<Exit> {
    if !["text", "json"].contains(&context.format.name) {
        return Err(Failure::usage(phrase!(
            "the schema is JSON; --format {name} does not apply",
            "le schéma est du JSON ; --format {name} ne s'y applique pas",
            name = context.format.name,
        ))
        .into());
    }
    let lang = context.lang();
    let tree =
        if args.settings { of_settings(lang) } else { of_sheets(&context.loaded.config, lang) };
    context.answer_with(|out| render::json_tree(&tree, out))?;
    Ok(Exit::Success)
}

/// The text of the schema's file.
///
/// # Errors
/// None: memory takes every byte.
pub(in crate::commands) fn text(config: &Config, lang: Lang) -> Result<String> {
    written(&of_sheets(config, lang))
}

/// The text of the file with the schema of the settings.
///
/// # Errors
/// None: memory takes every byte.
pub(in crate::commands) fn settings_text(lang: Lang) -> Result<String> {
    written(&of_settings(lang))
}

fn written(tree: &Tree) -> Result<String> {
    let mut text = Vec::new();
    render::json_tree(tree, &mut text)?;
    Ok(String::from_utf8_lossy(&text).into_owned())
}

/// The schema of the sheets of a collection that has agreed on something.
fn of_sheets(config: &Config, lang: Lang) -> Tree {
    let lints: Vec<&'static Lint> = rules::lints().collect();
    let names = |names: Names| {
        let known = config.vocabulary(names);
        known.map(|known| known.names().map(str::to_owned).collect()).unwrap_or_default()
    };
    let options = SchemaOptions { lang, lints: &lints, names: &names, required: &config.required };
    mark::marked(schema(&options), mark::of_sheets(config))
}

fn of_settings(lang: Lang) -> Tree {
    let lints: Vec<&'static Lint> = RULES.iter().map(|rule| &rule.lint).collect();
    mark::marked(config::schema::schema(&lints, lang), mark::of_settings())
}

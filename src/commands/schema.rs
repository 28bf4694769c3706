//! `sheet schema`: what a sheet may be, and `sheet.yaml`, for editors and other programs.

use std::path::Path;

use anyhow::Result;

use crate::cli::SchemaArgs;
use crate::config::{self, Config};
use crate::finding::{Diagnostic, Finding, Lint};
use crate::lang::{Lang, phrase, text};
use crate::render;
use crate::rules::{self, RULES};
use crate::session::{Context, Exit, Failure};
use crate::sheet::field::Names;
use crate::sheet::schema::codes::OLD_SCHEMA_LINE;
use crate::sheet::schema::{SchemaOptions, schema};
use crate::store::{self, Collection, SheetPath};
use crate::text::Span;
use crate::tree::Tree;

/// The name of the schema's file in a collection.
pub(super) const FILE: &str = "sheet.schema.json";

/// The name of the file with the schema of the settings.
pub(super) const SETTINGS_FILE: &str = "settings.schema.json";

/// How the line begins by which editors find the schema.
pub(super) const EDITOR_LINE: &str = "# yaml-language-server: $schema=";

/// That line in a file at a path from the root of the collection.
pub(super) fn editor_line(path: &Path) -> String {
    let up = "../".repeat(path.components().count().saturating_sub(1));
    format!("{EDITOR_LINE}{up}{FILE}\n")
}

/// That line in the file of the settings.
pub(super) fn settings_line() -> String {
    format!("{EDITOR_LINE}{SETTINGS_FILE}\n")
}

/// The text of a new sheet, which names the schema of the collection, if there is one.
pub(super) fn with_editor_line(collection: &Collection, path: &SheetPath, yaml: &str) -> String {
    if collection.holds(FILE) && !yaml.starts_with('#') {
        format!("{}{yaml}", editor_line(collection.below_root(&path.full)))
    } else {
        yaml.to_owned()
    }
}

/// What is reported of the schemas of a collection: that the program would write them otherwise, in
/// either language.
pub(super) fn outdated(collection: &Collection, config: &Config) -> Vec<Diagnostic> {
    let of_sheets = old(collection, FILE, |lang| text(config, lang));
    of_sheets.into_iter().chain(old(collection, SETTINGS_FILE, settings_text)).collect()
}

fn old(
    collection: &Collection,
    name: &str,
    write: impl Fn(Lang) -> Result<String>,
) -> Option<Diagnostic> {
    let source = store::read(&collection.file(name)?).ok()?;
    let is_ours = |lang| write(lang).is_ok_and(|text| text == source.text());
    let label = text!("not as sheet would write it now", "sheet l'écrirait autrement");
    let old = !is_ours(Lang::En) && !is_ours(Lang::Fr);
    old.then(|| Diagnostic::new(&source, Finding::new(&OLD_SCHEMA_LINE, Span::TOP, label)))
}

/// Prints a schema, which has one form.
pub(super) fn run(context: &Context, args: &SchemaArgs) -> Result<Exit> {
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
pub(super) fn text(config: &Config, lang: Lang) -> Result<String> {
    written(&of_sheets(config, lang))
}

/// The text of the file with the schema of the settings.
///
/// # Errors
/// None: memory takes every byte.
pub(super) fn settings_text(lang: Lang) -> Result<String> {
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
    schema(&SchemaOptions { lang, lints: &lints, names: &names, required: &config.required })
}

fn of_settings(lang: Lang) -> Tree {
    let lints: Vec<&'static Lint> = RULES.iter().map(|rule| &rule.lint).collect();
    config::schema::schema(&lints, lang)
}

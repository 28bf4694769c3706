//! `sheet schema`: what a sheet may be, for editors and other programs.

use anyhow::Result;

use crate::lang::phrase;
use crate::render;
use crate::session::{Context, Exit, Failure};
use crate::sheet::schema;

/// The name of the schema's file in a collection.
pub(super) const FILE: &str = "sheet.schema.json";

/// The line by which editors find the schema, in a sheet right below `projects`.
pub(super) const EDITOR_LINE: &str = "# yaml-language-server: $schema=../sheet.schema.json\n";

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

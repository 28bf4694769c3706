//! The files of the schemas, and the lines by which editors find them.

use std::path::Path;

use crate::store::{Collection, SheetPath};

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

//! What an editor needs to show our own findings, and to complete sheets that name no schema.

use std::path::{Path, PathBuf};

use crate::cli::Editor;
use crate::lang::{Text, text};
use crate::store;
use crate::text::path::slashed;

/// A file that an editor reads.
pub(super) struct EditorFile {
    pub path: PathBuf,
    pub text: String,
    pub purpose: Text,
    /// What stands in it wherever what it is for is there.
    pub mark: &'static str,
}

/// The same before it is known where the collection is.
struct Template {
    path: &'static str,
    text: &'static str,
    purpose: Text,
    mark: &'static str,
}

const VSCODE: [Template; 3] = [
    Template {
        path: ".vscode/tasks.json",
        text: include_str!("../../../examples/editor/vscode/tasks.json"),
        purpose: text!(
            "shows findings in VS Code (Ctrl+Shift+B)",
            "montre les constats dans VS Code (Ctrl+Maj+B)",
        ),
        mark: "\"owner\": \"sheet\"",
    },
    Template {
        path: ".vscode/settings.json",
        text: include_str!("../../../examples/editor/vscode/settings.json"),
        purpose: text!("completion in every sheet", "aide à la saisie dans chaque fiche"),
        mark: "sheet.schema.json",
    },
    Template {
        path: ".vscode/extensions.json",
        text: include_str!("../../../examples/editor/vscode/extensions.json"),
        purpose: text!("the extension for YAML", "l'extension pour YAML"),
        mark: "redhat.vscode-yaml",
    },
];

/// The files of an editor, at the root of the repository of a collection.
pub(super) fn files(editor: Option<Editor>, root: &Path) -> Vec<EditorFile> {
    let templates: &[Template] = match editor {
        Some(Editor::Vscode) => &VSCODE,
        None => &[],
    };
    let repository = store::repository(root);
    let below = slashed(root.strip_prefix(repository).unwrap_or(Path::new("")));
    let file = |template: &Template| EditorFile {
        path: repository.join(template.path),
        text: in_folder(template.text, &below),
        purpose: template.purpose,
        mark: template.mark,
    };
    templates.iter().map(file).collect()
}

/// A template for a collection in a folder below the root of the repository, or at it.
fn in_folder(template: &str, folder: &str) -> String {
    if folder.is_empty() {
        return template.replace("\"--dir\", \"FOLDER\", ", "").replace("FOLDER/", "");
    }
    // A quotation mark or a backslash in a name would end the text of JSON.
    template.replace("FOLDER", &folder.replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_json_wherever_the_collection_is() {
        for template in &VSCODE {
            for folder in ["", "docs/nos fiches", "a\"b"] {
                let text = in_folder(template.text, folder);
                serde_json::from_str::<serde_json::Value>(&text).expect(template.path);
                assert!(!text.contains("FOLDER") && text.contains(template.mark), "{text}");
            }
        }
    }
}

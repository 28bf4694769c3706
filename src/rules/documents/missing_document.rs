//! A document that is not where the sheet says; looked up only where that is asked for.

use crate::finding::{Lint, Severity};
use crate::lang::{phrase, text};
use crate::rules::{Check, CheckContext, FieldFinding, Rule};
use crate::text::path::leaves;

pub static RULE: Rule = Rule {
    lint: Lint {
        code: "missing-document",
        severity: Severity::Error,
        title: text!("document file not found", "fichier du document introuvable"),
        why: text!(
            "The file was moved, renamed or never added. Checked with `sheet validate --files` \
             only.",
            "Le fichier a été déplacé, renommé ou jamais ajouté. Vérifié seulement avec `sheet \
             validate --files`.",
        ),
        help: text!(
            "add the file, or correct its path (relative to the collection)",
            "ajoutez le fichier, ou corrigez son chemin (relatif à la collection)",
        ),
        bad: "\
title: Forum ouvert
territory:
  name: Trifouilly
documents:
  - title: Bilan
    file: ⟦documents/bilna.pdf⟧
",
        good: "\
title: Forum ouvert
territory:
  name: Trifouilly
documents:
  - title: Bilan
    file: documents/bilan.pdf
",
    },
    check: Check::Sheet(check),
};

fn check(context: &CheckContext) -> Vec<FieldFinding> {
    let Some(on_disk) = context.on_disk else {
        return Vec::new();
    };
    let documents = context.sheet.documents.iter().enumerate();
    let missing = documents.filter_map(|(index, document)| {
        let file = document.file.as_deref().filter(|file| !leaves(file) && !on_disk(file))?;
        let label = phrase!("{file} does not exist", "{file} n'existe pas", file);
        Some(FieldFinding::at(format!("documents[{index}].file"), label))
    });
    missing.collect()
}

//! A document outside the collection.

use crate::finding::{Lint, Severity};
use crate::lang::text;
use crate::rules::{Check, CheckContext, FieldFinding, Rule};
use crate::text::path::leaves;

pub static RULE: Rule = Rule {
    lint: Lint {
        code: "document-outside-collection",
        severity: Severity::Error,
        title: text!("document outside the collection", "document hors de la collection"),
        why: text!(
            "A path outside the collection works on one computer only, and the document cannot be \
             exported.",
            "Un chemin hors de la collection ne marche que sur un seul ordinateur, et le document \
             ne peut pas être exporté.",
        ),
        help: text!(
            "move the file into the collection, or use `url:`",
            "mettez le fichier dans la collection, ou utilisez `url:`",
        ),
        bad: "\
title: Forum ouvert
territory:
  name: Trifouilly
documents:
  - title: Bilan
    file: ⟦../bilan.pdf⟧
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
    let documents = context.sheet.documents.iter().enumerate();
    let out = documents.filter(|(_, document)| document.file.as_deref().is_some_and(leaves));
    let label = text!("outside the collection", "hors de la collection");
    out.map(|(index, _)| FieldFinding::at(format!("documents[{index}].file"), label)).collect()
}

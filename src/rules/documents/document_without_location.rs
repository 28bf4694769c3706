//! A document of which nobody knows where it is.

use crate::finding::{Lint, Severity};
use crate::lang::text;
use crate::rules::{Check, CheckContext, FieldFinding, Rule};

pub static RULE: Rule = Rule {
    lint: Lint {
        code: "document-without-location",
        severity: Severity::Warning,
        title: text!("document without a location", "document sans emplacement"),
        why: text!(
            "A title cannot be opened; in two years nobody will know where the document is.",
            "Un titre seul ne s'ouvre pas ; dans deux ans, personne ne saura plus où est le \
             document.",
        ),
        help: text!(
            "add its `url:`, or its `file:` inside the collection",
            "ajoutez son `url:`, ou son `file:` dans la collection",
        ),
        bad: "\
title: Forum ouvert
territory:
  name: Trifouilly
documents:
  - ⟦Bilan du forum⟧
",
        good: "\
title: Forum ouvert
territory:
  name: Trifouilly
documents:
  - title: Bilan du forum
    url: https://example.org/bilan.pdf
",
    },
    check: Check::Sheet(check),
};

fn check(context: &CheckContext) -> Vec<FieldFinding> {
    let documents = context.sheet.documents.iter().enumerate();
    let nowhere =
        documents.filter(|(_, document)| document.file.is_none() && document.url.is_none());
    nowhere
        .map(|(index, _)| {
            let label = text!("where is it?", "où est-il ?");
            FieldFinding::at(format!("documents[{index}]"), label)
        })
        .collect()
}

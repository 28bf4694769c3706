//! A document outside the collection.

use crate::finding::{Lint, Severity};
use crate::lang::text;
use crate::rules::{Check, Remark, Rule, Subject};

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
        bad: "title: Forum ouvert\nterritory:\n  name: Trifouilly\ndocuments:\n  - title: Bilan\n    file: ⟦../bilan.pdf⟧\n",
        good: "title: Forum ouvert\nterritory:\n  name: Trifouilly\ndocuments:\n  - title: Bilan\n    file: documents/bilan.pdf\n",
    },
    check: Check::Within(check),
};

fn check(subject: &Subject) -> Vec<Remark> {
    let documents = subject.sheet.documents.iter().enumerate();
    let out = documents.filter(|(_, document)| document.file.as_deref().is_some_and(leaves));
    let label = text!("outside the collection", "hors de la collection");
    out.map(|(index, _)| Remark::at(format!("documents[{index}].file"), label)).collect()
}

/// Whether a path leads out of the folder that it begins in, on any system.
pub fn leaves(path: &str) -> bool {
    let drive = path.chars().nth(1) == Some(':');
    let rooted = path.starts_with(['/', '\\', '~']);
    let mut depth = 0;
    let climbs = path.split(['/', '\\']).any(|step| {
        match step {
            ".." => depth -= 1,
            "" | "." => {}
            _ => depth += 1,
        }
        depth < 0
    });
    drive || rooted || climbs
}

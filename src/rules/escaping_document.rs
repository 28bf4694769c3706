//! A document outside the collection.

use crate::finding::{Kind, Severity};
use crate::lang::Text;
use crate::rules::{Check, Remark, Rule, Subject};

pub static RULE: Rule = Rule {
    kind: Kind {
        code: "escaping-document",
        severity: Severity::Error,
        title: Text::new("a document outside the collection", "un document hors de la collection"),
        why: Text::new(
            "A path that leaves the collection exists on one computer only, and an export must not follow it.",
            "Un chemin qui sort de la collection n'existe que sur un ordinateur, et un export ne doit pas le suivre.",
        ),
        fix: Text::new(
            "move the file into the collection, or give a `url:`",
            "mettez le fichier dans la collection, ou donnez un « url: »",
        ),
        bad: "title: Forum ouvert\nterritory:\n  name: Trifouilly\ndocuments:\n  - title: Bilan\n    file: ⟦../bilan.pdf⟧\n",
        good: "title: Forum ouvert\nterritory:\n  name: Trifouilly\ndocuments:\n  - title: Bilan\n    file: documents/bilan.pdf\n",
    },
    check: Check::Within(check),
};

fn check(subject: &Subject) -> Vec<Remark> {
    let documents = subject.sheet.documents.iter().enumerate();
    let out = documents.filter(|(_, document)| document.file.as_deref().is_some_and(leaves));
    let label = Text::new("leads out of the collection", "mène hors de la collection");
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

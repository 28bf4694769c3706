//! A document that is not where the sheet says; looked up only where that is asked for.

use crate::finding::{Kind, Severity};
use crate::lang::{Phrase, Text};
use crate::rules::escaping_document::leaves;
use crate::rules::{Check, Remark, Rule, Subject};

pub static RULE: Rule = Rule {
    kind: Kind {
        code: "missing-document",
        severity: Severity::Error,
        title: Text::new(
            "a document that is not on the disk",
            "un document qui n'est pas sur le disque",
        ),
        why: Text::new(
            "The sheet says where the document is, and it is not there: moved, renamed, or never added. Looked up with `sheet validate --files`.",
            "La fiche dit où est le document, et il n'y est pas : déplacé, renommé, ou jamais ajouté. Cherché avec « sheet validate --files ».",
        ),
        fix: Text::new(
            "add the file, or correct its path from the folder of the collection",
            "ajoutez le fichier, ou corrigez son chemin depuis le dossier de la collection",
        ),
        bad: "title: Forum ouvert\nterritory:\n  name: Trifouilly\ndocuments:\n  - title: Bilan\n    file: ⟦documents/bilna.pdf⟧\n",
        good: "title: Forum ouvert\nterritory:\n  name: Trifouilly\ndocuments:\n  - title: Bilan\n    file: documents/bilan.pdf\n",
    },
    check: Check::Within(check),
};

fn check(subject: &Subject) -> Vec<Remark> {
    let Some(on_disk) = subject.setting.on_disk else {
        return Vec::new();
    };
    let documents = subject.sheet.documents.iter().enumerate();
    let missing = documents.filter_map(|(index, document)| {
        let file = document.file.as_deref().filter(|file| !leaves(file) && !on_disk(file))?;
        let label = Phrase::new(format!("{file} is not there"), format!("{file} n'existe pas"));
        Some(Remark::at(format!("documents[{index}].file"), label))
    });
    missing.collect()
}

//! A document of which nobody knows where it is.

use crate::finding::{Kind, Severity};
use crate::lang::{Phrase, Text};
use crate::rules::{Check, Remark, Rule, Subject};

pub static RULE: Rule = Rule {
    kind: Kind {
        code: "document-nowhere",
        severity: Severity::Warning,
        title: Text::new("a document without a place", "un document sans emplacement"),
        why: Text::new(
            "A title alone cannot be opened; in two years nobody will know where the report lies.",
            "Un titre seul ne s'ouvre pas ; dans deux ans, plus personne ne saura où est le rapport.",
        ),
        fix: Text::new(
            "give it a `url:` or a `file:` in the collection",
            "donnez-lui un « url: » ou un « file: » dans la collection",
        ),
        bad: "title: Forum ouvert\nterritory:\n  name: Trifouilly\ndocuments:\n  - ⟦Bilan du forum⟧\n",
        good: "title: Forum ouvert\nterritory:\n  name: Trifouilly\ndocuments:\n  - title: Bilan du forum\n    url: https://example.org/bilan.pdf\n",
    },
    check: Check::Within(check),
};

fn check(subject: &Subject) -> Vec<Remark> {
    let documents = subject.sheet.documents.iter().enumerate();
    let nowhere =
        documents.filter(|(_, document)| document.file.is_none() && document.url.is_none());
    nowhere
        .map(|(index, _)| {
            let label = Phrase::new("where is it?", "où est-il ?");
            Remark::at(format!("documents[{index}]"), label)
        })
        .collect()
}

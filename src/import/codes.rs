//! The kinds of findings in foreign files.

use crate::finding::{Lint, Severity};
use crate::lang::text;

/// Every kind of this file, for `explain`.
pub(crate) static LINTS: [&Lint; 1] = [&NO_KNOWN_LABEL];

pub(crate) static NO_KNOWN_LABEL: Lint = Lint {
    code: "no-known-label",
    severity: Severity::Error,
    title: text!("not a project page", "pas une page de projet"),
    why: text!(
        "A page of the wiki is recognised by the labels of its form; without one, nothing says \
         what a line means.",
        "Une page du wiki se reconnaît aux libellés de son formulaire ; sans eux, rien ne dit ce \
         que signifie une ligne.",
    ),
    help: text!(
        "copy the whole page, labels included (`Nom du territoire`, `Demande Client`…)",
        "copiez toute la page, libellés compris (`Nom du territoire`, `Demande Client`…)",
    ),
    bad: "⟦Forum⟧ ouvert\nUne belle année.\n",
    good: "Forum ouvert\nNom du territoire\nTrifouilly\n",
};

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::import::{IMPORTERS, ImportOptions};
    use crate::sheet::known::NOTHING_KNOWN;

    /// The codes that importers report of a text, each in turn.
    fn reported(text: &str) -> Vec<Option<&'static str>> {
        let text = text.replace(['⟦', '⟧'], "");
        let options =
            ImportOptions { path: "a", today: NaiveDate::default(), known: &NOTHING_KNOWN };
        let all = IMPORTERS.iter().map(|importer| (importer.read)(text.as_bytes(), &options));
        all.map(|read| match read {
            Err(finding) => Some(finding.lint.code),
            Ok(drafts) => drafts.iter().find_map(|draft| Some(draft.as_ref().err()?.lint.code)),
        })
        .collect()
    }

    #[test]
    fn the_examples_of_every_code_are_read_as_they_say() {
        for lint in LINTS {
            assert!(reported(lint.bad).contains(&Some(lint.code)), "{}", lint.code);
            assert!(reported(lint.good).contains(&None), "{}", lint.code);
        }
    }
}

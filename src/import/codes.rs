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

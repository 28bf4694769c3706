//! What is doubtful in a draft: reported, and kept beside the value.

use std::collections::HashSet;

use crate::finding::Finding;
use crate::import::page::headings::headings;
use crate::import::page::lines::Line;
use crate::import::page::markup::{is_left, plain};
use crate::import::page::sections::{Page, Section};
use crate::import::page::team::Team;
use crate::lang::{Text, phrase, text};
use crate::sheet::codes::UNCERTAIN_VALUE;

/// What is doubtful in the texts of a page; `team` are the names that are known.
pub(super) fn doubts(page: &Page, team: &Team) -> Vec<Finding> {
    let sections = page.sections.iter();
    let known: HashSet<u32> = page.doubts.iter().map(|label| label.number).collect();
    let labelled = sections.clone().filter(|_| page.is_labelled);
    let unknown = labelled.flat_map(|section| headings(section, team));
    let unknown = unknown.filter(|heading| !known.contains(&heading.number));
    let labels = page.doubts.iter().copied().chain(unknown);
    let marked = sections.filter(|section| section.is_prose()).flat_map(Section::filled);
    let marked = marked.filter(|line| is_left(line.text) && is_left(&plain(line.text)));
    labels.map(|label| perhaps_label(&label)).chain(marked.map(|line| markup(&line))).collect()
}

fn perhaps_label(name: &Line) -> Finding {
    let label = name.text;
    let why = phrase!(
        "`{label}` may be a label here; it was left in the text",
        "`{label}` est peut-être un libellé ici ; il est resté dans le texte",
        label,
    );
    Finding::new(&UNCERTAIN_VALUE, name.span(), why).with_help(text!(
        "if it is a label, move what follows to its own key",
        "si c'est un libellé, déplacez la suite sous sa propre clé",
    ))
}

/// What is said of markup that is no plain text.
pub(in crate::import) const MARKUP: Text = text!(
    "this line still has wiki markup; it was kept as it is",
    "cette ligne contient encore de la mise en forme du wiki ; elle est gardée telle quelle",
);

fn markup(line: &Line) -> Finding {
    Finding::new(&UNCERTAIN_VALUE, line.span(), MARKUP)
        .with_help(text!("replace it with plain text", "remplacez-la par du texte simple"))
}

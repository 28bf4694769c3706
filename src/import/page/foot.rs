//! What a wiki sets under its pages, which is no value of a sheet.

use crate::text::fold::name_key;

/// Whether a line belongs to the foot that a wiki sets under its pages.
pub(super) fn is_foot(line: &str) -> bool {
    let text: String = line.trim().chars().take(80).collect();
    let folded = name_key(&text);
    let bare = folded.trim_matches(|c: char| !c.is_alphanumeric());
    FOOT_LINES.contains(&bare) || FOOT_BEGINNINGS.iter().any(|begins| bare.starts_with(begins))
}

const FOOT_LINES: [&str; 16] = [
    "editer",
    "modifier",
    "supprimer",
    "partager",
    "imprimer",
    "telecharger",
    "commentaires",
    "ajouter un commentaire",
    "historique",
    "edit",
    "delete",
    "share",
    "print",
    "download",
    "comments",
    "history",
];

const FOOT_BEGINNINGS: [&str; 18] = [
    "editer la page",
    "editer la fiche",
    "modifier la page",
    "modifier la fiche",
    "supprimer la page",
    "supprimer la fiche",
    "fiche creee le",
    "page creee le",
    "derniere modification",
    "derniere mise a jour",
    "derniere edition",
    "edit this page",
    "edit page",
    "last modified",
    "last edited",
    "last updated",
    "propulse par",
    "powered by",
];

/// Whether a line between documents is a button of the wiki.
pub(super) fn is_button(line: &str) -> bool {
    let key = name_key(line.trim());
    FOOT_LINES.contains(&key.as_str()) || BUTTONS.contains(&key.as_str())
}

/// Buttons that no foot of a page has.
const BUTTONS: [&str; 6] = ["voir", "ouvrir", "apercu", "view", "open", "preview"];

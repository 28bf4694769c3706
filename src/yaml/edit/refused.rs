//! Why a text cannot be changed.

use crate::finding::Finding;
use crate::lang::{Phrase, Text, phrase, text};
use crate::text::Source;
use crate::yaml::node::{Content, Node};

/// Why a text cannot be changed at a place, and on which line that is seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EditError {
    pub line: Option<u32>,
    pub reason: Phrase,
}

impl EditError {
    pub fn new(line: impl Into<Option<u32>>, reason: impl Into<Phrase>) -> EditError {
        EditError { line: line.into(), reason: reason.into() }
    }
}

/// Tells what stands where the key of a group is due.
pub(super) fn blocking_value(source: &Source, node: &Node, path: &str) -> EditError {
    let group = path.split('.').next().unwrap_or(path);
    let value = node.pair(group).map(|pair| &pair.value);
    let what = match value.map(|value| &value.content) {
        Some(Content::List(_)) => text!("a list", "une liste"),
        Some(Content::Map(_)) => text!("a group of keys", "un groupe de clés"),
        Some(Content::Scalar { .. }) | None => text!("a text", "un texte"),
    };
    let line = value.map(|value| value.span.start.line);
    let words = line.map_or("", |line| source.line(line).trim());
    let reason = phrase!(
        "`{group}` holds {what}; this would be lost: {words}",
        "`{group}` contient {what} ; ceci serait perdu : {words}",
        group,
        what,
        words,
    );
    EditError::new(line, reason)
}

pub(super) fn broken(finding: &Finding) -> EditError {
    let (title, label) = (finding.lint.title, &finding.label);
    let reason = phrase!(
        "the file has an error to correct by hand first: {title}: {label}",
        "le fichier a une erreur à corriger d'abord à la main : {title} : {label}",
        title,
        label,
    );
    EditError::new(finding.span.start.line, reason)
}

pub(super) fn lost(comment: &str) -> Phrase {
    phrase!(
        "the comment `{comment}` would be lost",
        "le commentaire `{comment}` serait perdu",
        comment,
    )
}

pub(super) const BRACES: Text = text!(
    "the sheet is written in braces, where no key can be added safely; add it with: sheet edit ID",
    "la fiche est écrite entre accolades, où aucune clé ne peut être ajoutée sans risque ; \
     ajoutez-la avec : sheet edit FICHE",
);
pub(super) const NEW: Text = text!(
    "no key can be added safely next to keys written in this way; add it with: sheet edit ID",
    "aucune clé ne peut être ajoutée sans risque à côté de clés écrites ainsi ; ajoutez-la avec : \
     sheet edit FICHE",
);
pub(super) const UNSAFE: Text = text!(
    "this value cannot be rewritten safely; change it with: sheet edit ID",
    "cette valeur ne peut pas être réécrite sans risque ; modifiez-la avec : sheet edit FICHE",
);

//! Why a text cannot be changed.

use crate::finding::{Finding, for_sheet};
use crate::lang::{Phrase, Text, phrase, text};
use crate::text::Source;
use crate::yaml::node::{Content, Node};

/// Why a text cannot be changed at a place, and on which line that is seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EditError {
    pub line: Option<u32>,
    reason: Phrase,
    /// What to do instead; `{id}` stands for that of the sheet.
    help: Option<Text>,
}

impl EditError {
    pub fn new(line: impl Into<Option<u32>>, reason: impl Into<Phrase>) -> EditError {
        EditError { line: line.into(), reason: reason.into(), help: None }
    }

    fn with_help(self, help: Text) -> EditError {
        EditError { help: Some(help), ..self }
    }

    /// The reason, and what to do instead with the sheet of a path.
    pub fn words(&self, path: &str) -> Phrase {
        let reason = &self.reason;
        let Some(help) = self.help else { return reason.clone() };
        let help = Phrase::per_lang(|lang| for_sheet(help.get(lang), path));
        phrase!("{reason}; {help}", "{reason} ; {help}", reason, help)
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

/// Tells that no key can be added to a mapping; `in_braces`, because of how the sheet is written.
pub(super) fn no_room(line: u32, in_braces: bool) -> EditError {
    let reason = if in_braces {
        text!(
            "the sheet is written in braces, where no key can be added safely",
            "la fiche est écrite entre accolades, où aucune clé ne peut être ajoutée sans risque",
        )
    } else {
        text!(
            "no key can be added safely next to keys written in this way",
            "aucune clé ne peut être ajoutée sans risque à côté de clés écrites ainsi",
        )
    };
    let help = text!("add it with: sheet edit {id}", "ajoutez-la avec : sheet edit {id}");
    EditError::new(line, reason).with_help(help)
}

/// Tells that a value cannot be written anew.
pub(super) fn not_rewritable(line: Option<u32>) -> EditError {
    let reason = text!(
        "this value cannot be rewritten safely",
        "cette valeur ne peut pas être réécrite sans risque",
    );
    let help = text!("change it with: sheet edit {id}", "modifiez-la avec : sheet edit {id}");
    EditError::new(line, reason).with_help(help)
}

//! The items of a list in `sheet.yaml`, and what is reported of a word that means nothing there.

use crate::finding::Finding;
use crate::lang::common::did_you_mean;
use crate::lang::{Text, phrase, text};
use crate::sheet::codes::UNKNOWN_KEY;
use crate::text::Span;
use crate::text::nearest::nearest;
use crate::yaml::node::{Content, Node};

pub(super) const SETTING: Text = text!("unknown setting", "réglage inconnu");
pub(super) const CODE: Text = text!(
    "unknown code, or one whose severity cannot be changed",
    "code inconnu, ou dont la gravité ne peut pas être changée",
);
pub(super) const FIELD: Text = text!("unknown field", "champ inconnu");

pub(super) fn unknown(span: Span, word: &str, known: &[&str], label: Text) -> Finding {
    let finding = Finding::new(&UNKNOWN_KEY, span, label);
    match nearest(word, known.iter().copied()) {
        Some(near) => finding.with_help(did_you_mean(near)),
        None => finding.with_help(phrase!(
            "possible values: {iter}",
            "valeurs possibles : {iter}",
            iter = known.iter().take(12).copied().collect::<Vec<_>>().join(", "),
        )),
    }
}

/// The items of a list, or the one value that stands for it.
pub(super) fn list<'n, 'a>(at: &'n Node<'a>, key: &str) -> Vec<&'n Node<'a>> {
    match at.pair(key).map(|pair| &pair.value) {
        Some(node) => match &node.content {
            Content::List(items) => items.iter().collect(),
            _ => vec![node],
        },
        None => Vec::new(),
    }
}

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
    let help = match nearest(word, known.iter().copied()) {
        Some(near) => did_you_mean(near),
        None if label == FIELD => {
            phrase!("all keys: sheet help query", "toutes les clés : sheet help query")
        }
        None if label == CODE => {
            phrase!("all codes: sheet explain", "tous les codes : sheet explain")
        }
        None => {
            phrase!("possible keys: {keys}", "clés possibles : {keys}", keys = known.join(", "))
        }
    };
    Finding::new(&UNKNOWN_KEY, span, label).with_help(help)
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

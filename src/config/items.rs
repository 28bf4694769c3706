//! The items of a list in `sheet.yaml`, and what is reported of a word that means nothing there.

use crate::finding::Finding;
use crate::lang::common::did_you_mean;
use crate::lang::{Phrase, Text, phrase, text};
use crate::sheet::codes::UNKNOWN_KEY;
use crate::text::Span;
use crate::text::nearest::nearest;
use crate::yaml::node::{Content, Node};

/// What is not known of a word.
#[derive(Clone, Copy)]
pub(super) enum UnknownWord {
    Setting,
    Code,
    Field,
}

impl UnknownWord {
    fn label(self) -> Text {
        match self {
            UnknownWord::Setting => text!("unknown setting", "réglage inconnu"),
            UnknownWord::Code => text!(
                "unknown code, or one whose severity cannot be changed",
                "code inconnu, ou dont la gravité ne peut pas être changée",
            ),
            UnknownWord::Field => text!("unknown field", "champ inconnu"),
        }
    }

    /// Where all that are known are listed.
    fn help(self, known: &[&str]) -> Phrase {
        match self {
            UnknownWord::Setting => {
                phrase!("possible keys: {keys}", "clés possibles : {keys}", keys = known.join(", "))
            }
            UnknownWord::Code => {
                phrase!("all codes: sheet explain", "tous les codes : sheet explain")
            }
            UnknownWord::Field => {
                phrase!("all keys: sheet help query", "toutes les clés : sheet help query")
            }
        }
    }
}

pub(super) fn unknown(span: Span, word: &str, known: &[&str], what: UnknownWord) -> Finding {
    let near = nearest(word, known.iter().copied()).map(did_you_mean);
    let help = near.unwrap_or_else(|| what.help(known));
    Finding::new(&UNKNOWN_KEY, span, what.label()).with_help(help)
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

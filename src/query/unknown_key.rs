//! What is said of a key that means nothing, in a query and where a key is asked for.

use crate::finding::Diagnostic;
use crate::lang::common::did_you_mean;
use crate::lang::{Text, phrase, text};
use crate::query::error::{ALL_KEYS, BAD_KEY, query_error};
use crate::query::expr::Token;
use crate::sheet::fields::{self, FIELDS};
use crate::sheet::key::Key;

/// Understands the name of a key: of a column, or of what to sort by.
///
/// # Errors
/// A name that means nothing, with the nearest that does.
pub fn parse_key(name: &str) -> Result<Key, Box<Diagnostic>> {
    let word = Token { text: name.to_owned(), quoted: false, at: 0..name.len() };
    Key::typed(name).ok_or_else(|| {
        let mut mistake = unknown_key(name, &word, false);
        mistake.finding.lint = &BAD_KEY;
        mistake.path = "key".into();
        mistake
    })
}

const QUOTE: Text = text!(
    "To search for this text, put it in double quotes",
    "Pour chercher ce texte mot pour mot, mettez-le entre guillemets droits (\"…\")",
);

/// Tells that a key means nothing; where it may be a word of a query, how to look for that.
pub fn unknown_key(text: &str, word: &Token, words: bool) -> Box<Diagnostic> {
    let reason = phrase!("unknown key", "clé inconnue");
    let member = FIELDS.iter().filter(|field| field.shape.is_record()).find_map(|field| {
        let mut parts = field.shape.parts().iter();
        parts.any(|part| part.key == word.text).then(|| format!("{}.{}", field.key, word.text))
    });
    // A group, or the beginning of its name: `date` for `dates.start`.
    let first = FIELDS.iter().find(|field| {
        let group = field.key.split_once('.').map_or("", |(group, _)| group);
        group == word.text || group.strip_suffix('s') == Some(&word.text)
    });
    let member = member.or_else(|| first.map(|field| field.key.to_owned()));
    let near = member.or_else(|| fields::near(&word.text).map(|field| field.short.to_owned()));
    let help = match near {
        Some(near) => {
            let near = did_you_mean(&near);
            if words {
                phrase!("{near} {quote}", "{near} {quote}", near, quote = QUOTE)
            } else {
                near
            }
        }
        None => ALL_KEYS.into(),
    };
    query_error(text, word.at.clone(), reason, Some(help))
}

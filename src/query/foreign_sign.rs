//! Signs of other query languages, which would otherwise be searched as text and find nothing.

use crate::finding::Diagnostic;
use crate::lang::{Phrase, Text, phrase, text};
use crate::query::error::query_error;
use crate::query::expr::{ByteRange, Token};

/// What means the same here.
type Form = String;

/// What is wrong with a bare word of a query that holds such a sign.
pub fn in_word(text: &str, word: &Token) -> Option<Box<Diagnostic>> {
    if word.quoted {
        return None;
    }
    let typed = word.text.as_str();
    let form = match typed {
        "&" | "&&" | "+" => return Some(refused(text, &word.at, BESIDE.into())),
        "|" | "||" => "or".to_owned(),
        _ => match typed.strip_prefix('!').filter(|rest| !rest.is_empty()) {
            Some(rest) => format!("-{rest}"),
            None => {
                alternatives(typed, " or ").or_else(|| equated(typed)).or_else(|| pattern(typed))?
            }
        },
    };
    Some(refused(text, &word.at, write(form)))
}

/// What is wrong with the value of a term that holds such a sign.
pub fn in_value(text: &str, key: &Token, value: &Token) -> Option<Box<Diagnostic>> {
    if value.quoted {
        return None;
    }
    let operator = text.get(key.at.end..value.at.start).unwrap_or(":").trim();
    let (key, typed) = (&key.text, value.text.as_str());
    let form = if typed.starts_with(['<', '>', '=']) {
        format!("{key}{}", typed.replacen("==", "=", 1))
    } else if let Some(rest) = typed.strip_prefix('!').filter(|rest| !rest.is_empty()) {
        format!("-{key}:{rest}")
    } else if let Some(rest) = typed.strip_prefix('~') {
        format!("{key}:{rest}")
    } else {
        // Behind `|` may stand a value, or a term of its own.
        let join = if typed.contains([':', '<', '>', '=']) { " or " } else { "," };
        let form = alternatives(typed, join).or_else(|| pattern(typed))?;
        format!("{key}{operator}{form}")
    };
    Some(refused(text, &value.at, write(form)))
}

/// `foire|marché` → `foire or marché`.
fn alternatives(typed: &str, join: &str) -> Option<Form> {
    let parts: Vec<&str> = typed.split('|').filter(|part| !part.is_empty()).collect();
    typed.contains('|').then(|| parts.join(join))
}

/// `title~foire` → `title:foire`.
fn equated(typed: &str) -> Option<Form> {
    let (key, value) = typed.split_once('~')?;
    let value = value.trim_start_matches(['~', '=']);
    (!key.is_empty() && !value.is_empty()).then(|| format!("{key}:{value}"))
}

/// `march*`, `/foire/`, `{foire}`, `^foire` → the word alone.
fn pattern(typed: &str) -> Option<Form> {
    let slashed = typed.len() > 2 && typed.starts_with('/') && typed.ends_with('/');
    let signs = ['*', '{', '}', '^'];
    let bare: String = typed.chars().filter(|c| !signs.contains(c)).collect();
    if bare.len() < typed.len() {
        return Some(bare).filter(|bare| !bare.is_empty());
    }
    slashed.then(|| typed[1..typed.len() - 1].to_owned())
}

const BESIDE: Text = text!(
    "terms side by side must all hold: leave it out",
    "des critères côte à côte doivent tous être remplis : enlevez ce signe",
);

fn refused(text: &str, at: &ByteRange, help: Phrase) -> Box<Diagnostic> {
    let reason = text!("not a sign of this language", "ce signe n'existe pas dans les requêtes");
    query_error(text, at.clone(), reason.into(), Some(help))
}

fn write(form: Form) -> Phrase {
    phrase!(
        "write {form}; to search for the text itself, put it in double quotes",
        "écrivez {form} ; pour chercher ce texte mot pour mot, mettez-le entre guillemets droits \
         (\"…\")",
        form,
    )
}

//! What a tolerant reading makes of a text that somebody wrote.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use crate::finding::{Finding, Fix, Lint};
use crate::lang::{Phrase, phrase};
use crate::text::Span;
use crate::text::pattern::{either, same, whole};

/// The outcome of reading one written value. Nothing is guessed silently: a doubt and a refusal
/// carry their reason.
#[derive(Clone, Debug, PartialEq)]
pub enum Parsed<T> {
    /// The text says that there is nothing: blank, `-`, `?`, `NC`, `à définir`.
    Empty,
    /// Understood, to the last word.
    Exact(T),
    /// Understood, but `rest` says more than the value can hold: `2200 habitants (956 foyers)`.
    Partial { value: T, rest: String },
    /// Understood in the likeliest way; the reason says why the writer should look again.
    Uncertain { value: T, reason: Phrase },
    /// Not understood.
    Invalid(ParseError),
}

/// Why a text could not be read, and what might have been meant.
#[derive(Clone, Debug, PartialEq)]
pub struct ParseError {
    /// Whether two readings are equally likely, rather than none.
    pub ambiguous: bool,
    pub reason: Phrase,
    /// The nearest good form, ready to be written.
    pub suggestion: Option<String>,
}

impl ParseError {
    /// What to write instead, where that is known.
    pub fn help(&self) -> Option<Phrase> {
        let suggestion = self.suggestion.as_ref()?;
        Some(phrase!("write {suggestion}", "écrivez {suggestion}", suggestion))
    }

    /// What is reported of the text, at its place.
    pub fn finding(self, lint: &'static Lint, at: Span) -> Finding {
        let help = self.help();
        Finding {
            help: help.map(Box::new),
            fix: self.suggestion.map(Fix::Suggestion).map(Box::new),
            ..Finding::new(lint, at, self.reason)
        }
    }
}

impl<T> Parsed<T> {
    /// Refuses with a reason alone.
    pub fn invalid(reason: impl Into<Phrase>) -> Parsed<T> {
        Parsed::Invalid(ParseError { ambiguous: false, reason: reason.into(), suggestion: None })
    }

    /// Reads in the likeliest way, and says why that may be wrong.
    pub fn uncertain(value: T, reason: impl Into<Phrase>) -> Parsed<T> {
        Parsed::Uncertain { value, reason: reason.into() }
    }

    /// The value, if there is one, whatever the doubts.
    pub fn value(self) -> Option<T> {
        match self {
            Parsed::Exact(value)
            | Parsed::Partial { value, .. }
            | Parsed::Uncertain { value, .. } => Some(value),
            Parsed::Empty | Parsed::Invalid(_) => None,
        }
    }

    /// The value of a text that says that and nothing else.
    pub fn whole(self) -> Option<T> {
        match self {
            Parsed::Exact(value) | Parsed::Uncertain { value, .. } => Some(value),
            Parsed::Empty | Parsed::Partial { .. } | Parsed::Invalid(_) => None,
        }
    }

    /// The same beside a text that is not read, if there is any: that it is left out is the graver
    /// doubt.
    pub fn with_rest(self, rest: &str) -> Parsed<T> {
        match self {
            Parsed::Exact(value) | Parsed::Uncertain { value, .. } if !rest.is_empty() => {
                Parsed::Partial { value, rest: rest.to_owned() }
            }
            reading => reading,
        }
    }

    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Parsed<U> {
        match self {
            Parsed::Empty => Parsed::Empty,
            Parsed::Exact(value) => Parsed::Exact(change(value)),
            Parsed::Partial { value, rest } => Parsed::Partial { value: change(value), rest },
            Parsed::Uncertain { value, reason } => {
                Parsed::Uncertain { value: change(value), reason }
            }
            Parsed::Invalid(refusal) => Parsed::Invalid(refusal),
        }
    }
}

/// Makes texts that look the same be the same: NFC, one kind of space and of apostrophe, no
/// space at the ends.
pub fn normalise(text: &str) -> Cow<'_, str> {
    let text = text.trim();
    let plain = |c: char| match c {
        '’' | 'ʼ' => '\'',
        _ => plain_space(c),
    };
    if text.is_ascii() && !text.contains('\t') {
        return text.into();
    }
    let is_composed = text.is_ascii() || is_nfc_quick(text.chars()) == IsNormalized::Yes;
    if !is_composed {
        text.nfc().map(plain).collect()
    } else if text.chars().all(|c| plain(c) == c) {
        text.into()
    } else {
        text.chars().map(plain).collect()
    }
}

/// A text in which every space is a plain one, without those at its ends.
pub fn plain_spaces(text: &str) -> String {
    text.trim().chars().map(plain_space).collect()
}

/// A space in the place of any other of its width, and of a tab.
fn plain_space(c: char) -> char {
    if matches!(c, '\u{a0}' | '\u{202f}' | '\u{2009}' | '\t') { ' ' } else { c }
}

/// The longest of the texts that say nothing, in bytes, with what may stand around them.
const MAX_NOTHING_LENGTH: usize = 24;

/// Tells whether a normalised text only says that nothing is known.
pub fn says_nothing(text: &str) -> bool {
    if text.len() > MAX_NOTHING_LENGTH {
        return false;
    }
    let words = text.trim_matches(['.', ' ', '(', ')']);
    // Most values are numbers, which say something.
    !words.starts_with(|c: char| c.is_ascii_digit())
        && NOTHING.contains(&words.to_lowercase().as_str())
}

/// The texts that say that nothing is known, in small letters.
const NOTHING: [&str; 22] = [
    "",
    "-",
    "–",
    "—",
    "?",
    "??",
    "???",
    "nc",
    "n.c",
    "n/c",
    "n/a",
    "na",
    "à définir",
    "a définir",
    "à preciser",
    "à préciser",
    "inconnu",
    "inconnue",
    "non communiqué",
    "non connu",
    "unknown",
    "tbd",
];

/// The pattern of a text that is read so, or only says that nothing is known.
pub fn or_nothing(pattern: &str) -> String {
    let nothing = either(NOTHING.iter().map(|words| same(words)));
    whole(&format!("[.( )]*{nothing}[.( )]*|{pattern}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_that_look_the_same_become_the_same() {
        assert_eq!(normalise("9\u{202f}500\u{a0}€ "), "9 500 €");
        assert_eq!(normalise("l’e\u{301}te\u{301}"), "l'été");
    }

    #[test]
    fn a_dash_is_nothing_and_a_zero_is_something() {
        for nothing in ["", "-", "?", "NC", "N.C.", "à définir"] {
            assert!(says_nothing(nothing), "{nothing}");
        }
        for something in ["0", "gratuit", "0 €", "Nice"] {
            assert!(!says_nothing(something), "{something}");
        }
    }
}

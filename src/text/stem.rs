//! Words brought to their stem, so that `rencontrer` finds `rencontré`. This is the door of
//! `rust_stemmers`: Snowball's algorithm for French.

use std::cell::RefCell;

use rust_stemmers::{Algorithm, Stemmer};

use crate::text::fold::{name_key, search_words, singular};
use crate::text::hash::HashMap;

/// Brings words to their stems.
pub struct Stems(Stemmer);

impl Default for Stems {
    fn default() -> Stems {
        Stems(Stemmer::create(Algorithm::French))
    }
}

/// Words that say nothing by themselves.
const STOP_WORDS: &[&str] = &[
    // French
    "a", "au", "aux", "avec", "ce", "ces", "cet", "cette", "dans", "de", "des", "du", "elle",
    "elles", "en", "est", "et", "il", "la", "le", "les", "leur", "leurs", "mais", "ne", "nous",
    "on", "ou", "par", "pas", "pour", "que", "qui", "se", "ses", "sur", "un", "une", "vous",
    // English; not those that are words in French: but, son.
    "an", "and", "are", "at", "be", "by", "for", "from", "has", "have", "how", "in", "is", "it",
    "its", "not", "of", "our", "that", "the", "their", "them", "they", "this", "to", "was", "we",
    "were", "what", "when", "who", "with", "you", "your",
];

/// Whether a word says nothing by itself.
pub fn is_stop_word(word: &str) -> bool {
    STOP_WORDS.contains(&name_key(word).as_str())
}

thread_local! {
    /// The stems of the words that were met: most are met again and again.
    static MET: RefCell<HashMap<String, Vec<String>>> = RefCell::default();
}

/// The most words that are remembered.
const MAX_MET: usize = 20_000;

impl Stems {
    /// The stems of the words of a text, in order, without those that say nothing.
    pub fn of(&self, text: &str) -> Vec<String> {
        let mut stems = Vec::new();
        self.each(text, |stem| stems.push(stem.to_owned()));
        stems
    }

    /// Gives the same stems one by one to whoever keeps few of them.
    pub fn each(&self, text: &str, mut take: impl FnMut(&str)) {
        MET.with_borrow_mut(|met| {
            for word in text.split_whitespace() {
                if let Some(number) = number(word) {
                    take(number);
                } else if let Some(known) = met.get(word) {
                    known.iter().for_each(|stem| take(stem));
                } else {
                    let new = self.of_word(word);
                    new.iter().for_each(|stem| take(stem));
                    if met.len() < MAX_MET {
                        met.insert(word.to_owned(), new);
                    }
                }
            }
        });
    }

    /// The stems of what stands between two spaces.
    fn of_word(&self, word: &str) -> Vec<String> {
        let words = search_words(word).into_iter();
        let words = words.filter(|word| !STOP_WORDS.contains(&word.as_str()));
        // Folding has taken the accent off `rencontrée`, by which the algorithm knows its ending.
        let ended = |word: &str| match word.strip_suffix("ee") {
            Some(start) if start.len() > 2 => format!("{start}e"),
            _ => word.to_owned(),
        };
        words.map(|word| self.0.stem(&ended(&singular(&word))).into_owned()).collect()
    }
}

/// The number that a word is, in parentheses or before a full stop: it is its own stem, and hardly
/// met again.
fn number(word: &str) -> Option<&str> {
    // Words are short: to look at every byte is faster than to stop at the first digit.
    if !word.bytes().fold(false, |any, byte| any | byte.is_ascii_digit()) {
        return None;
    }
    let bare = word.trim_matches(['(', ')', '.', ',']);
    bare.bytes().all(|byte| byte.is_ascii_digit()).then_some(bare)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_one_family_have_one_stem() {
        let stems = Stems::default();
        for (one, other) in [
            ("habitants", "habitant.es"),
            ("habitante", "Habitant·e·s"),
            ("rencontrer", "rencontré"),
            ("rencontres", "rencontrées"),
            ("l'affiche", "affiches"),
            ("réunion", "RÉUNIONS"),
            ("journal local", "Journaux locaux"),
            ("travail", "travaux"),
        ] {
            assert_eq!(stems.of(one), stems.of(other), "{one} {other}");
        }
        assert_ne!(stems.of("porte"), stems.of("marché"));
        for number in ["2023", "(28337)", "(4809).", "12,"] {
            assert_eq!(stems.of(number), stems.of_word(number), "{number}");
        }
        assert_eq!(stems.of("avec les et de la"), [""; 0]);
        assert_eq!(stems.of("a market with the kids").len(), 2);
        assert_eq!(stems.of("en mai, mais pas nous").len(), 1);
    }
}

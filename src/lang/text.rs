//! What is said, in both languages side by side: [`Text`] where it is fixed, [`Phrase`] where it
//! names what was met.
//!
//! Both are made by the macros `text!` and `phrase!`,
//! so that a sentence without one of its languages, or that lacks one of its parts in one of
//! them, does not compile.

use std::cell::RefCell;
use std::fmt::{Display, Write};
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use crate::lang::Lang;
use crate::text::hash::HashSet;
use crate::text::scan::split_at_byte;

/// Words fixed at compile time, in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Text {
    pub en: &'static str,
    pub fr: &'static str,
}

impl Text {
    pub const fn get(self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => self.en,
            Lang::Fr => self.fr,
        }
    }

    /// The words of each language.
    pub const fn both(self) -> [&'static str; 2] {
        [self.en, self.fr]
    }
}

/// Words made at run time, in both languages, because whoever makes them does not know who
/// will read them. Small, for there may be a million of them.
#[derive(Clone, Debug)]
pub struct Phrase(Wording);

#[derive(Clone, Debug)]
enum Wording {
    Fixed(Text),
    /// English up to a byte and French from a byte on: all of it is both where they are the same.
    Made {
        words: Arc<str>,
        english: u32,
        french: u32,
    },
}

/// The most words that a thread remembers.
const MOST: usize = 16_384;

thread_local! {
    /// The words of phrases that this thread has kept.
    static KEPT: RefCell<HashSet<Arc<str>>> = RefCell::default();
}

impl Phrase {
    /// The same phrase, to be kept with many: where this thread has kept the same words before, in
    /// the same place.
    pub fn kept(self) -> Phrase {
        let Wording::Made { words, english, french } = self.0 else {
            return self;
        };
        let words = KEPT.with_borrow_mut(|kept| match kept.get(&words) {
            Some(known) => Arc::clone(known),
            None if kept.len() == MOST => words,
            None => {
                kept.insert(Arc::clone(&words));
                words
            }
        });
        Phrase(Wording::Made { words, english, french })
    }

    /// The same words in both languages: a name, a code, what the user wrote.
    pub fn untranslated(words: impl Into<String>) -> Phrase {
        let words = words.into();
        let english = words.len();
        Phrase::made(words, english, 0)
    }

    /// What is written in each language by itself: a date, an amount, a list.
    pub fn per_lang(words: impl Fn(Lang) -> String) -> Phrase {
        let mut both = words(Lang::En);
        let french = both.len();
        both.push_str(&words(Lang::Fr));
        Phrase::made(both, french, french)
    }

    /// A sentence with its parts put in; `phrase!` calls it.
    pub fn fill(sentence: Text, parts: &[(&str, &dyn Words)]) -> Phrase {
        let mut both = String::with_capacity(sentence.en.len() + sentence.fr.len() + 32);
        fill(&mut both, sentence.en, parts, Lang::En);
        let french = both.len();
        fill(&mut both, sentence.fr, parts, Lang::Fr);
        Phrase::made(both, french, french)
    }

    fn made(words: String, english: usize, french: usize) -> Phrase {
        let (english, french) = (english as u32, french as u32);
        Phrase(Wording::Made { words: words.into(), english, french })
    }

    pub fn get(&self, lang: Lang) -> &str {
        match (&self.0, lang) {
            (Wording::Fixed(text), lang) => text.get(lang),
            (Wording::Made { words, english, .. }, Lang::En) => &words[..*english as usize],
            (Wording::Made { words, french, .. }, Lang::Fr) => &words[*french as usize..],
        }
    }
}

impl Default for Phrase {
    fn default() -> Phrase {
        Phrase::from(Text { en: "", fr: "" })
    }
}

/// Two phrases are the same where their words are, however they were made.
impl PartialEq for Phrase {
    fn eq(&self, other: &Phrase) -> bool {
        [Lang::En, Lang::Fr].iter().all(|lang| self.get(*lang) == other.get(*lang))
    }
}

impl Eq for Phrase {}

impl Hash for Phrase {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.get(Lang::En), self.get(Lang::Fr)).hash(state);
    }
}

impl From<Text> for Phrase {
    fn from(text: Text) -> Phrase {
        Phrase(Wording::Fixed(text))
    }
}

/// What can stand in a phrase.
pub trait Words {
    /// Adds its words in a language.
    fn add(&self, to: &mut String, lang: Lang);
}

/// A name, a number, what the user wrote: the same in both languages.
impl<T: Display + ?Sized> Words for T {
    fn add(&self, to: &mut String, _lang: Lang) {
        // Writing to a text never fails.
        let _ = write!(to, "{self}");
    }
}

impl Words for Phrase {
    fn add(&self, to: &mut String, lang: Lang) {
        to.push_str(self.get(lang));
    }
}

impl Words for &Phrase {
    fn add(&self, to: &mut String, lang: Lang) {
        to.push_str(self.get(lang));
    }
}

impl Words for Text {
    fn add(&self, to: &mut String, lang: Lang) {
        to.push_str(self.get(lang));
    }
}

fn fill(to: &mut String, sentence: &str, parts: &[(&str, &dyn Words)], lang: Lang) {
    let mut rest = sentence;
    while let Some((before, name, after)) = next_part(rest) {
        to.push_str(before);
        if let Some((_, words)) = parts.iter().find(|(part, _)| *part == name) {
            words.add(to, lang);
        }
        rest = after;
    }
    to.push_str(rest);
}

/// What stands before the next `{name}` of a sentence, the name, and what follows.
fn next_part(sentence: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = split_at_byte(sentence, b'{')?;
    let (name, after) = split_at_byte(rest, b'}')?;
    Some((before, name, after))
}

/// Whether the parts that a sentence names are just these, at compile time.
pub const fn has_parts(sentence: &str, parts: &[&str]) -> bool {
    let sentence = sentence.as_bytes();
    let (mut at, mut named) = (0, 0_u64);
    while at < sentence.len() {
        if sentence[at] == b'{' {
            let mut part = 0;
            while part < parts.len() && !stands(sentence, at + 1, parts[part].as_bytes()) {
                part += 1;
            }
            if part == parts.len() {
                return false;
            }
            named |= 1 << part;
        }
        at += 1;
    }
    named == (1 << parts.len()) - 1
}

/// Whether a name and a closing brace stand at a place.
const fn stands(sentence: &[u8], at: usize, name: &[u8]) -> bool {
    if at + name.len() >= sentence.len() || sentence[at + name.len()] != b'}' {
        return false;
    }
    let mut next = 0;
    while next < name.len() {
        if sentence[at + next] != name[next] {
            return false;
        }
        next += 1;
    }
    true
}

/// A [`Text`]: `text!("unknown key", "clé inconnue")`. French is
/// [set](crate::lang::typography) at compile time.
macro_rules! text {
    ($en:expr, $fr:expr $(,)?) => {{
        const FRENCH: &[u8] =
            &$crate::lang::typography::set::<{ $crate::lang::typography::length($fr) }>($fr);
        $crate::lang::Text { en: $en, fr: $crate::lang::typography::utf8(FRENCH) }
    }};
}

/// A [`Phrase`]: `phrase!("no sheet `{id}`", "pas de fiche `{id}`", id)`. A part is a variable, or
/// named before its value: `n = sheets.len()`; both languages name every part.
macro_rules! phrase {
    ($en:expr, $fr:expr $(, $name:ident $(= $value:expr)?)* $(,)?) => {{
        const SENTENCE: $crate::lang::Text = $crate::lang::text!($en, $fr);
        const {
            let parts: &[&str] = &[$(stringify!($name)),*];
            assert!($crate::lang::text::has_parts(SENTENCE.en, parts), "a part that English lacks");
            assert!($crate::lang::text::has_parts(SENTENCE.fr, parts), "a part that French lacks");
        }
        $crate::lang::Phrase::fill(
            SENTENCE,
            &[$((stringify!($name), &$crate::lang::text::part!($name $(= $value)?))),*],
        )
    }};
}

/// The value of a part of a phrase.
macro_rules! part {
    ($name:ident) => {
        $name
    };
    ($name:ident = $value:expr) => {
        $value
    };
}

pub(crate) use {part, phrase, text};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::plural;

    #[test]
    fn a_phrase_names_what_was_met_and_leaves_it_as_it_is() {
        let id = "a : `b`";
        let phrase = phrase!(
            "no `{id}` in {sheets}",
            "pas de `{id}` dans {sheets} !",
            id,
            sheets = plural::SHEET.phrase(2),
        );
        assert_eq!(phrase.get(Lang::En), "no `a : `b`` in 2\u{a0}sheets");
        assert_eq!(phrase.get(Lang::Fr), "pas de «\u{a0}a : `b`\u{a0}» dans 2\u{a0}fiches\u{a0}!");
    }

    #[test]
    fn the_same_words_are_kept_in_one_place() {
        let made = |id| phrase!("no `{id}`", "pas de `{id}`", id).kept();
        let (one, again, other) = (made("a"), made("a"), made("b"));
        let place = |phrase: &Phrase| phrase.get(Lang::Fr).as_ptr();
        assert_eq!((place(&one), &one), (place(&again), &again));
        assert_eq!((one.get(Lang::Fr), other.get(Lang::En)), ("pas de «\u{a0}a\u{a0}»", "no `b`"));
    }

    #[test]
    fn a_sentence_names_each_of_its_parts() {
        assert!(has_parts("{a} and {b} and {a}", &["a", "b"]));
        assert!(!has_parts("{a}", &["a", "b"]));
        assert!(!has_parts("{a} {c}", &["a"]));
        assert!(!has_parts("{} {a}", &["a"]));
    }
}

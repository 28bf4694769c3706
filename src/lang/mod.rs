//! The words: what is said in French and in English, written side by side.
//!
//! With two languages in one value, the compiler is the translator's checklist: a text that
//! lacks one of them does not compile.

pub mod clip;
pub mod date;
pub mod fold;
pub mod list;
pub mod nearest;
pub mod number;
pub mod plural;
pub mod stem;
pub mod visible;

use std::fmt;

/// A language that people are spoken to in. Machine formats never depend on it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    #[default]
    En,
    Fr,
}

impl Lang {
    /// The tag of the language. Source: BCP 47.
    pub const fn code(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::Fr => "fr",
        }
    }

    /// Reads a language tag or a POSIX locale: `fr`, `fr-CH`, `fr_FR.UTF-8`; `None` for any
    /// other language.
    pub fn read(tag: &str) -> Option<Lang> {
        let tag = tag.to_ascii_lowercase();
        match tag.split(['-', '_', '.', '@']).next()? {
            "fr" | "français" | "francais" => Some(Lang::Fr),
            "en" | "c" | "posix" => Some(Lang::En),
            _ => None,
        }
    }
}

/// Words fixed at compile time, in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Text {
    pub en: &'static str,
    pub fr: &'static str,
}

impl Text {
    pub const fn new(en: &'static str, fr: &'static str) -> Text {
        Text { en, fr }
    }

    pub const fn say(self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => self.en,
            Lang::Fr => self.fr,
        }
    }
}

/// Words made at run time, in both languages, because whoever makes them does not know who
/// will read them.
#[derive(Default, Clone, Debug, PartialEq, Eq, Hash)]
pub struct Phrase {
    pub en: String,
    pub fr: String,
}

impl Phrase {
    pub fn new(en: impl Into<String>, fr: impl Into<String>) -> Phrase {
        Phrase { en: en.into(), fr: fr.into() }
    }

    /// The same words in both languages: a name, a code, what the user wrote.
    pub fn same(words: impl Into<String>) -> Phrase {
        let en = words.into();
        Phrase { fr: en.clone(), en }
    }

    pub fn say(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.en,
            Lang::Fr => &self.fr,
        }
    }
}

impl From<Text> for Phrase {
    fn from(text: Text) -> Phrase {
        Phrase::new(text.en, text.fr)
    }
}

/// What was written, in the quotation marks of the language: “…” or « … ».
pub struct Quoted<'a>(pub &'a str, pub Lang);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        match self.1 {
            Lang::En => write!(out, "“{}”", self.0),
            Lang::Fr => write!(out, "«\u{a0}{}\u{a0}»", self.0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_names_a_language() {
        assert_eq!(Lang::read("fr_CH.UTF-8"), Some(Lang::Fr));
        assert_eq!(Lang::read("FR"), Some(Lang::Fr));
        assert_eq!(Lang::read("C"), Some(Lang::En));
        assert_eq!(Lang::read("de_DE"), None);
        assert_eq!(Lang::read(""), None);
    }
}

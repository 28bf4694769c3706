//! Counted things: `1 sheet`, `2 sheets`, `0 fiche`, `2 fiches`.

use rust_decimal::Decimal;

use crate::lang::{Lang, Phrase, Text, number, text};

/// A thing that is counted, in its two numbers and both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Noun {
    pub one: Text,
    pub many: Text,
}

impl Noun {
    pub const fn new(one: Text, many: Text) -> Noun {
        Noun { one, many }
    }

    /// Says how many: English has a plural from zero and two on, French from two on.
    pub fn count(&self, number: usize, lang: Lang) -> String {
        let singular = match lang {
            Lang::En => number == 1,
            Lang::Fr => number < 2,
        };
        let noun = if singular { self.one } else { self.many };
        format!("{}\u{a0}{}", number::integer(number as u64, lang), noun.get(lang))
    }

    /// Says how many, with decimals: `1.5 days`, `1,5 jour`.
    pub fn amount(&self, amount: Decimal, lang: Lang) -> String {
        let singular = match lang {
            Lang::En => amount == Decimal::ONE,
            Lang::Fr => amount < Decimal::TWO,
        };
        let noun = if singular { self.one } else { self.many };
        let number = number::decimal(&amount.normalize().to_string(), lang);
        format!("{number}\u{a0}{}", noun.get(lang))
    }

    /// Says how many in both languages.
    pub fn phrase(&self, number: usize) -> Phrase {
        Phrase::per_lang(|lang| self.count(number, lang))
    }
}

pub const SHEET: Noun = Noun::new(text!("sheet", "fiche"), text!("sheets", "fiches"));
pub const LESSON: Noun = Noun::new(text!("lesson", "leçon"), text!("lessons", "leçons"));
pub const ERROR: Noun = Noun::new(text!("error", "erreur"), text!("errors", "erreurs"));
pub const WARNING: Noun =
    Noun::new(text!("warning", "avertissement"), text!("warnings", "avertissements"));
pub const HINT: Noun = Noun::new(text!("hint", "conseil"), text!("hints", "conseils"));
pub const YEAR: Noun = Noun::new(text!("year", "an"), text!("years", "ans"));
pub const MONTH: Noun = Noun::new(text!("month", "mois"), text!("months", "mois"));
pub const WEEK: Noun = Noun::new(text!("week", "semaine"), text!("weeks", "semaines"));
pub const DAY: Noun = Noun::new(text!("day", "jour"), text!("days", "jours"));
pub const HOUR: Noun = Noun::new(text!("hour", "heure"), text!("hours", "heures"));
pub const COLUMN: Noun = Noun::new(text!("column", "colonne"), text!("columns", "colonnes"));
pub const PASSAGE: Noun = Noun::new(text!("passage", "passage"), text!("passages", "passages"));
pub const QUESTION: Noun =
    Noun::new(text!("question", "question"), text!("questions", "questions"));
pub const ANSWER: Noun = Noun::new(text!("answer", "réponse"), text!("answers", "réponses"));
pub const MESSAGE: Noun = Noun::new(text!("message", "message"), text!("messages", "messages"));
pub const THING: Noun = Noun::new(
    text!("thing to write", "chose à écrire"),
    text!("things to write", "choses à écrire"),
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zero_is_plural_in_english_and_singular_in_french() {
        for (number, en, fr) in [
            (0, "0\u{a0}sheets", "0\u{a0}fiche"),
            (1, "1\u{a0}sheet", "1\u{a0}fiche"),
            (2, "2\u{a0}sheets", "2\u{a0}fiches"),
            (1400, "1,400\u{a0}sheets", "1\u{202f}400\u{a0}fiches"),
        ] {
            assert_eq!(SHEET.count(number, Lang::En), en);
            assert_eq!(SHEET.count(number, Lang::Fr), fr);
        }
    }
}

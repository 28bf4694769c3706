//! Counted things: `1 sheet`, `2 sheets`, `0 fiche`, `2 fiches`.

use super::{Lang, Phrase, Text, number};

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
        format!("{}\u{a0}{}", number::integer(number as u64, lang), noun.say(lang))
    }

    /// Says how many in both languages.
    pub fn phrase(&self, number: usize) -> Phrase {
        Phrase::new(self.count(number, Lang::En), self.count(number, Lang::Fr))
    }
}

const fn noun(one: (&'static str, &'static str), many: (&'static str, &'static str)) -> Noun {
    Noun::new(Text::new(one.0, one.1), Text::new(many.0, many.1))
}

pub const SHEET: Noun = noun(("sheet", "fiche"), ("sheets", "fiches"));
pub const ERROR: Noun = noun(("error", "erreur"), ("errors", "erreurs"));
pub const WARNING: Noun = noun(("warning", "avertissement"), ("warnings", "avertissements"));
pub const HINT: Noun = noun(("hint", "conseil"), ("hints", "conseils"));
pub const YEAR: Noun = noun(("year", "an"), ("years", "ans"));
pub const MONTH: Noun = noun(("month", "mois"), ("months", "mois"));
pub const WEEK: Noun = noun(("week", "semaine"), ("weeks", "semaines"));
pub const DAY: Noun = noun(("day", "jour"), ("days", "jours"));
pub const HOUR: Noun = noun(("hour", "heure"), ("hours", "heures"));
pub const PASSAGE: Noun = noun(("passage", "passage"), ("passages", "passages"));
pub const THING: Noun =
    noun(("thing to write", "chose à écrire"), ("things to write", "choses à écrire"));
pub const PERSON: Noun = noun(("person", "personne"), ("people", "personnes"));
pub const INHABITANT: Noun = noun(("inhabitant", "habitant"), ("inhabitants", "habitants"));

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

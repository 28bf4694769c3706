//! All that the text of a value can mean, found out once, then compared with many.

use std::collections::HashSet;

use rust_decimal::Decimal;

use crate::lang::choice::{self, ChoiceValue};
use crate::lang::{Phrase, Text, list, phrase, text};
use crate::query::moment::{self, Interval};
use crate::query::money_word::money_word;
use crate::query::scope::Target;
use crate::sheet::lesson_address::{is_number, split};
use crate::sheet::shape::Shape;
use crate::text::fold::{contains_words, name_key, search_key};
use crate::tree;
use crate::value::money::{self, Cost};
use crate::value::parsed::{Parsed, normalise};
use crate::value::{count, date, duration, effort};

/// All that a text can mean.
#[derive(Clone, Debug)]
pub struct Literal {
    pub(super) folded: String,
    pub(super) letters: String,
    /// The agreed spellings of the names that begin with it, and of those that equal it.
    pub(super) begun_spellings: HashSet<String>,
    pub(super) equal_spellings: HashSet<String>,
    pub(super) number: Option<Decimal>,
    pub(super) cost: Option<Cost>,
    pub(super) date: Option<Interval>,
    pub(super) days: Option<u32>,
    /// Days worked.
    pub(super) effort: Option<Decimal>,
}

/// A reason and, where there is one, a help.
pub type ValueError = (Phrase, Option<Phrase>);

impl Literal {
    /// Finds out what a text means where it is compared with a target.
    ///
    /// # Errors
    /// Where it means nothing there: no date, no number, none of the words.
    pub fn read(target: &Target, text: &str) -> Result<Literal, ValueError> {
        let text = normalise(text);
        let (folded, letters) = (search_key(&text), name_key(&text));
        let year = matches!(target.shape, Some(Shape::Years))
            .then(|| moment::relative_year(&text, target.today))
            .flatten();
        let cost = money::parse(&text).whole();
        let amount = cost.as_ref().filter(|_| matches!(target.shape, Some(Shape::Amount)));
        let literal = Literal {
            begun_spellings: target.spellings(|word| contains_words(&search_key(word), &folded)),
            equal_spellings: target.spellings(|word| word == letters),
            number: year
                .map(Decimal::from)
                .or_else(|| tree::number(&text))
                .or_else(|| count::parse(&text, target.unit()).whole().map(Decimal::from))
                .or_else(|| amount.and_then(|cost| cost.amount)),
            date: moment::parse(&text, target.today),
            days: duration::parse(&text).whole().map(|duration| duration.approximate_days()),
            effort: effort::parse(&text).whole().and_then(|effort| effort.whole_days()),
            folded,
            letters,
            cost,
        };
        match literal.mistake(target, &text) {
            Some((reason, help)) => Err((reason, hyphened(&text).or(help))),
            None => Ok(literal),
        }
    }

    /// Finds out what a text means that others are more or less than.
    ///
    /// # Errors
    /// As [`Literal::read`], and where it is no worked time, which may be asked for by its words.
    pub fn read_bound(target: &Target, text: &str) -> Result<Literal, ValueError> {
        match Literal::read(target, text)? {
            Literal { effort: None, .. } if matches!(target.shape, Some(Shape::Effort)) => {
                let expected = text!("expected time worked", "un temps passé est attendu ici");
                Err(refused(effort::parse(text), expected))
            }
            literal => Ok(literal),
        }
    }

    /// Why a text means nothing for a target.
    fn mistake(&self, target: &Target, text: &str) -> Option<ValueError> {
        match target.shape? {
            Shape::Years if self.number.is_some_and(|year| year < Decimal::ONE_THOUSAND) => {
                Some((phrase!("a year has four digits", "une année a quatre chiffres"), None))
            }
            Shape::Years if self.number.is_none() && self.date.is_some() => {
                let help =
                    phrase!("to ask for days: start:{text}", "pour des jours : start:{text}", text);
                Some((phrase!("expected a year", "une année est attendue ici"), Some(help)))
            }
            Shape::Count(_) | Shape::Years | Shape::Decimal | Shape::Amount
                if self.number.is_none() =>
            {
                Some((phrase!("expected a number", "un nombre est attendu ici"), None))
            }
            Shape::Date if self.date.is_none() => Some(refused(
                date::parse(text),
                text!("expected a date", "une date est attendue ici"),
            )),
            Shape::Duration if self.days.is_none() => Some(refused(
                duration::parse(text),
                text!("expected a duration", "une durée est attendue ici"),
            )),
            Shape::Cost if self.cost.is_none() && money_word(&self.letters).is_none() => {
                Some(refused(
                    money::parse(text),
                    text!("expected an amount", "un montant est attendu ici"),
                ))
            }
            Shape::Choice(all) => self.none_of(&all()),
            Shape::LessonAddresses => {
                let (id, name) = split(text);
                let reason = phrase!(
                    "the number of a lesson may change, so it cannot be searched",
                    "le numéro d'une leçon peut changer, on ne peut donc pas le chercher",
                );
                let help = phrase!(
                    "for any lesson of that sheet: {id}",
                    "pour toute leçon de cette fiche : {id}",
                    id,
                );
                is_number(name).then(|| (reason, Some(help).filter(|_| !id.is_empty())))
            }
            _ => None,
        }
    }

    /// The mistake of a word that begins none of the possible ones.
    fn none_of(&self, choices: &[ChoiceValue]) -> Option<ValueError> {
        if choices.iter().any(|choice| self.chooses(*choice)) {
            return None;
        }
        let (reason, help) = choice::unknown(&self.letters, choices);
        // `status:under way` are two terms.
        let names = choices.iter().flat_map(|choice| choice.label.both());
        let begun = names.filter(|name| {
            name_key(name).strip_prefix(&*self.letters).is_some_and(|rest| rest.starts_with(' '))
        });
        let begun: Vec<String> = begun.map(|name| format!("\"{name}\"")).collect();
        let names = list::or(&begun.iter().map(String::as_str).collect::<Vec<_>>());
        let quoted = phrase!(
            "several words stand between quotation marks: {names}",
            "plusieurs mots se mettent entre guillemets droits : {names}",
            names,
        );
        let quoted = Some(quoted).filter(|_| !begun.is_empty());
        Some((reason.into(), quoted.or(help)))
    }

    /// Whether it is the code or the label of a choice, in either language.
    pub(super) fn chooses(&self, choice: ChoiceValue) -> bool {
        choice.names().any(|name| name_key(name) == self.letters)
    }

    /// Whether nothing can be between this and another.
    pub(super) fn is_after(&self, other: &Literal) -> bool {
        if let (Some(from), Some(to)) = (&self.date, &other.date) {
            return from.first > to.last;
        }
        let amount = |literal: &Literal| literal.cost.as_ref().and_then(|cost| cost.amount);
        let measures = [
            (self.number, other.number),
            (self.days.map(Decimal::from), other.days.map(Decimal::from)),
            (self.effort, other.effort),
            (amount(self), amount(other)),
        ];
        measures.iter().any(|(from, to)| from.zip(*to).is_some_and(|(from, to)| from > to))
    }
}

/// How to write the range that two numbers with a hyphen between them were meant to be.
fn hyphened(text: &str) -> Option<Phrase> {
    let (from, to) = text.split_once(['-', '–'])?;
    let number = |text: &str| text.trim().starts_with(|c: char| c.is_ascii_digit());
    // A month of a year is no end of a range.
    let ends = to.trim().chars().take_while(char::is_ascii_digit).count() >= 3;
    (number(from) && number(to) && ends).then(|| {
        let range = format!("{}..{}", from.trim(), to.trim());
        phrase!("write a range as {range}", "écrivez l'intervalle {range}", range)
    })
}

fn refused<T>(reading: Parsed<T>, expected: Text) -> ValueError {
    match reading {
        Parsed::Invalid(refusal) => {
            let help = refusal.help();
            (refusal.reason, help)
        }
        _ => (expected.into(), None),
    }
}

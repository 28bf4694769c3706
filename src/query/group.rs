//! What sheets are grouped by: the values of a key, each under one name, amounts and numbers of
//! people in ranges, dates by their year.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};
use std::sync::{PoisonError, RwLock};

use chrono::Datelike;
use rust_decimal::Decimal;

use crate::config::{Config, Vocabulary};
use crate::lang::choice::Chosen;
use crate::lang::{Lang, Phrase, number};
use crate::query::key::Key;
use crate::query::sort::Rank;
use crate::sheet::Sheet;
use crate::sheet::shape::Shape;
use crate::sheet::value::Value;
use crate::text::fold::{fold_letters, sort_key};
use crate::tree::Tree;
use crate::value::money::{Currency, say_amount};

/// A key to group by, and every value that was seen under it: sheets keep the numbers of theirs.
pub struct Grouping<'a> {
    pub key: Key,
    /// The names that the collection has agreed on for the values.
    names: Option<&'a Vocabulary>,
    seen: RwLock<Seen>,
}

/// The values that were seen, each with its number.
#[derive(Debug, Default)]
struct Seen {
    texts: HashMap<String, u32>,
    others: HashMap<Label, u32>,
}

/// A value under which sheets stand.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Label {
    Text(String),
    Number(Decimal),
    Choice(Chosen),
    /// A range of [`AMOUNTS`], by the end below which it lies.
    Amount(Currency, usize),
    /// A range of [`PEOPLE`], by the end below which it lies.
    People(usize),
    /// Anything else: its words in English and in French.
    Other(Phrase),
}

/// The values of a key when all sheets were seen. Texts that differ in accents and capitals alone
/// are one, written as most sheets write it.
#[derive(Debug)]
pub struct Values {
    pub labels: Vec<Label>,
    /// The place among the labels of each number.
    places: Vec<usize>,
}

impl Values {
    /// The places of values by their numbers, each once.
    pub fn places(&self, numbers: &[u32]) -> Vec<usize> {
        let mut seen = HashSet::with_capacity(numbers.len());
        let places = numbers.iter().map(|number| self.places[*number as usize]);
        places.filter(|place| seen.insert(*place)).collect()
    }
}

/// Where a range of amounts, or of people, ends and the next begins.
pub const AMOUNTS: [u32; 6] = [1, 1_000, 5_000, 10_000, 25_000, 50_000];
pub const PEOPLE: [u32; 6] = [1, 500, 2_000, 10_000, 50_000, 200_000];

/// A value before it has its number.
enum Said<'a> {
    Text(&'a str),
    Other(Label),
}

impl<'a> Grouping<'a> {
    pub fn of(key: Key, config: &'a Config) -> Grouping<'a> {
        let names = match key.name().as_str() {
            "tools" => Some(&config.tools),
            "team" | "members" => Some(&config.people),
            _ => None,
        };
        let names = names.filter(|names| !names.is_empty());
        Grouping { key, names, seen: RwLock::default() }
    }

    /// The numbers of the values under which a sheet stands; none where it says nothing there.
    pub fn numbers(&self, sheet: &Sheet) -> Vec<u32> {
        let mut said = Vec::new();
        for value in self.key.value(sheet).flat() {
            match value {
                Value::Years(first, last) => {
                    let years = (first..=last).map(|year| Label::Number(year.into()));
                    said.extend(years.map(Said::Other));
                }
                value => said.extend(self.said(&value)),
            }
        }
        let seen = self.seen.read().unwrap_or_else(PoisonError::into_inner);
        let known: Option<Vec<u32>> = said.iter().map(|value| seen.number(value)).collect();
        drop(seen);
        known.unwrap_or_else(|| {
            let mut seen = self.seen.write().unwrap_or_else(PoisonError::into_inner);
            said.into_iter().map(|value| seen.add(value)).collect()
        })
    }

    /// Whether a sheet stands under each of its years.
    pub fn is_by_year(&self) -> bool {
        matches!(self.key, Key::Field(field) if field.key == "year")
    }

    /// The values, once every sheet was asked for its `numbers`.
    pub fn values<'n>(&self, numbers: impl Iterator<Item = &'n u32>) -> Values {
        let seen = self.seen.read().unwrap_or_else(PoisonError::into_inner);
        let texts = seen.texts.iter().map(|(text, number)| (*number, Label::Text(text.clone())));
        let others = seen.others.iter().map(|(label, number)| (*number, label.clone()));
        let mut labels: Vec<(u32, Label)> = texts.chain(others).collect();
        let mut used = vec![0_usize; labels.len()];
        numbers.for_each(|number| used[*number as usize] += 1);
        let most = |(number, label): &(u32, Label)| (Reverse(used[*number as usize]), label.rank());
        labels.sort_by_cached_key(most);
        let mut values = Values { labels: Vec::new(), places: vec![0; labels.len()] };
        let mut known: HashMap<String, usize> = HashMap::new();
        for (number, label) in labels {
            let place = match &label {
                Label::Text(text) => {
                    *known.entry(fold_letters(text)).or_insert(values.labels.len())
                }
                _ => values.labels.len(),
            };
            values.places[number as usize] = place;
            values.labels.extend(Some(label).filter(|_| place == values.labels.len()));
        }
        values
    }

    fn said<'s>(&'s self, value: &Value<'s>) -> Option<Said<'s>> {
        let counts = matches!(self.key, Key::Field(field) if matches!(field.shape, Shape::Count));
        Some(Said::Other(match value {
            Value::Missing => return None,
            Value::Text(text) => return Some(self.text(text)),
            Value::Choice(choice) => Label::Choice(*choice),
            Value::Number(people) if counts => Label::People(place(*people, &PEOPLE)),
            Value::Number(number) => Label::Number(number.normalize()),
            Value::Date(date) => Label::Number(date.first().year().into()),
            Value::Record(record) => match (record.as_cost(), record.members().first()) {
                (Some(cost), _) => Label::Amount(cost.currency, place(cost.amount?, &AMOUNTS)),
                (None, Some((_, Value::Text(name)))) => return Some(self.text(name)),
                (None, _) => Label::Other(Phrase::each(|lang| value.short(lang))),
            },
            value => Label::Other(Phrase::each(|lang| value.short(lang))),
        }))
    }

    fn text<'s>(&'s self, text: &'s str) -> Said<'s> {
        Said::Text(self.names.and_then(|names| names.meaning(text)).unwrap_or(text))
    }
}

impl Seen {
    fn number(&self, value: &Said) -> Option<u32> {
        match value {
            Said::Text(text) => self.texts.get(*text).copied(),
            Said::Other(label) => self.others.get(label).copied(),
        }
    }

    fn add(&mut self, value: Said) -> u32 {
        if let Some(number) = self.number(&value) {
            return number;
        }
        let next = (self.texts.len() + self.others.len()) as u32;
        match value {
            Said::Text(text) => self.texts.insert(text.to_owned(), next),
            Said::Other(label) => self.others.insert(label, next),
        };
        next
    }
}

/// The first end that is greater than a number.
fn place(number: Decimal, ends: &[u32]) -> usize {
    ends.iter().position(|end| number < Decimal::from(*end)).unwrap_or(ends.len())
}

impl Label {
    pub fn say(&self, lang: Lang) -> String {
        let people = |amount: u32| number::integer(i128::from(amount), lang);
        match self {
            Label::Text(text) => text.clone(),
            Label::Number(number) => number.to_string(),
            Label::Choice(choice) => choice.say(lang).to_owned(),
            Label::Amount(currency, place) => {
                range(*place, &AMOUNTS, |amount| say_amount(amount.into(), *currency, lang))
            }
            Label::People(place) => range(*place, &PEOPLE, people),
            Label::Other(words) => words.say(lang).to_owned(),
        }
    }

    /// What machines read: of a range its ends, the first within it.
    pub fn data(&self) -> Tree {
        let between = |place: usize, ends: &[u32]| {
            let from = ("from", place.checked_sub(1).map(|before| ends[before]).or(Some(0)));
            let to = ("to", ends.get(place).copied());
            let ends = [from, to].into_iter();
            ends.filter_map(|(key, end)| Some((key.to_owned(), Tree::number(end?)))).collect()
        };
        match self {
            Label::Text(text) => Tree::text(text),
            Label::Number(number) => Tree::number(number),
            Label::Choice(choice) => Tree::text(choice.code),
            Label::Amount(currency, place) => {
                let mut pairs: Vec<(String, Tree)> = between(*place, &AMOUNTS);
                pairs.push(("currency".to_owned(), Tree::text(currency.code())));
                Tree::Map(pairs)
            }
            Label::People(place) => Tree::Map(between(*place, &PEOPLE)),
            Label::Other(words) => Tree::text(&words.en),
        }
    }

    /// What it is ordered by.
    pub fn rank(&self) -> Rank {
        match self {
            Label::Text(text) => Rank::Text(sort_key(text)),
            Label::Number(number) => Rank::Number(*number),
            Label::Choice(choice) => Rank::Number(choice.place.into()),
            Label::Amount(currency, place) => {
                let foreign = if *currency == Currency::EUR { 0 } else { AMOUNTS.len() + 1 };
                Rank::Number((foreign + place).into())
            }
            Label::People(place) => Rank::Number((*place).into()),
            Label::Other(words) => Rank::Text(sort_key(&words.en)),
        }
    }
}

/// A range in words: `5 000 – 10 000`, its first end within it.
fn range(place: usize, ends: &[u32], say: impl Fn(u32) -> String) -> String {
    match (place.checked_sub(1).map(|before| ends[before]), ends.get(place)) {
        (None, _) => say(0),
        (Some(1), Some(to)) => format!("< {}", say(*to)),
        (Some(from), Some(to)) => format!("{} – {}", say(from), say(*to)),
        (Some(from), None) => format!("≥ {}", say(from)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_lies_in_the_range_that_its_first_end_begins() {
        for (amount, en, fr) in [
            (0, "€0", "0\u{a0}€"),
            (1, "< €1,000", "< 1\u{202f}000\u{a0}€"),
            (999, "< €1,000", "< 1\u{202f}000\u{a0}€"),
            (1000, "€1,000 – €5,000", "1\u{202f}000\u{a0}€ – 5\u{202f}000\u{a0}€"),
            (60_000, "≥ €50,000", "≥ 50\u{202f}000\u{a0}€"),
        ] {
            let label = Label::Amount(Currency::EUR, place(amount.into(), &AMOUNTS));
            assert_eq!((label.say(Lang::En).as_str(), label.say(Lang::Fr).as_str()), (en, fr));
        }
    }

    #[test]
    fn names_are_one_whatever_their_accents_or_by_what_was_agreed() {
        let source = crate::text::Source::of(
            "sheet.yaml".to_owned(),
            "vocabulary:\n  tools:\n    - {name: Porte à porte, aliases: [PAP]}\n".to_owned(),
        );
        let (config, _) = crate::config::decode(&source, &[]);
        let grouping = Grouping::of(Key::find("tool").expect("a key"), &config);
        let mut numbers = Vec::new();
        for tools in [["pap", "forum"], ["PORTE A PORTE", "Forum"], ["Porte à porte", "Forum"]] {
            let tools = tools.map(str::to_owned).to_vec();
            numbers.push(grouping.numbers(&Sheet { tools, ..Sheet::default() }));
        }
        let values = grouping.values(numbers.iter().flatten());
        let words: Vec<String> = values.labels.iter().map(|label| label.say(Lang::Fr)).collect();
        assert_eq!(words, ["Porte à porte", "Forum"]);
        for numbers in numbers {
            assert_eq!(values.places(&numbers), [0, 1]);
        }
    }
}

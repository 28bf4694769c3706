//! What sheets are grouped by: the values of a key, each under one name, amounts and numbers of
//! people in ranges, dates by their year.

use std::hash::{Hash, Hasher};

use chrono::Datelike;
use rust_decimal::Decimal;

use crate::lang::fold::{fold_letters, sort_key};
use crate::lang::{Lang, Phrase, number};
use crate::query::key::Key;
use crate::query::sort::Rank;
use crate::settings::{Settings, Vocabulary};
use crate::sheet::Sheet;
use crate::sheet::choice::Chosen;
use crate::sheet::field::Shape;
use crate::sheet::money::{Currency, say_amount};
use crate::sheet::value::Value;
use crate::source::tree::Tree;

/// A key to group by.
pub struct Grouping<'a> {
    pub key: Key,
    /// The names that the collection has agreed on for the values.
    names: Option<&'a Vocabulary>,
}

/// A value under which sheets stand, kept when they are gone. Two texts that differ in accents and
/// capitals alone are one.
#[derive(Clone, Debug)]
pub enum Label {
    Text {
        folded: String,
        written: String,
    },
    Number(Decimal),
    Choice(Chosen),
    /// A range of [`AMOUNTS`], by the end below which it lies.
    Amount(Currency, usize),
    /// A range of [`PEOPLE`], by the end below which it lies.
    People(usize),
    /// Anything else: its words and its data.
    Other(Box<(Phrase, Tree)>),
}

/// Where a range of amounts, or of people, ends and the next begins.
const AMOUNTS: [u32; 6] = [1, 1_000, 5_000, 10_000, 25_000, 50_000];
const PEOPLE: [u32; 6] = [1, 500, 2_000, 10_000, 50_000, 200_000];

impl<'a> Grouping<'a> {
    pub fn of(key: Key, settings: &'a Settings) -> Grouping<'a> {
        let names = match key.name().as_str() {
            "tools" => Some(&settings.tools),
            "team" | "members" => Some(&settings.people),
            _ => None,
        };
        Grouping { key, names: names.filter(|names| !names.is_empty()) }
    }

    /// The values under which a sheet stands, each once; none where it says nothing there.
    pub fn labels(&self, sheet: &Sheet) -> Vec<Label> {
        let mut labels: Vec<Label> = Vec::new();
        for value in self.key.value(sheet).flat() {
            if let Value::Years(first, last) = value {
                labels.extend((first..=last).map(|year| Label::Number(year.into())));
                continue;
            }
            let label = self.label(&value);
            labels.extend(label.filter(|label| !labels.contains(label)));
        }
        labels
    }

    /// Whether a sheet stands under each of its years.
    pub fn is_by_year(&self) -> bool {
        matches!(self.key, Key::Field(field) if field.key == "year")
    }

    fn label(&self, value: &Value) -> Option<Label> {
        let counts = matches!(self.key, Key::Field(field) if matches!(field.shape, Shape::Count));
        Some(match value {
            Value::Missing => return None,
            Value::Text(text) => self.text(text),
            Value::Choice(choice) => Label::Choice(*choice),
            Value::Number(people) if counts => Label::People(place(*people, &PEOPLE)),
            Value::Number(number) => Label::Number(number.normalize()),
            Value::Date(date) => Label::Number(date.first().year().into()),
            Value::Record(record) => match (record.as_cost(), record.members().first()) {
                (Some(cost), _) => Label::Amount(cost.currency, place(cost.amount?, &AMOUNTS)),
                (None, Some((_, Value::Text(name)))) => self.text(name),
                (None, _) => other(value),
            },
            value => other(value),
        })
    }

    fn text(&self, text: &str) -> Label {
        let written = self.names.and_then(|names| names.meaning(text)).unwrap_or(text);
        Label::Text { folded: fold_letters(written), written: written.to_owned() }
    }
}

fn other(value: &Value) -> Label {
    let words = Phrase::new(value.short(Lang::En), value.short(Lang::Fr));
    Label::Other(Box::new((words, value.tree())))
}

/// The first end that is greater than a number.
fn place(number: Decimal, ends: &[u32]) -> usize {
    ends.iter().position(|end| number < Decimal::from(*end)).unwrap_or(ends.len())
}

impl Label {
    pub fn say(&self, lang: Lang) -> String {
        let people = |amount: u32| number::integer(i128::from(amount), lang);
        match self {
            Label::Text { written, .. } => written.clone(),
            Label::Number(number) => number.to_string(),
            Label::Choice(choice) => choice.say(lang).to_owned(),
            Label::Amount(currency, place) => {
                range(*place, &AMOUNTS, |amount| say_amount(amount.into(), *currency, lang))
            }
            Label::People(place) => range(*place, &PEOPLE, people),
            Label::Other(other) => other.0.say(lang).to_owned(),
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
            Label::Text { written, .. } => Tree::text(written),
            Label::Number(number) => Tree::number(number),
            Label::Choice(choice) => Tree::text(choice.code),
            Label::Amount(currency, place) => {
                let mut pairs: Vec<(String, Tree)> = between(*place, &AMOUNTS);
                pairs.push(("currency".to_owned(), Tree::text(currency.code())));
                Tree::Map(pairs)
            }
            Label::People(place) => Tree::Map(between(*place, &PEOPLE)),
            Label::Other(other) => other.1.clone(),
        }
    }

    /// What it is ordered by.
    pub fn rank(&self) -> Rank {
        match self {
            Label::Text { written, .. } => Rank::Text(sort_key(written)),
            Label::Number(number) => Rank::Number(*number),
            Label::Choice(choice) => Rank::Number(choice.place.into()),
            Label::Amount(currency, place) => {
                let foreign = if *currency == Currency::EUR { 0 } else { AMOUNTS.len() + 1 };
                Rank::Number((foreign + place).into())
            }
            Label::People(place) => Rank::Number((*place).into()),
            Label::Other(other) => Rank::Text(sort_key(&other.0.en)),
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

impl PartialEq for Label {
    fn eq(&self, other: &Label) -> bool {
        match (self, other) {
            (Label::Text { folded: one, .. }, Label::Text { folded: other, .. }) => one == other,
            (Label::Number(one), Label::Number(other)) => one == other,
            (Label::Choice(one), Label::Choice(other)) => one == other,
            (Label::Amount(one, place), Label::Amount(other, another)) => {
                one == other && place == another
            }
            (Label::People(one), Label::People(other)) => one == other,
            (Label::Other(one), Label::Other(other)) => one.0.en == other.0.en,
            _ => false,
        }
    }
}

impl Eq for Label {}

impl Hash for Label {
    fn hash<H: Hasher>(&self, state: &mut H) {
        std::mem::discriminant(self).hash(state);
        match self {
            Label::Text { folded, .. } => folded.hash(state),
            Label::Number(number) => number.hash(state),
            Label::Choice(choice) => choice.code.hash(state),
            Label::Amount(currency, place) => (currency.code(), place).hash(state),
            Label::People(place) => place.hash(state),
            Label::Other(other) => other.0.en.hash(state),
        }
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
        let source = crate::source::Source::of(
            "sheet.yaml".to_owned(),
            "vocabulary:\n  tools:\n    - {name: Porte à porte, aliases: [PAP]}\n".to_owned(),
        );
        let (settings, _) = crate::settings::read(&source, &[]);
        let grouping = Grouping::of(Key::find("tool").expect("a key"), &settings);
        let tools = ["pap", "PORTE A PORTE", "Forum", "forum"].map(str::to_owned).to_vec();
        let labels = grouping.labels(&Sheet { tools, ..Sheet::default() });
        let words: Vec<String> = labels.iter().map(|label| label.say(Lang::Fr)).collect();
        assert_eq!(words, ["Porte à porte", "Forum"]);
    }
}

//! The few facts of a sheet that rules across sheets compare: small, for all of them stay.

use std::hash::{DefaultHasher, Hash, Hasher};

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::lang::fold::{fold, fold_letters};
use crate::portfolio::Entry;
use crate::sheet::Sheet;
use crate::sheet::choice::Choice;
use crate::sheet::money::Currency;

/// What is compared of one sheet.
#[derive(Clone, Debug, Default)]
pub struct Fact {
    pub path: String,
    pub id: String,
    pub related: Vec<String>,
    /// The codes that the sheet wants silenced.
    pub ignored: Vec<String>,
    /// Folded.
    pub territory: String,
    /// The first day that it may cover.
    pub first: Option<NaiveDate>,
    pub people: Vec<Named>,
    pub organisations: Vec<Named>,
    pub outlay: Option<Outlay>,
    /// Its long paragraphs, and its lessons.
    pub paragraphs: Vec<Mark>,
    pub lessons: Vec<Mark>,
}

/// A name and its place, `key[index]`.
#[derive(Clone, Debug)]
pub struct Named {
    pub key: &'static str,
    pub index: usize,
    pub name: String,
}

/// What each inhabitant cost; only what has the same currency, tax and basis is compared.
#[derive(Clone, Debug)]
pub struct Outlay {
    pub currency: Currency,
    pub tax: Option<&'static str>,
    pub basis: &'static str,
    pub per_inhabitant: Decimal,
}

/// A text that is the same as another where the hashes are, and its place.
#[derive(Clone, Debug)]
pub struct Mark {
    pub hash: u64,
    pub place: String,
}

/// The shortest paragraph, in characters, that is compared.
const LONG: usize = 80;

/// The fewest words of a lesson that is compared: below, two say the same by chance.
const FEW: usize = 4;

/// The shortest word, in letters, that tells lessons apart.
const LETTERS: usize = 4;

/// The facts of a sheet.
pub fn of(entry: &Entry) -> Fact {
    let sheet = &entry.sheet;
    let named = |key, names: Vec<&String>| {
        let numbered = names.into_iter().enumerate();
        numbered
            .map(move |(index, name)| Named { key, index, name: name.clone() })
            .collect::<Vec<_>>()
    };
    let people = [("team", &sheet.team), ("members", &sheet.members)];
    let organisations = [("commissioners", &sheet.commissioners), ("partners", &sheet.partners)];
    Fact {
        path: entry.source.path.clone(),
        id: sheet.id.clone(),
        related: sheet.related.clone(),
        ignored: sheet.ignore.clone(),
        territory: sheet.territory.name.as_deref().map(fold_letters).unwrap_or_default(),
        first: sheet.dates.period().first(),
        people: people
            .into_iter()
            .flat_map(|(key, people)| named(key, people.iter().map(|one| &one.name).collect()))
            .collect(),
        organisations: organisations
            .into_iter()
            .flat_map(|(key, all)| named(key, all.iter().map(|one| &one.name).collect()))
            .collect(),
        outlay: outlay(sheet),
        paragraphs: paragraphs(sheet),
        lessons: lessons(sheet),
    }
}

fn outlay(sheet: &Sheet) -> Option<Outlay> {
    let cost = &sheet.cost;
    let amount = cost.amount.filter(|amount| *amount > Decimal::ZERO)?;
    let population = sheet.territory.population.filter(|population| *population > 0)?;
    Some(Outlay {
        currency: cost.currency,
        tax: cost.tax.map(|tax| tax.code()),
        basis: cost.basis().code(),
        per_inhabitant: amount / Decimal::from(population),
    })
}

/// One mark for each field that holds long paragraphs, by the first of them.
fn paragraphs(sheet: &Sheet) -> Vec<Mark> {
    let prose = sheet.prose().into_iter().filter(|(place, _)| !place.starts_with("lessons."));
    let marks = prose.filter_map(|(place, text)| {
        let long = |line: &&str| line.len() >= LONG && line.chars().count() >= LONG;
        let paragraph = text.lines().map(str::trim).find(long)?;
        Some(Mark { hash: hash(paragraph), place })
    });
    marks.collect()
}

/// Lessons by the words that they use, whatever the order.
fn lessons(sheet: &Sheet) -> Vec<Mark> {
    let lessons = sheet.lessons.all().filter(|(_, lesson)| lesson.confirmed_in.is_empty());
    let marks = lessons.filter_map(|(place, lesson)| {
        let folded = fold(&lesson.text);
        let long = |word: &&str| word.chars().count() >= LETTERS;
        let mut words: Vec<&str> = folded.split(' ').filter(long).collect();
        words.sort_unstable();
        words.dedup();
        (words.len() >= FEW).then(|| Mark { hash: hash(words), place })
    });
    marks.collect()
}

fn hash(value: impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

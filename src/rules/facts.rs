//! The few facts of a sheet that rules across sheets compare: small, for all of them stay.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::lang::choice::Choice;
use crate::portfolio::Entry;
use crate::rules::name_key::{Name, hash};
use crate::sheet::Sheet;
use crate::sheet::field::Names;
use crate::sheet::fields;
use crate::sheet::lesson_address::{self, LessonName};
use crate::sheet::shape::Shape;
use crate::sheet::texts::texts;
use crate::text::Span;
use crate::text::fold::{composed, letter_runs, name_key};
use crate::value::money::Currency;
use crate::yaml::node::Node;

/// What is compared of one sheet.
#[derive(Clone, Debug)]
pub struct SheetFacts {
    pub path: Arc<str>,
    pub id: Box<str>,
    /// The beginning of the sheet.
    pub top: Span,
    pub related: Box<[NamedSpan]>,
    /// The sheets that confirm or contradict its lessons.
    pub confirming: Box<[NamedSpan]>,
    /// The addresses of the lessons that it applies; the names of its own.
    pub applied: Box<[NamedSpan]>,
    pub named_lessons: Box<[LessonName]>,
    /// The codes that the sheet wants silenced.
    pub ignored: Box<[NamedSpan]>,
    /// The hash of its name, folded.
    pub territory: Option<u64>,
    pub territory_at: Span,
    pub cost_at: Span,
    /// The first day that it may cover.
    pub first: Option<NaiveDate>,
    pub people: Box<[SpelledName]>,
    pub organisations: Box<[SpelledName]>,
    pub cost_per_inhabitant: Option<CostPerInhabitant>,
    /// Its long paragraphs, and its lessons.
    pub paragraphs: Box<[TextHash]>,
    pub lessons: Box<[TextHash]>,
}

/// An id or a code and where it stands.
#[derive(Clone, Debug)]
pub struct NamedSpan {
    pub name: Box<str>,
    pub at: Span,
}

/// The name of a person or an organisation and where it stands.
#[derive(Clone, Debug)]
pub struct SpelledName {
    pub name: Arc<Name>,
    pub at: Span,
}

/// What each inhabitant cost; only what has the same currency, tax and basis is compared.
#[derive(Clone, Debug)]
pub struct CostPerInhabitant {
    pub currency: Currency,
    pub tax: Option<&'static str>,
    pub basis: &'static str,
    pub per_inhabitant: Decimal,
}

/// A text that is the same as another where the hashes are, and where it stands.
#[derive(Clone, Debug)]
pub struct TextHash {
    pub hash: u64,
    pub at: Span,
}

/// The shortest paragraph, in characters, that is compared.
const MIN_PARAGRAPH: usize = 80;

/// The fewest words of a lesson that is compared: below, two say the same by chance.
const MIN_WORDS: usize = 4;

/// The shortest word, in letters, that tells lessons apart.
const MIN_LETTERS: usize = 4;

/// The facts of a sheet.
pub fn of(entry: &Entry) -> SheetFacts {
    let sheet = &entry.sheet;
    let named = |names: Names, name: fn(&str) -> Arc<Name>| -> Box<[SpelledName]> {
        let fields = fields::written().filter(|field| field.more.names == Some(names));
        fields
            .flat_map(|field| {
                let at = item_spans(entry, field.key);
                let texts = texts(sheet, std::iter::once(field)).into_iter().enumerate();
                texts.map(move |(index, text)| SpelledName { name: name(text.text), at: at(index) })
            })
            .collect()
    };
    let territory = sheet.territory.name.as_deref().map(name_key);
    let (named_lessons, lessons) = lessons(entry);
    SheetFacts {
        path: entry.source.path.as_str().into(),
        id: sheet.id.as_str().into(),
        top: entry.node.span_of(""),
        related: written_spans(entry, "related", &sheet.related),
        confirming: confirming(entry),
        applied: written_spans(entry, "applied", &sheet.applied),
        named_lessons,
        ignored: written_spans(entry, "ignore", &sheet.ignore),
        territory: territory.filter(|name| !name.is_empty()).map(hash),
        territory_at: entry.node.span_of("territory.name"),
        cost_at: entry.node.span_of("cost"),
        first: sheet.dates.period().first(),
        people: named(Names::People, Name::of_person),
        organisations: named(Names::Organisations, Name::of_organisation),
        cost_per_inhabitant: cost_per_inhabitant(sheet),
        paragraphs: paragraphs(entry),
        lessons,
    }
}

/// The ids or codes that stand in the list at a key, each with its span.
fn written_spans(entry: &Entry, key: &str, ids: &[String]) -> Box<[NamedSpan]> {
    let at = item_spans(entry, key);
    let ids = ids.iter().enumerate();
    ids.map(|(index, id)| NamedSpan { name: composed(id).into(), at: at(index) }).collect()
}

/// Where the items of the list at a key stand: it is looked for once, among however many keys.
fn item_spans<'e>(entry: &'e Entry, key: &'e str) -> impl Fn(usize) -> Span + 'e {
    let list = entry.node.at(key).filter(|node| !node.items().is_empty());
    move |index| match list {
        Some(list) => list.items().get(index).map_or(list.span, Node::item_span),
        None => entry.node.span_of(&format!("{key}[{index}]")),
    }
}

/// The names in a list of those sheets that have any, by the index of the sheet.
pub(super) fn names_by_sheet<'f>(
    sheets: &[&'f SheetFacts],
    list: fn(&SheetFacts) -> &[NamedSpan],
) -> HashMap<usize, HashSet<&'f str>> {
    let lists = sheets.iter().map(|facts| list(facts)).enumerate();
    let lists = lists.filter(|(_, list)| !list.is_empty());
    lists.map(|(index, list)| (index, list.iter().map(|one| &*one.name).collect())).collect()
}

impl SheetFacts {
    /// The sheets that it names, in whichever of its fields, by their ids.
    pub fn references(&self) -> impl Iterator<Item = (&str, Span)> {
        let named = self.related.iter().chain(&self.confirming).chain(&self.applied);
        named.map(|named| (lesson_address::split(&named.name).0, named.at))
    }

    /// Whether the sheet names another as related.
    pub fn names(&self, other: &SheetFacts) -> bool {
        self.related.iter().any(|related| *related.name == *other.id)
    }
}

/// The ids under the lessons, each with its span.
fn confirming(entry: &Entry) -> Box<[NamedSpan]> {
    let mut all = Vec::new();
    for (key, index, lesson) in entry.sheet.lessons.each() {
        let lists =
            [("confirmed-in", &lesson.confirmed_in), ("contradicted-in", &lesson.contradicted_in)];
        for (part, ids) in lists.into_iter().filter(|(_, ids)| !ids.is_empty()) {
            all.extend(written_spans(entry, &format!("{key}[{index}].{part}"), ids));
        }
    }
    all.into()
}

fn cost_per_inhabitant(sheet: &Sheet) -> Option<CostPerInhabitant> {
    let cost = sheet.known_cost()?;
    let amount = cost.amount.filter(|amount| *amount > Decimal::ZERO)?;
    let population = sheet.territory.population.filter(|population| *population > 0)?;
    Some(CostPerInhabitant {
        currency: cost.currency,
        tax: cost.tax.map(|tax| tax.code()),
        basis: cost.basis().code(),
        per_inhabitant: amount / Decimal::from(population),
    })
}

/// One mark for each field that holds long paragraphs, by the first of them.
fn paragraphs(entry: &Entry) -> Box<[TextHash]> {
    let prose = fields::written().filter(|field| matches!(field.shape, Shape::Prose));
    let texts = texts(&entry.sheet, prose);
    let marks = texts.iter().filter_map(|text| {
        let long =
            |line: &&str| line.len() >= MIN_PARAGRAPH && line.chars().count() >= MIN_PARAGRAPH;
        let paragraph = text.text.lines().map(str::trim).find(long)?;
        Some(TextHash { hash: hash(paragraph), at: entry.node.span_of(text.field.key) })
    });
    marks.collect()
}

/// The lessons by their names; those that nothing confirms by the words that they use, whatever the
/// order.
fn lessons(entry: &Entry) -> (Box<[LessonName]>, Box<[TextHash]>) {
    let count = entry.sheet.lessons.each().count();
    let (mut names, mut marks) = (Vec::with_capacity(count), Vec::with_capacity(count));
    for (key, index, lesson) in entry.sheet.lessons.each() {
        let folded = name_key(&lesson.text);
        let mut words: Vec<&str> = letter_runs(&folded).collect();
        // `concat` takes several times as long for so many short words.
        let mut letters = String::with_capacity(folded.len());
        letters.extend(words.iter().copied());
        names.extend(LessonName::of(key, index, &letters));
        words.retain(|word| word.len() >= MIN_LETTERS);
        words.sort_unstable();
        words.dedup();
        if words.len() >= MIN_WORDS && lesson.confirmed_in.is_empty() {
            letters.clear();
            words.iter().for_each(|word| letters.extend([word, " "]));
            marks.push(TextHash { hash: hash(letters), at: entry.node.span_of_item(key, index) });
        }
    }
    (names.into(), marks.into())
}

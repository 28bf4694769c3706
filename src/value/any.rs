//! What any field can be, whatever its type: the common ground of tables, questions and formats.

use chrono::Datelike;
use rust_decimal::Decimal;

use crate::lang::choice::ChoiceValue;
use crate::lang::{Lang, number, phrase, text};
use crate::tree::{self, Tree};
use crate::value::date::Date;
use crate::value::duration::Duration;
use crate::value::money::Cost;
use crate::value::period::Period;

/// The value of a field of one sheet.
#[derive(Clone)]
pub enum Value<'a> {
    Missing,
    Text(&'a str),
    /// A code or an id, which is one whole.
    Code(&'a str),
    Choice(ChoiceValue),
    Number(Decimal),
    /// Yes; what is no is missing.
    Flag,
    Date(Date),
    Duration(Duration),
    /// Every year from the first to the last.
    Years(i32, i32),
    /// Money, which is compared by laws of its own.
    Cost(&'a Cost),
    List(Vec<Value<'a>>),
    /// A value with members: a person, a lesson.
    Record(&'a dyn Record),
    /// A mapping of the user's own.
    Map(Vec<(&'a str, Value<'a>)>),
}

/// A value that has members.
pub trait Record {
    /// Every member in canonical order; what is missing is [`Value::Missing`].
    fn members(&self) -> Vec<(&'static str, Value<'_>)>;

    /// The members of the user's own.
    fn own(&self) -> &[(String, Tree)] {
        &[]
    }

    /// The shortest words that name it: those of a table's cell.
    fn summary(&self, lang: Lang) -> String;

    /// All that it says: the words of a whole page.
    fn details(&self, lang: Lang) -> String {
        self.summary(lang)
    }

    /// What it is ordered by, where that is a number that its members make together.
    fn measure(&self) -> Option<Decimal> {
        None
    }

    /// Its name or its text, where it has no other member.
    fn only_text(&self) -> Option<&str> {
        None
    }

    /// The one text that stands for the whole in a file, where it has no other member.
    fn as_plain_text(&self) -> Option<&str> {
        self.only_text().filter(|text| self.is_read_from(text))
    }

    /// Whether a text alone is read as just this.
    fn is_read_from(&self, _text: &str) -> bool {
        true
    }

    /// What somebody says in it, or the name that it is.
    fn statement(&self) -> Option<Statement<'_>> {
        None
    }
}

/// What somebody says, in which case it holds, and what to do then.
pub struct Statement<'a> {
    pub text: &'a str,
    pub author: Option<&'a str>,
    pub when: Option<&'a str>,
    pub action: Option<&'a str>,
}

impl<'a> Statement<'a> {
    /// A text that nobody in particular says.
    pub fn of(text: &'a str) -> Statement<'a> {
        Statement { text, author: None, when: None, action: None }
    }
}

impl<'a> Value<'a> {
    pub fn text(text: &'a Option<String>) -> Value<'a> {
        text.as_deref().map_or(Value::Missing, Value::Text)
    }

    pub fn code(code: &'a Option<String>) -> Value<'a> {
        code.as_deref().map_or(Value::Missing, Value::Code)
    }

    pub fn codes(codes: &'a [String]) -> Value<'a> {
        Value::list(codes.iter().map(|code| Value::Code(code)))
    }

    pub fn number(number: Option<impl Into<Decimal>>) -> Value<'a> {
        number.map_or(Value::Missing, |number| Value::Number(number.into()))
    }

    pub fn date(date: Option<Date>) -> Value<'a> {
        date.map_or(Value::Missing, Value::Date)
    }

    pub fn duration(duration: Option<Duration>) -> Value<'a> {
        duration.map_or(Value::Missing, Value::Duration)
    }

    /// Every year that a period touches.
    pub fn years(period: Period) -> Value<'a> {
        let years = period.first().zip(period.last());
        years.map_or(Value::Missing, |(first, last)| Value::Years(first.year(), last.year()))
    }

    pub fn choice(choice: Option<impl crate::lang::choice::Choice>) -> Value<'a> {
        choice.map_or(Value::Missing, |choice| Value::Choice(ChoiceValue::of(choice)))
    }

    pub fn texts(texts: &'a [String]) -> Value<'a> {
        Value::list(texts.iter().map(|text| Value::Text(text)))
    }

    pub fn records<R: Record>(records: &'a [R]) -> Value<'a> {
        Value::list(records.iter().map(|record| Value::Record(record)))
    }

    /// A list; missing where it is empty.
    pub fn list(items: impl Iterator<Item = Value<'a>>) -> Value<'a> {
        let items: Vec<Value> = items.collect();
        if items.is_empty() { Value::Missing } else { Value::List(items) }
    }

    /// A record; missing where all its members are.
    pub fn record(record: &'a impl Record) -> Value<'a> {
        if record.members().iter().all(|(_, value)| value.is_missing()) {
            Value::Missing
        } else {
            Value::Record(record)
        }
    }

    /// What a project cost; missing where nothing is said of it.
    pub fn cost(cost: &'a Cost) -> Value<'a> {
        if Value::record(cost).is_missing() { Value::Missing } else { Value::Cost(cost) }
    }

    /// A value of the user's own, of any shape.
    pub fn of_tree(tree: &'a Tree) -> Value<'a> {
        match tree {
            Tree::Missing => Value::Missing,
            Tree::Text { text, plain } => match tree::number(text).filter(|_| *plain) {
                Some(number) => Value::Number(number),
                None => Value::Text(text),
            },
            Tree::List(items) => Value::list(items.iter().map(Value::of_tree)),
            Tree::Map(pairs) => Value::Map(
                pairs.iter().map(|(key, value)| (key.as_str(), Value::of_tree(value))).collect(),
            ),
        }
    }

    pub fn is_missing(&self) -> bool {
        matches!(self, Value::Missing)
    }

    /// The member at a dotted path; of a list, that of each item.
    pub fn at(&self, path: &str) -> Value<'a> {
        let (key, rest) = match path.split_once('.') {
            Some((key, rest)) => (key, Some(rest)),
            None => (path, None),
        };
        let member = match self {
            Value::List(items) => {
                return Value::list(items.iter().flat_map(|item| item.at(path).flat()));
            }
            Value::Cost(cost) => find(members(*cost), key),
            Value::Record(record) => find(members(*record), key),
            Value::Map(pairs) => find(pairs.clone(), key),
            _ => Value::Missing,
        };
        match rest {
            Some(rest) => member.at(rest),
            None => member,
        }
    }

    /// The single values: the items of a list, nothing for a missing value, else the value.
    pub fn flat(self) -> Vec<Value<'a>> {
        match self {
            Value::Missing => Vec::new(),
            Value::List(items) => items,
            value => vec![value],
        }
    }

    /// The shortest words for people.
    pub fn summary(&self, lang: Lang) -> String {
        self.words(lang, &|record| record.summary(lang), ", ")
    }

    /// All the words for people; the items of a list stand on a line each.
    pub fn details(&self, lang: Lang) -> String {
        self.words(lang, &|record| record.details(lang), "\n")
    }

    /// All the words of each of its values, their paragraphs on a line each.
    pub fn items(&self, lang: Lang) -> Vec<String> {
        let paragraphs = |item: Value| {
            let words = item.details(lang);
            let lines = words.lines().map(str::trim).filter(|line| !line.is_empty());
            lines.collect::<Vec<_>>().join("\n")
        };
        self.clone().flat().into_iter().map(paragraphs).collect()
    }

    /// All the words on one line; the items of a list are counted and stand apart:
    /// `2 : Habitat 74 · CAF`.
    pub fn echo(&self, lang: Lang) -> String {
        let words = self.words(lang, &|record| record.details(lang), " · ").replace('\n', " · ");
        match self {
            Value::List(items) if items.len() > 1 => phrase!(
                "{count}: {words}",
                "{count} : {words}",
                count = items.len().to_string(),
                words
            )
            .get(lang)
            .to_owned(),
            _ => words,
        }
    }

    fn words(&self, lang: Lang, record: &dyn Fn(&dyn Record) -> String, between: &str) -> String {
        match self {
            Value::Missing => String::new(),
            Value::Text(text) | Value::Code(text) => (*text).to_owned(),
            Value::Choice(choice) => choice.get(lang).to_owned(),
            Value::Number(amount) => number::decimal(&amount.to_string(), lang),
            Value::Flag => text!("yes", "oui").get(lang).to_owned(),
            Value::Date(date) => date.format(lang),
            Value::Duration(duration) => duration.format(lang),
            Value::Years(first, last) if first == last => first.to_string(),
            Value::Years(first, last) => format!("{first}–{last}"),
            Value::List(items) => {
                let words = items.iter().map(|item| on_one_line(item.words(lang, record, ", ")));
                words.collect::<Vec<_>>().join(between)
            }
            Value::Cost(cost) => record(*cost),
            Value::Record(value) => record(*value),
            Value::Map(pairs) => {
                let words = pairs
                    .iter()
                    .map(|(key, value)| format!("{key}: {}", value.words(lang, record, ", ")));
                words.collect::<Vec<_>>().join(between)
            }
        }
    }

    /// The value for machines: codes, ISO dates, plain numbers, records with all their members.
    pub fn tree(&self) -> Tree {
        self.as_tree(&|_| None)
    }

    /// The value as a sheet writes it: a record that is nothing but its name is written as text.
    pub fn written(&self) -> Tree {
        self.as_tree(&|record| record.as_plain_text().map(Tree::text))
    }

    fn as_tree(&self, bare: &dyn Fn(&dyn Record) -> Option<Tree>) -> Tree {
        let map = |pairs: &[(&str, Value)]| {
            let there = pairs.iter().filter(|(_, value)| !value.is_missing());
            Tree::Map(there.map(|(key, value)| ((*key).to_owned(), value.as_tree(bare))).collect())
        };
        match self {
            Value::Missing => Tree::Missing,
            Value::Text(text) | Value::Code(text) => Tree::text(*text),
            Value::Choice(choice) => Tree::text(choice.code),
            Value::Number(number) => Tree::number(number),
            Value::Flag => Tree::Text { text: "true".to_owned(), plain: true },
            Value::Date(date) => Tree::text(date.to_string()),
            Value::Duration(duration) => Tree::text(duration.to_string()),
            Value::Years(first, last) => Tree::List((*first..=*last).map(Tree::number).collect()),
            Value::List(items) => Tree::List(items.iter().map(|item| item.as_tree(bare)).collect()),
            Value::Cost(cost) => map(&members(*cost)),
            Value::Record(record) => bare(*record).unwrap_or_else(|| map(&members(*record))),
            Value::Map(pairs) => map(pairs),
        }
    }
}

/// A text of several lines as one item of a list, which ends where its line does.
fn on_one_line(text: String) -> String {
    if !text.contains('\n') {
        return text;
    }
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join(" ")
}

/// Every member of a record, the user's own behind the others.
pub fn members<'a>(record: &'a dyn Record) -> Vec<(&'a str, Value<'a>)> {
    let own = record.own().iter().map(|(key, tree)| (key.as_str(), Value::of_tree(tree)));
    record.members().into_iter().chain(own).collect()
}

fn find<'a>(members: Vec<(&str, Value<'a>)>, key: &str) -> Value<'a> {
    let member = members.into_iter().find(|(name, _)| *name == key);
    member.map_or(Value::Missing, |(_, value)| value)
}

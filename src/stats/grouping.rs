//! What sheets are grouped by: the values of a key, each under one name, amounts and numbers of
//! people in ranges, dates by their year.

use std::cmp::Reverse;
use std::sync::{PoisonError, RwLock};

use chrono::Datelike;

use crate::config::{Config, Vocabulary};
use crate::lang::Phrase;
use crate::sheet::Sheet;
use crate::sheet::field::Field;
use crate::sheet::key::Key;
use crate::sheet::shape::Shape;
use crate::stats::group_value::{AMOUNTS, GroupValue, place};
use crate::text::fold::name_key;
use crate::text::hash::{HashMap, HashSet};
use crate::value::any::Value;

/// A key to group by, and every value that was seen under it: sheets keep the ids of theirs.
pub struct Grouping<'a> {
    pub key: Key,
    /// The names that the collection has agreed on for the values.
    names: Option<&'a Vocabulary>,
    seen: RwLock<Interner>,
}

/// The values that were seen, each with its id.
#[derive(Debug, Default)]
struct Interner {
    texts: HashMap<String, u32>,
    others: HashMap<GroupValue, u32>,
}

/// The values of a key when all sheets were seen. Texts that differ in accents and capitals alone
/// are one, written as most sheets write it.
#[derive(Debug)]
pub struct Values {
    pub labels: Vec<GroupValue>,
    /// The place among the labels of each id.
    places: Vec<usize>,
}

impl Values {
    /// The places of values by their ids, each once.
    pub fn places(&self, ids: &[u32]) -> Vec<usize> {
        let mut seen = HashSet::default();
        let places = ids.iter().map(|id| self.places[*id as usize]);
        places.filter(|place| seen.insert(*place)).collect()
    }
}

/// A value before it has its id.
enum Seen<'a> {
    Text(&'a str),
    Other(GroupValue),
}

impl<'a> Grouping<'a> {
    pub fn of(key: Key, config: &'a Config) -> Grouping<'a> {
        let names = match &key {
            Key::Field(field) => field.more.names.and_then(|names| config.vocabulary(names)),
            Key::Member(..) | Key::Count(_) | Key::Group(_) | Key::Own(_) => None,
        };
        Grouping { key, names, seen: RwLock::default() }
    }

    /// The ids of the values under which a sheet stands; none where it says nothing there.
    pub fn value_ids(&self, sheet: &Sheet) -> Vec<u32> {
        let mut values = Vec::new();
        for value in self.key.value(sheet).flat() {
            match value {
                Value::Years(first, last) => {
                    let years = (first..=last).map(|year| GroupValue::Number(year.into()));
                    values.extend(years.map(Seen::Other));
                }
                value => values.extend(self.value_of(&value)),
            }
        }
        let seen = self.seen.read().unwrap_or_else(PoisonError::into_inner);
        let known: Option<Vec<u32>> = values.iter().map(|value| seen.id(value)).collect();
        drop(seen);
        known.unwrap_or_else(|| {
            let mut seen = self.seen.write().unwrap_or_else(PoisonError::into_inner);
            values.into_iter().map(|value| seen.add(value)).collect()
        })
    }

    /// Whether a sheet stands under each of its years.
    pub fn is_by_year(&self) -> bool {
        matches!(self.key, Key::Field(field) if matches!(field.shape, Shape::Years))
    }

    /// The values, once every sheet was asked for its `value_ids`.
    pub fn values<'n>(&self, ids: impl Iterator<Item = &'n u32>) -> Values {
        let seen = self.seen.read().unwrap_or_else(PoisonError::into_inner);
        let texts = seen.texts.iter().map(|(text, id)| (*id, GroupValue::Text(text.clone())));
        let others = seen.others.iter().map(|(label, id)| (*id, label.clone()));
        let mut labels: Vec<(u32, GroupValue)> = texts.chain(others).collect();
        let mut used = vec![0_usize; labels.len()];
        ids.for_each(|id| used[*id as usize] += 1);
        labels.sort_by_cached_key(|(id, label)| (Reverse(used[*id as usize]), label.rank()));
        let mut values = Values { labels: Vec::new(), places: vec![0; labels.len()] };
        let mut known: HashMap<String, usize> = HashMap::default();
        for (id, label) in labels {
            let place = match &label {
                GroupValue::Text(text) => {
                    *known.entry(name_key(text)).or_insert(values.labels.len())
                }
                _ => values.labels.len(),
            };
            values.places[id as usize] = place;
            values.labels.extend(Some(label).filter(|_| place == values.labels.len()));
        }
        values
    }

    fn value_of<'s>(&'s self, value: &Value<'s>) -> Option<Seen<'s>> {
        let unit = match self.key {
            Key::Field(Field { shape: Shape::Count(unit), .. }) if !unit.ranges.is_empty() => {
                Some(*unit)
            }
            _ => None,
        };
        Some(Seen::Other(match value {
            Value::Missing => return None,
            Value::Text(text) | Value::Code(text) => return Some(self.text(text)),
            Value::Choice(choice) => GroupValue::Choice(*choice),
            Value::Number(number) => match unit {
                Some(unit) => GroupValue::Count(unit, place(*number, unit.ranges)),
                None => GroupValue::Number(number.normalize()),
            },
            Value::Date(date) => GroupValue::Number(date.first().year().into()),
            Value::Cost(cost) => GroupValue::Amount(cost.currency, place(cost.amount?, &AMOUNTS)),
            Value::Record(record) => match record.members().first() {
                Some((_, Value::Text(name))) => return Some(self.text(name)),
                _ => GroupValue::Other(Phrase::per_lang(|lang| value.summary(lang))),
            },
            value => GroupValue::Other(Phrase::per_lang(|lang| value.summary(lang))),
        }))
    }

    fn text<'s>(&'s self, text: &'s str) -> Seen<'s> {
        Seen::Text(self.names.and_then(|names| names.canonical_name(text)).unwrap_or(text))
    }
}

impl Interner {
    fn id(&self, value: &Seen) -> Option<u32> {
        match value {
            Seen::Text(text) => self.texts.get(*text).copied(),
            Seen::Other(label) => self.others.get(label).copied(),
        }
    }

    fn add(&mut self, value: Seen) -> u32 {
        if let Some(id) = self.id(&value) {
            return id;
        }
        let next = (self.texts.len() + self.others.len()) as u32;
        match value {
            Seen::Text(text) => self.texts.insert(text.to_owned(), next),
            Seen::Other(label) => self.others.insert(label, next),
        };
        next
    }
}

#[cfg(test)]
mod tests {
    use crate::lang::Lang;

    use super::*;

    #[test]
    fn names_are_one_whatever_their_accents_or_by_what_was_agreed() {
        let source = crate::text::Source::of(
            "sheet.yaml".to_owned(),
            "vocabulary:\n  tools:\n    - {name: Porte à porte, aliases: [PAP]}\n".to_owned(),
        );
        let (config, _) = crate::config::decode(&source, &[]);
        let grouping = Grouping::of(Key::find("tool").expect("a key"), &config);
        let mut ids = Vec::new();
        for tools in [["pap", "forum"], ["PORTE A PORTE", "Forum"], ["Porte à porte", "Forum"]] {
            let tools = tools.map(str::to_owned).to_vec();
            ids.push(grouping.value_ids(&Sheet { tools, ..Sheet::default() }));
        }
        let values = grouping.values(ids.iter().flatten());
        let words: Vec<String> = values.labels.iter().map(|label| label.get(Lang::Fr)).collect();
        assert_eq!(words, ["Porte à porte", "Forum"]);
        for ids in ids {
            assert_eq!(values.places(&ids), [0, 1]);
        }
    }
}

//! The canonical form of a sheet: which values are written otherwise than the tool writes them.

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::lang::{Phrase, phrase};
use crate::sheet::field::Field;
use crate::sheet::fields;
use crate::sheet::known::KnownBySort;
use crate::sheet::shape::Shape;
use crate::sheet::{Sheet, decode};
use crate::tree::{Change, Tree};
use crate::value::any::{Record, Value};
use crate::value::date;
use crate::yaml::node::{Content, Node};

/// A value that is not in its canonical form.
#[derive(Clone, Debug, PartialEq)]
pub struct Deviation {
    /// The path of the value.
    pub key: String,
    pub written: Tree,
    /// What brings it to its canonical form, or why it is left as it is written.
    pub change: Result<Change, SkipReason>,
}

/// Why a value is left as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SkipReason {
    /// It could not be read, or not to its last word.
    Unread,
    /// It was read in the likeliest way: which one is meant, its writer must say.
    Uncertain,
}

impl SkipReason {
    /// The words for it.
    pub fn words(self) -> Phrase {
        match self {
            SkipReason::Unread => phrase!("not understood", "pas compris"),
            SkipReason::Uncertain => phrase!("uncertain", "incertain"),
        }
    }
}

/// The paths of a sheet that are left as they are written, and those above them.
#[derive(Debug)]
pub struct FormatSkips<'s>(HashMap<&'s str, SkipReason>);

impl<'s> FormatSkips<'s> {
    pub fn of(sheet: &'s Sheet) -> FormatSkips<'s> {
        let uncertain = sheet.uncertain.iter().map(|path| (path.as_str(), SkipReason::Uncertain));
        // What could not be read is the graver reason, and so comes last.
        let unread = sheet.unread.iter().map(|unread| (unread.key.as_str(), SkipReason::Unread));
        let mut left = HashMap::new();
        for (path, why) in uncertain.chain(unread) {
            left.insert(path, why);
            let above = path.match_indices(['.', '[']).map(|(at, _)| &path[..at]);
            left.extend(above.map(|above| (above, why)));
        }
        FormatSkips(left)
    }

    /// Why the value at a path must be left as it is written, if it must.
    pub fn why(&self, path: &str) -> Option<SkipReason> {
        self.0.get(path).copied()
    }
}

/// Every value of a sheet that is not in its canonical form.
pub fn deviations(node: &Node, sheet: &Sheet, known: &KnownBySort) -> Vec<Deviation> {
    let left = &FormatSkips::of(sheet);
    let mut deviations = Vec::new();
    for field in fields::written() {
        let Some(written) = node.at(field.key) else {
            continue;
        };
        if written.is_missing() || is_text_as_written(field.shape, &written.content) {
            continue;
        }
        let stored = field.stored(sheet);
        if left.0.is_empty() && is_canonical(written, &stored) {
            continue;
        }
        let canonical = stored.written();
        match (field.shape, &written.content) {
            (shape, Content::Map(_)) if shape.is_record() => {
                members(field, written, canonical, left, &mut deviations);
            }
            (shape, Content::List(items)) if shape.is_list() => {
                deviations.extend(list(field, items, canonical, left, known));
            }
            _ => deviations.extend(whole(field.key, written.to_tree(), canonical, left)),
        }
    }
    deviations
}

/// Whether a value is written as the tool writes it: seen without building its tree, which few
/// values need.
fn is_canonical(written: &Node, value: &Value) -> bool {
    match (&written.content, value) {
        (Content::Scalar { text, .. }, value) => match value {
            Value::Text(canonical) => text.trim() == *canonical,
            Value::Choice(choice) => text.trim() == choice.code,
            Value::Number(number) => is_digits(text) || text.trim() == number.to_string(),
            Value::Date(date) => date::is_day(text) || text.trim() == date.to_string(),
            Value::Duration(duration) => text.trim() == duration.to_string(),
            // It was read from this very text.
            Value::Record(record) => record.only_text() == Some(text.trim()),
            _ => false,
        },
        (Content::List(items), Value::List(values)) => {
            items.len() == values.len()
                && items.iter().zip(values).all(|(item, value)| is_canonical(item, value))
        }
        (Content::Map(_), Value::Cost(cost)) => has_members(written, *cost),
        (Content::Map(_), Value::Record(record)) => has_members(written, *record),
        _ => false,
    }
}

/// Whether a text is nothing but the digits of a number, which was read from it.
fn is_digits(text: &str) -> bool {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    digits && (text.len() == 1 || !text.starts_with('0'))
}

/// Whether a mapping has the members of a record, and no other.
fn has_members(written: &Node, record: &dyn Record) -> bool {
    let members = record.members();
    let there = members.iter().filter(|(_, value)| !value.is_missing());
    let mut same = there.clone().map(|(key, value)| match written.pair(key) {
        Some(pair) => is_canonical(&pair.value, value),
        None => false,
    });
    record.own().is_empty() && written.pairs().len() == there.count() && same.all(|same| same)
}

/// A value that changes as a whole.
fn whole(key: &str, written: Tree, canonical: Tree, left: &FormatSkips) -> Option<Deviation> {
    let left = left.why(key);
    if canonical == Tree::Missing && left.is_none() || says_the_same(&written, &canonical) {
        return None;
    }
    let change = left.map_or(Ok(Change::Set(canonical)), Err);
    Some(Deviation { key: key.to_owned(), written, change })
}

/// Each member of a record that is written as a mapping, by itself.
fn members(
    field: &Field,
    written: &Node,
    canonical: Tree,
    left: &FormatSkips,
    deviations: &mut Vec<Deviation>,
) {
    let Tree::Map(canonical) = canonical else {
        return;
    };
    for (key, value) in canonical {
        if let Some(pair) = written.pair(&key) {
            let path = format!("{}.{key}", field.key);
            deviations.extend(whole(&path, pair.value.to_tree(), value, left));
        }
    }
}

/// The items of a list that change; those that are not certain are left, each by itself.
fn list(
    field: &Field,
    items: &[Node],
    canonical: Tree,
    left: &FormatSkips,
    known: &KnownBySort,
) -> Vec<Deviation> {
    let key = field.key;
    let whole = match canonical {
        Tree::List(values) => values,
        _ => Vec::new(),
    };
    let there = || items.iter().enumerate().filter(|(_, item)| !item.is_missing());
    let certain = left.why(key).is_none();
    let apart: Vec<Vec<Tree>> = if certain && there().count() == whole.len() {
        whole.iter().map(|value| vec![value.clone()]).collect()
    } else {
        there().map(|(_, item)| alone(field, item, known)).collect()
    };
    let mut changed = Vec::new();
    let mut deviations = Vec::new();
    let mut split = false;
    for ((index, item), values) in there().zip(apart) {
        let path = format!("{key}[{index}]");
        let written = item.to_tree();
        match (left.why(&path), values.as_slice()) {
            (Some(why), _) => {
                deviations.push(Deviation { key: path, written, change: Err(why) });
            }
            (None, [value]) if says_the_same(&written, value) => {}
            (None, [value]) => changed.push((index, value.clone())),
            (None, _) => split = true,
        }
    }
    let change = match (split, certain) {
        // One item holds several: the list is written anew, if all of it is certain.
        (true, true) => Change::Set(Tree::List(whole)),
        _ if changed.is_empty() => return deviations,
        _ => Change::Items(changed),
    };
    let written = Tree::List(items.iter().map(Node::to_tree).collect());
    deviations.push(Deviation { key: key.to_owned(), written, change: Ok(change) });
    deviations
}

/// Which item of a list, as it is written, gives each of its values; `None` where one gives several,
/// or where the list is written in another form.
pub fn places_of_values(field: &Field, node: &Node, known: &KnownBySort) -> Option<Vec<usize>> {
    let Content::List(items) = &node.at(field.key)?.content else {
        return None;
    };
    let mut places = Vec::new();
    for (at, item) in items.iter().enumerate().filter(|(_, item)| !item.is_missing()) {
        match alone(field, item, known).len() {
            0 => {}
            1 => places.push(at),
            _ => return None,
        }
    }
    Some(places)
}

/// The values that an item gives by itself.
fn alone(field: &Field, item: &Node, known: &KnownBySort) -> Vec<Tree> {
    let list = Node { span: item.span, content: Content::List(vec![item.clone()].into()) };
    let node = Node::nested(field.key, list);
    let read = decode::decode_knowing("", &node, NaiveDate::default(), known);
    match (field.get)(&read.sheet).written() {
        Tree::List(values) => values,
        _ => Vec::new(),
    }
}

/// Whether a path is another one, or lies below it.
pub fn is_below(path: &str, above: &str) -> bool {
    path.strip_prefix(above).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
}

/// Whether a value is text where text is due: that has no other form.
fn is_text_as_written(shape: Shape, content: &Content) -> bool {
    matches!(shape, Shape::Line | Shape::Prose | Shape::Code(_))
        && matches!(content, Content::Scalar { .. })
}

/// Whether two values are the same text, list or mapping; quotation marks make no difference.
fn says_the_same(one: &Tree, other: &Tree) -> bool {
    match (one, other) {
        (Tree::Text { text: one, .. }, Tree::Text { text: other, .. }) => one.trim() == other,
        (Tree::List(one), Tree::List(other)) => {
            one.len() == other.len()
                && one.iter().zip(other).all(|(one, other)| says_the_same(one, other))
        }
        (Tree::Map(one), Tree::Map(other)) => {
            let there =
                |(key, value): &(String, Tree)| match one.iter().find(|(name, _)| name == key) {
                    Some((_, old)) => says_the_same(old, value),
                    None => false,
                };
            let stated = one.iter().filter(|(_, value)| *value != Tree::Missing);
            stated.count() == other.len() && other.iter().all(there)
        }
        // A mapping that is nothing but its name is as good as the name alone.
        (Tree::Map(pairs), text @ Tree::Text { .. })
        | (text @ Tree::Text { .. }, Tree::Map(pairs)) => match pairs.as_slice() {
            [(_, only)] => says_the_same(only, text),
            _ => false,
        },
        _ => one == other,
    }
}

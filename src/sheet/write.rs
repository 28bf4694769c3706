//! [`Sheet`] → the YAML text of a new file, in canonical order.
//!
//! This is the door of the YAML writer. It is `serde_yaml` by name and `serde-saphyr` by crate,
//! because that one quotes what YAML 1.1 readers would take for a date, a number or a yes.

use std::cell::RefCell;

use anyhow::Result;
use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};
use serde_yaml::{LitStr, SerializerOptions};

use crate::sheet::Sheet;
use crate::sheet::canonical::is_below;
use crate::sheet::field::Field;
use crate::sheet::fields;
use crate::sheet::model::Unread;
use crate::tree::{self, Tree};
use crate::value::any::Value;

/// Writes a sheet: its fields in the order of the table, what could not be read at the place
/// where it was written, `extra` and the user's own keys after them. What is derived is not
/// written, and no key stands twice.
///
/// # Errors
/// Where the YAML writer refuses a text.
pub fn write(sheet: &Sheet) -> Result<String> {
    let mut top = Vec::new();
    for field in fields::written() {
        put(&mut top, field.key, whole(field, sheet));
    }
    let unknown = sheet
        .unread
        .iter()
        .filter(|unread| !fields::written().any(|field| is_below(&unread.key, field.key)));
    for Unread { key, value } in unknown {
        put(&mut top, key, value.clone());
    }
    put(&mut top, "extra", Value::Map(pairs(&sheet.extra)).tree());
    for (key, value) in &sheet.own {
        match key.split_once('.').filter(|_| !key.starts_with("x-")) {
            // A group holds it; a dot within its own name leads nowhere.
            Some((group, own)) => {
                put(&mut top, group, Tree::Map(vec![(own.to_owned(), value.clone())]));
            }
            None => top.push((key.clone(), value.clone())),
        }
    }
    Ok(yaml(&Tree::Map(top))?)
}

/// All that is written for a field: its value, and what of it could not be read.
pub fn whole(field: &Field, sheet: &Sheet) -> Tree {
    let value = field.stored(sheet);
    let unread = |unread: &&Unread| is_below(&unread.key, field.key);
    let unread: Vec<&Unread> = sheet.unread.iter().filter(unread).collect();
    let mut tree = value.written();
    for Unread { key, value: lost } in &unread {
        let rest = &key[field.key.len()..];
        match rest.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
            None if rest.is_empty() => tree = joined(tree, lost.clone()),
            None => tree = with(tree, rest.trim_start_matches('.'), lost),
            Some((_, "")) => tree = joined(tree, Tree::List(vec![lost.clone()])),
            Some((index, member)) => {
                // Items that are no values stand before it in the file alone.
                let place = number(index).map(|at| {
                    at - unread
                        .iter()
                        .filter(|other| {
                            let rest = &other.key[field.key.len()..];
                            let item =
                                rest.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
                            item.and_then(number).is_some_and(|other| Some(other) < number(index))
                        })
                        .count()
                });
                let member = member.trim_start_matches('.');
                let item = place.and_then(|at| value.clone().flat().into_iter().nth(at));
                let slot = match &mut tree {
                    Tree::List(items) => place.and_then(|at| items.get_mut(at)),
                    _ => None,
                };
                match (slot, item) {
                    (Some(slot), Some(item)) => {
                        let whole =
                            if matches!(slot, Tree::Map(_)) { slot.clone() } else { item.tree() };
                        *slot = with(whole, member, lost);
                    }
                    _ => {
                        let item = with(Tree::Missing, member, lost);
                        tree = joined(tree, Tree::List(vec![item]));
                    }
                }
            }
        }
    }
    tree
}

fn number(text: &str) -> Option<usize> {
    text.parse().ok()
}

/// A mapping with one member more, at a dotted path.
fn with(tree: Tree, path: &str, value: &Tree) -> Tree {
    match tree {
        Tree::Map(mut pairs) => {
            put(&mut pairs, path, value.clone());
            Tree::Map(pairs)
        }
        other => {
            let mut pairs = Vec::new();
            put(&mut pairs, path, value.clone());
            joined(other, Tree::Map(pairs))
        }
    }
}

/// Two values under one key: those of two mappings side by side, else a list of both.
fn joined(one: Tree, other: Tree) -> Tree {
    match (one, other) {
        (Tree::Missing, one) | (one, Tree::Missing) => one,
        (Tree::Map(mut pairs), Tree::Map(more)) => {
            for (key, value) in more {
                put(&mut pairs, &key, value);
            }
            Tree::Map(pairs)
        }
        (Tree::List(mut items), Tree::List(more)) => {
            items.extend(more);
            Tree::List(items)
        }
        (Tree::List(mut items), one) => {
            items.push(one);
            Tree::List(items)
        }
        (one, other) => Tree::List(vec![one, other]),
    }
}

/// Writes one key and its value, as an edit puts it into a sheet; nothing where the YAML writer
/// refuses a text in it.
pub fn pair(key: &str, value: &Tree) -> String {
    yaml(&Tree::Map(vec![(key.to_owned(), value.clone())])).unwrap_or_default()
}

/// The paths of a sheet's values, in the order in which they are written.
pub fn order() -> Vec<String> {
    let mut paths = Vec::new();
    for field in fields::written() {
        if field.shape.is_record() {
            let parts = field.shape.parts().iter();
            paths.extend(parts.map(|part| format!("{}.{}", field.key, part.key)));
        } else {
            paths.push(field.key.to_owned());
        }
    }
    paths
}

fn yaml(tree: &Tree) -> Result<String, serde_yaml::ser::Error> {
    let mut options = SerializerOptions::default();
    options.compact_list_indent = false;
    let numbers = Numbers::of(tree);
    let mut text = String::new();
    serde_yaml::to_fmt_writer_with_options(&mut text, &Yaml(tree, &numbers), options)?;
    Ok(numbers.put_in(text))
}

/// The numbers of a tree that the writer, which knows binary numbers alone, would write with other
/// digits (`12.50` as `12.5`): a word that stands nowhere else keeps their place.
struct Numbers {
    word: String,
    digits: RefCell<Vec<String>>,
}

impl Numbers {
    fn of(tree: &Tree) -> Numbers {
        let mut word = "number-".to_owned();
        while holds(tree, &word) {
            word.push('x');
        }
        Numbers { word, digits: RefCell::default() }
    }

    fn place(&self, digits: &str) -> String {
        let mut all = self.digits.borrow_mut();
        all.push(digits.to_owned());
        format!("{}{}-", self.word, all.len() - 1)
    }

    /// They stand in the text in the order in which they were placed.
    fn put_in(self, text: String) -> String {
        let digits = self.digits.into_inner();
        let mut pieces = text.split(self.word.as_str());
        let mut whole = pieces.next().unwrap_or_default().to_owned();
        for (piece, digits) in pieces.zip(digits) {
            whole += &digits;
            whole += piece.split_once('-').map_or(piece, |(_, rest)| rest);
        }
        whole
    }
}

/// Whether a word stands in a tree.
fn holds(tree: &Tree, word: &str) -> bool {
    match tree {
        Tree::Missing => false,
        Tree::Text { text, .. } => text.contains(word),
        Tree::List(items) => items.iter().any(|item| holds(item, word)),
        Tree::Map(pairs) => {
            pairs.iter().any(|(key, value)| key.contains(word) || holds(value, word))
        }
    }
}

fn pairs(pairs: &[(String, Tree)]) -> Vec<(&str, Value<'_>)> {
    pairs.iter().map(|(key, value)| (key.as_str(), Value::of_tree(value))).collect()
}

/// Puts a value at a dotted path, beside what is there.
fn put(map: &mut Vec<(String, Tree)>, path: &str, value: Tree) {
    let empty = match &value {
        Tree::Missing => true,
        Tree::List(items) => items.is_empty(),
        Tree::Map(pairs) => pairs.is_empty(),
        Tree::Text { .. } => false,
    };
    if empty {
        return;
    }
    let (key, rest) = match path.split_once('.').filter(|_| !path.starts_with("x-")) {
        Some((key, rest)) => (key, Some(rest)),
        None => (path, None),
    };
    let value = match rest {
        Some(rest) => with(Tree::Missing, rest, &value),
        None => value,
    };
    match map.iter_mut().find(|(name, _)| name == key) {
        Some((_, slot)) => *slot = joined(std::mem::replace(slot, Tree::Missing), value),
        None => map.push((key.to_owned(), value)),
    }
}

/// A tree in the eyes of the YAML writer.
struct Yaml<'a>(&'a Tree, &'a Numbers);

impl Serialize for Yaml<'_> {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Tree::Missing => out.serialize_none(),
            Tree::Text { text, plain: true } => scalar(text, self.1, out),
            Tree::Text { text, .. } if is_long_line(text) => LitStr(text).serialize(out),
            Tree::Text { text, .. } => out.serialize_str(text),
            Tree::List(items) => {
                let mut list = out.serialize_seq(Some(items.len()))?;
                for item in items {
                    list.serialize_element(&Yaml(item, self.1))?;
                }
                list.end()
            }
            Tree::Map(pairs) => {
                let mut map = out.serialize_map(Some(pairs.len()))?;
                for (key, value) in pairs {
                    map.serialize_entry(key, &Yaml(value, self.1))?;
                }
                map.end()
            }
        }
    }
}

/// Whether a text is a long line that would be written in quotation marks, where it reads better
/// as a block of its own. Other long lines are folded by the writer itself.
fn is_long_line(text: &str) -> bool {
    let quoted = text.contains(": ") || text.contains(" #") || text.ends_with(':');
    let trimmed = text.trim() == text
        && text.chars().all(|c| c == ' ' || !c.is_whitespace() && !c.is_control());
    quoted && trimmed && text.chars().count() > 80
}

/// Writes what stood without quotation marks: a number with all its digits, a truth value.
fn scalar<S: Serializer>(text: &str, numbers: &Numbers, out: S) -> Result<S::Ok, S::Error> {
    match (text, tree::number(text)) {
        ("true", _) => out.serialize_bool(true),
        ("false", _) => out.serialize_bool(false),
        (_, Some(_)) => match text.parse::<i64>() {
            Ok(whole) if whole.to_string() == text => out.serialize_i64(whole),
            _ => out.serialize_str(&numbers.place(text)),
        },
        _ => out.serialize_str(text),
    }
}

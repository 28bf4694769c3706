//! [`Sheet`] → the YAML text of a new file, in canonical order.
//!
//! This is the door of the YAML writer. It is `serde_yaml` by name and `serde-saphyr` by crate,
//! because that one quotes what YAML 1.1 readers would take for a date, a number or a yes.

use anyhow::Result;
use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};
use serde_yaml::{LitStr, SerializerOptions};

use crate::sheet::field::{self, Shape};
use crate::sheet::value::Value;
use crate::sheet::{Sheet, Unread};
use crate::source::tree::{self, Tree};

/// Writes a sheet: its fields in the order of the table, what could not be read at the place
/// where it was written, `extra` and the user's own keys after them. What is derived is not
/// written.
///
/// # Errors
/// Where the YAML writer refuses a text.
pub fn write(sheet: &Sheet) -> Result<String> {
    let written = Sheet { standing: None, ..sheet.clone() };
    let mut top = Vec::new();
    for field in field::written() {
        let value = (field.get)(&written).written();
        put(&mut top, field.key, value);
        for Unread { value, .. } in sheet.unread.iter().filter(|unread| unread.key == field.key) {
            put(&mut top, field.key, value.clone());
        }
    }
    let known = |unread: &&Unread| field::written().any(|field| field.key == unread.key);
    for Unread { key, value } in sheet.unread.iter().filter(|unread| !known(unread)) {
        put(&mut top, key, value.clone());
    }
    put(&mut top, "extra", Value::Map(pairs(&sheet.extra)).tree());
    for (key, value) in &sheet.own {
        put(&mut top, key, value.clone());
    }
    Ok(yaml(&Tree::Map(top))?)
}

/// Writes one key and its value, as an edit puts it into a sheet; nothing where the YAML writer
/// refuses a text in it.
pub fn pair(key: &str, value: &Tree) -> String {
    yaml(&Tree::Map(vec![(key.to_owned(), value.clone())])).unwrap_or_default()
}

/// The paths of a sheet's values, in the order in which they are written.
pub fn order() -> Vec<String> {
    let paths = field::written().flat_map(|field| match field.shape {
        Shape::Record(members) => {
            members().iter().map(|member| format!("{}.{member}", field.key)).collect()
        }
        _ => vec![field.key.to_owned()],
    });
    paths.collect()
}

fn yaml(tree: &Tree) -> Result<String, serde_yaml::ser::Error> {
    let mut options = SerializerOptions::default();
    options.compact_list_indent = false;
    let mut text = String::new();
    serde_yaml::to_fmt_writer_with_options(&mut text, &Yaml(tree), options)?;
    Ok(text)
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
    let (key, rest) = match path.split_once('.') {
        Some((key, rest)) => (key, Some(rest)),
        None => (path, None),
    };
    let slot = map.iter().position(|(name, _)| name == key);
    match (rest, slot.map(|index| &mut map[index].1)) {
        (Some(rest), Some(Tree::Map(inner))) => put(inner, rest, value),
        (Some(rest), _) => {
            let mut inner = Vec::new();
            put(&mut inner, rest, value);
            map.push((key.to_owned(), Tree::Map(inner)));
        }
        (None, Some(Tree::List(items))) => match value {
            Tree::List(more) => items.extend(more),
            one => items.push(one),
        },
        (None, _) => map.push((key.to_owned(), value)),
    }
}

/// A tree in the eyes of the YAML writer.
struct Yaml<'a>(&'a Tree);

impl Serialize for Yaml<'_> {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Tree::Missing => out.serialize_none(),
            Tree::Text { text, plain: true } => scalar(text, out),
            Tree::Text { text, .. } if is_long_line(text) => LitStr(text).serialize(out),
            Tree::Text { text, .. } => out.serialize_str(text),
            Tree::List(items) => {
                let mut list = out.serialize_seq(Some(items.len()))?;
                for item in items {
                    list.serialize_element(&Yaml(item))?;
                }
                list.end()
            }
            Tree::Map(pairs) => {
                let mut map = out.serialize_map(Some(pairs.len()))?;
                for (key, value) in pairs {
                    map.serialize_entry(key, &Yaml(value))?;
                }
                map.end()
            }
        }
    }
}

/// Whether a text is a long line that would be written in quotation marks, where it reads better
/// as a block of its own. Other long lines are folded by the writer itself.
fn is_long_line(text: &str) -> bool {
    let plain = |c: char| c == ' ' || !c.is_whitespace() && !c.is_control();
    let quoted = text.contains(": ") || text.contains(" #") || text.ends_with(':');
    let trimmed = text.trim() == text && text.chars().all(plain);
    quoted && trimmed && text.chars().count() > 80
}

/// Writes what stood without quotation marks: a number as one where it keeps every digit
/// (`12.50` would become `12.5`), else as text.
fn scalar<S: Serializer>(text: &str, out: S) -> Result<S::Ok, S::Error> {
    let number = tree::number(text);
    match (text, number) {
        ("true", _) => out.serialize_bool(true),
        ("false", _) => out.serialize_bool(false),
        (_, Some(_)) => match (text.parse::<i64>(), text.parse::<f64>()) {
            (Ok(whole), _) if whole.to_string() == text => out.serialize_i64(whole),
            (_, Ok(decimal)) if decimal.to_string() == text => out.serialize_f64(decimal),
            _ => out.serialize_str(text),
        },
        _ => out.serialize_str(text),
    }
}

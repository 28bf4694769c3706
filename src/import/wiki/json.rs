//! JSON whose members keep their order. This is a door of `serde_json`.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

use crate::finding::{Finding, Lint};
use crate::lang::{Text, text};
use crate::text::{Position, Span};

/// A value of JSON.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Json {
    Null,
    /// A text, a number or a truth value, by its text.
    Text(String),
    List(Vec<Json>),
    Object(Vec<(String, Json)>),
}

/// Reads a whole file.
///
/// # Errors
/// Where it is no JSON, as a finding of this kind.
pub(super) fn parse(bytes: &[u8], lint: &'static Lint) -> Result<Json, Box<Finding>> {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    serde_json::from_slice(bytes).map_err(|error| {
        let place = |number: usize| u32::try_from(number.max(1)).unwrap_or(u32::MAX);
        let start = Position { line: place(error.line()), column: place(error.column()) };
        let end = Position { column: start.column.saturating_add(1), ..start };
        let label = if error.is_eof() { CUT_OFF } else { NOT_JSON };
        Box::new(Finding::new(lint, Span { start, end }, label))
    })
}

const CUT_OFF: Text =
    text!("not JSON: the file ends too early", "pas du JSON : le fichier s'arrête trop tôt");
const NOT_JSON: Text =
    text!("not JSON: unreadable from here on", "pas du JSON : illisible à partir d'ici");

impl Json {
    /// The member of an object with this name.
    pub(super) fn at(&self, name: &str) -> Option<&Json> {
        self.members().iter().find(|(key, _)| key == name).map(|(_, value)| value)
    }

    pub(super) fn members(&self) -> &[(String, Json)] {
        match self {
            Json::Object(members) => members,
            Json::Null | Json::Text(_) | Json::List(_) => &[],
        }
    }

    /// The values of a list, or of an object that is one by its numbers.
    pub(super) fn values(&self) -> Vec<&Json> {
        match self {
            Json::List(items) => items.iter().collect(),
            Json::Object(members) => members.iter().map(|(_, value)| value).collect(),
            Json::Null | Json::Text(_) => Vec::new(),
        }
    }

    /// The text of a value that has no parts and says something.
    pub(super) fn text(&self) -> Option<&str> {
        match self {
            Json::Text(text) if !text.trim().is_empty() => Some(text),
            _ => None,
        }
    }

    /// The text of a member.
    pub(super) fn text_at(&self, name: &str) -> Option<&str> {
        self.at(name)?.text()
    }
}

/// As it is written, in one line.
impl fmt::Display for Json {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        let quoted = |text: &str| serde_json::to_string(text).unwrap_or_default();
        match self {
            Json::Null => out.write_str("null"),
            Json::Text(text) => out.write_str(&quoted(text)),
            Json::List(items) => {
                let items: Vec<String> = items.iter().map(Json::to_string).collect();
                write!(out, "[{}]", items.join(", "))
            }
            Json::Object(members) => {
                let members: Vec<String> = members
                    .iter()
                    .map(|(key, value)| format!("{}: {value}", quoted(key)))
                    .collect();
                write!(out, "{{{}}}", members.join(", "))
            }
        }
    }
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Json, D::Error> {
        from.deserialize_any(JsonVisitor)
    }
}

struct JsonVisitor;

impl<'de> Visitor<'de> for JsonVisitor {
    type Value = Json;

    fn expecting(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str("JSON")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Json, E> {
        Ok(Json::Text(value.to_string()))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Json, E> {
        Ok(Json::Text(value.to_string()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Json, E> {
        Ok(Json::Text(value.to_string()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Json, E> {
        Ok(Json::Text(value.to_string()))
    }

    fn visit_str<E>(self, value: &str) -> Result<Json, E> {
        Ok(Json::Text(value.to_owned()))
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut from: A) -> Result<Json, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = from.next_element()? {
            items.push(item);
        }
        Ok(Json::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut from: A) -> Result<Json, A::Error> {
        let mut members = Vec::new();
        while let Some(member) = from.next_entry()? {
            members.push(member);
        }
        Ok(Json::Object(members))
    }
}

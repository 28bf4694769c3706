//! The shapes in which the wiki gives its entries as JSON, each as a list of them.

use crate::import::wiki::json::Json;
use crate::import::wiki::place::of_point;

/// An entry as the wiki gives it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct RawEntry {
    /// The name under which it stands among the others.
    pub key: Option<String>,
    pub members: Vec<(String, Json)>,
    /// Where a map shows it: latitude, then longitude.
    pub point: Option<(String, String)>,
}

/// What a file holds.
#[derive(Debug, PartialEq)]
pub(super) struct RawEntries {
    pub entries: Vec<RawEntry>,
    /// Whether these are all entries of their form: a map leaves out those without a place.
    pub is_whole: bool,
}

/// The entries of a file, if it holds any in a shape that is known.
pub(super) fn entries(json: &Json) -> Option<RawEntries> {
    let all = |entries: Vec<RawEntry>| Some(RawEntries { entries, is_whole: true });
    match json {
        Json::List(items) => all(items.iter().map(|item| of_object(item, None)).collect()),
        Json::Object(members) => {
            if let Some(features) = json.at("features") {
                let entries = features.values().into_iter().map(of_feature).collect();
                return Some(RawEntries { entries, is_whole: false });
            }
            if is_entry(json) {
                return Some(RawEntries { entries: vec![of_object(json, None)], is_whole: false });
            }
            if let Some(inner) = json.at("entries") {
                return match json.at("fieldMapping") {
                    Some(names) => all(of_rows(inner, names)),
                    None => entries(inner),
                };
            }
            let are_entries = members.iter().all(|(_, value)| matches!(value, Json::Object(_)));
            let keyed = members.iter().map(|(key, value)| of_object(value, Some(key)));
            if are_entries { all(keyed.collect()) } else { None }
        }
        Json::Null | Json::Text(_) => None,
    }
}

/// Whether an object is an entry rather than a list of them.
fn is_entry(json: &Json) -> bool {
    let has = |name: &str| json.at(name).is_some_and(|value| !matches!(value, Json::Object(_)));
    has("id_fiche") || has("bf_titre") || has("tag") && has("form_id")
}

fn of_object(json: &Json, key: Option<&str>) -> RawEntry {
    let number = |key: &&str| key.bytes().all(|byte| byte.is_ascii_digit());
    let key = key.filter(|key| !number(key)).map(str::to_owned);
    RawEntry { key, members: json.members().to_vec(), point: None }
}

fn of_feature(feature: &Json) -> RawEntry {
    let members = feature.at("properties").map(Json::members).unwrap_or_default().to_vec();
    let key = feature.text_at("id").map(str::to_owned);
    RawEntry { key, members, point: feature.at("geometry").and_then(of_point) }
}

/// Rows whose values are named by a list of names: `bazarlist`.
fn of_rows(rows: &Json, names: &Json) -> Vec<RawEntry> {
    let names: Vec<&str> =
        names.values().into_iter().map(|name| name.text().unwrap_or_default()).collect();
    let row = |row: &Json| {
        let named =
            names.iter().zip(row.values()).map(|(name, value)| ((*name).to_owned(), value.clone()));
        RawEntry { members: named.collect(), ..RawEntry::default() }
    };
    rows.values().into_iter().map(row).collect()
}

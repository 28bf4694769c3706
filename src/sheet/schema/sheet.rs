//! The schema of a whole sheet.

use crate::lang::{Phrase, Text, text};
use crate::sheet::field::Field;
use crate::sheet::fields::{TOP_KEYS, TopKey};
use crate::sheet::schema::form::{
    any_of, mapping, needing, nothing, object, pair, with_own, words,
};
use crate::sheet::schema::{SchemaOptions, message};
use crate::sheet::unknown::EXTRA;
use crate::tree::Tree;

/// The schema.
pub fn schema(options: &SchemaOptions) -> Tree {
    let lang = options.lang;
    let known: Vec<&str> = TOP_KEYS.iter().map(|(key, _)| *key).chain([EXTRA]).collect();
    let mut properties: Vec<(String, Tree)> = Vec::new();
    for (key, what) in TOP_KEYS.iter() {
        let schema = match what {
            TopKey::Field(field) => options.field(field),
            TopKey::Group(members) => group(options, key, members),
        };
        properties.push(((*key).to_owned(), schema));
    }
    let extra = mapping(message::group("…").get(lang));
    properties.push((EXTRA.to_owned(), options.described(extra, EXTRA, &EXTRA_ABOUT.into())));
    let unknown = message::unknown_key(&known);
    let other = message::group(known[0]);
    let sheet = object(TITLE.get(lang), properties, unknown.get(lang), other.get(lang));
    let sheet = with_own(sheet);
    let sheet = needed(options, sheet);
    let mut schema = vec![pair("$schema", words("https://json-schema.org/draft/2020-12/schema"))];
    if let Tree::Map(pairs) = sheet {
        schema.extend(pairs);
        schema.push(pair("$defs", options.shared()));
    }
    Tree::Map(schema)
}

/// A mapping of the fields of a group; nothing where none of them is needed.
fn group(
    options: &SchemaOptions,
    key: &'static str,
    members: &[(&'static str, &'static Field)],
) -> Tree {
    let lang = options.lang;
    let known: Vec<&str> = members.iter().map(|(member, _)| *member).collect();
    let properties =
        members.iter().map(|(member, field)| ((*member).to_owned(), options.field(field)));
    let (unknown, other) = (message::unknown_key(&known), message::group(known[0]));
    let schema = object(key, properties.collect(), unknown.get(lang), other.get(lang));
    let mut schema = with_own(schema);
    let mut is_needed = false;
    for (member, field) in members {
        if let Some(error) = missing(options, field) {
            schema = needing(schema, member, error.get(lang));
            is_needed = true;
        }
    }
    let schema = if is_needed { schema } else { any_of([schema, nothing()]) };
    let about = Phrase::per_lang(|lang| {
        let labels: Vec<&str> = members.iter().map(|(_, field)| field.label.get(lang)).collect();
        labels.join(", ")
    });
    options.described(schema, key, &about)
}

/// The schema with the keys that it needs.
fn needed(options: &SchemaOptions, sheet: Tree) -> Tree {
    let mut sheet = sheet;
    for (key, what) in TOP_KEYS.iter() {
        let error = match what {
            TopKey::Field(field) => missing(options, field),
            TopKey::Group(members) => members.iter().find_map(|(_, field)| missing(options, field)),
        };
        if let Some(error) = error {
            sheet = needing(sheet, key, error.get(options.lang));
        }
    }
    sheet
}

/// What is said where a field is missing that a sheet needs, always or in this collection.
fn missing(options: &SchemaOptions, field: &Field) -> Option<Phrase> {
    let agreed = options.required.iter().any(|required| required.key == field.key);
    let always = field.more.required.map(message::of);
    always.or_else(|| agreed.then(|| message::missing(&[field.key])))
}

const TITLE: Text = text!("Project sheet", "Fiche projet");
const EXTRA_ABOUT: Text = text!(
    "Other fields: what an import could not place, kept as it was written",
    "Autres champs : ce qu'un import n'a pas su placer, gardé comme il était écrit",
);

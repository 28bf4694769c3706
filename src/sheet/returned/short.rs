//! Values of an export in the short forms of a sheet: `"team": ["Alix"]`, `"cost": "9 500 € HT"`.

use chrono::NaiveDate;

use crate::sheet::Sheet;
use crate::sheet::decode::decode_knowing;
use crate::sheet::field::Field;
use crate::sheet::fields;
use crate::sheet::key::{Key, below};
use crate::sheet::known::{KnownBySort, NOTHING_KNOWN};
use crate::sheet::shape::Shape;
use crate::sheet::write;
use crate::text::Source;
use crate::tree::Tree;
use crate::tree::merge::put;
use crate::yaml::parse::parse;

/// The object of a sheet, with the parts of all that stands in it in a short form. What is not
/// understood stands in the first part, where it will be told.
pub fn whole(object: Tree) -> Tree {
    match object {
        Tree::Map(pairs) => Tree::Map(pairs.into_iter().map(with_parts).collect()),
        other => other,
    }
}

fn with_parts((key, value): (String, Tree)) -> (String, Tree) {
    let field = |key: &str| fields::written().find(|field| field.key == key);
    if let Some(field) = field(&key) {
        return (key, of_field(field, value));
    }
    let member = |name: &str| field(&format!("{key}.{name}"));
    let value = match value {
        Tree::Map(pairs) => Tree::Map(
            pairs
                .into_iter()
                .map(|(name, value)| match member(&name) {
                    Some(field) => (name, of_field(field, value)),
                    None => (name, value),
                })
                .collect(),
        ),
        // A text in place of a group is the first of it.
        text if says_text(&text) => match below(&key).next() {
            Some(first) => Tree::map([(&first.key[key.len() + 1..], text)]),
            None => text,
        },
        other => other,
    };
    (key, value)
}

/// The value of a field with its parts.
fn of_field(field: &'static Field, value: Tree) -> Tree {
    if !is_short(field.shape, &value) {
        return value;
    }
    match (read(field, &value, &NOTHING_KNOWN), field.shape.parts()) {
        (Some(sheet), _) => Key::Field(field).data(&sheet),
        (None, [first, ..]) => Tree::map([(first.key, value)]),
        (None, []) => value,
    }
}

/// Whether a text stands where a value with parts is due.
fn is_short(shape: Shape, value: &Tree) -> bool {
    match value {
        _ if shape.parts().is_empty() => false,
        Tree::List(items) if shape.is_list() => items.iter().any(says_text),
        value => says_text(value),
    }
}

fn says_text(value: &Tree) -> bool {
    matches!(value, Tree::Text { text, .. } if !text.trim().is_empty())
}

/// A value of a field as it is read; nothing where it is not understood.
pub(super) fn read(field: &Field, value: &Tree, known: &KnownBySort) -> Option<Sheet> {
    let place: Vec<String> = field.key.split('.').map(str::to_owned).collect();
    let mut pairs = Vec::new();
    put(&mut pairs, &place, value.clone());
    let text = pairs.iter().map(|(key, value)| write::pair(key, value)).collect::<String>();
    let source = Source::of("cells", text);
    let parsed = parse(&source).ok()?;
    let sheet = decode_knowing("cells", &parsed.node, NaiveDate::default(), known).sheet;
    sheet.unread.is_empty().then_some(sheet)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tree::flat::{at, flatten};

    #[test]
    fn a_short_form_has_the_parts_of_the_long_one() {
        let cell = |object: [(&str, Tree); 1], path: &str| {
            flatten(&at(&whole(Tree::map(object)), path), '.')
        };
        let names = || Tree::List(vec![Tree::text("Alix Durand"), Tree::text("Sam Petit")]);
        let long = || Tree::map([("name", Tree::text("Sam Petit")), ("role", Tree::Missing)]);
        let mixed = || Tree::List(vec![Tree::text("Alix Durand"), long()]);
        for (key, value, path, expected) in [
            ("team", names(), "team.name", "Alix Durand; Sam Petit"),
            ("team", mixed(), "team.name", "Alix Durand; Sam Petit"),
            ("cost", Tree::text("9 500 € HT"), "cost.amount", "9500"),
            ("cost", Tree::text("9 500 € HT"), "cost.tax", "HT"),
            ("cost", Tree::text("cher"), "cost.amount", "cher"),
            ("dates", Tree::text("mars 2023"), "dates.start", "mars 2023"),
            ("dates", Tree::text("un jour"), "dates.start", "un jour"),
            ("territory", Tree::text("Oie"), "territory.name", "Oie"),
            ("tools", Tree::List(vec![Tree::text("forum")]), "tools", "forum"),
            ("cost", Tree::Missing, "cost.amount", ""),
        ] {
            assert_eq!(cell([(key, value)], path), expected, "{key} {path}");
        }
        let words = Tree::List(vec![Tree::text("Alix : bravo")]);
        let lessons = || Tree::map([("words", words.clone())]);
        assert_eq!(cell([("lessons", lessons())], "lessons.words.text"), "bravo");
        assert_eq!(cell([("lessons", lessons())], "lessons.words.from"), "Alix");
    }
}

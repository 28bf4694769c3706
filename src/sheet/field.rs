//! What a field of a sheet is, and how one is found by its name.

use crate::lang::Text;
use crate::sheet::Sheet;
pub use crate::sheet::fields::FIELDS;
use crate::sheet::section::Section;
use crate::sheet::shape::Shape;
use crate::sheet::value::Value;
use crate::text::fold::fold;
use crate::text::nearest::nearest;

/// One field.
pub struct Field {
    /// The dotted path in the file and in machine formats; never translated.
    pub key: &'static str,
    /// The word by which it is asked for: `--columns commissioner`, `commissioner:dynacité`.
    pub short: &'static str,
    pub label: Text,
    /// What it is, in one line.
    pub about: Text,
    /// Other labels by which it is known, as those of earlier versions: understood, never shown.
    pub also: &'static [&'static str],
    pub section: Section,
    pub shape: Shape,
    pub get: for<'a> fn(&'a Sheet) -> Value<'a>,
}

impl Field {
    /// What is written for it. The status is the one field that is derived where it is not written.
    pub fn written<'s>(&self, sheet: &'s Sheet) -> Value<'s> {
        match self.key {
            "status" => Value::choice(sheet.status),
            _ => (self.get)(sheet),
        }
    }

    /// Its labels in either language, today's first.
    fn labels(&self) -> impl Iterator<Item = &'static str> {
        [self.label.en, self.label.fr].into_iter().chain(self.also.iter().copied())
    }
}

/// The keys without which a sheet is none.
pub const REQUIRED: [&str; 2] = ["title", "territory.name"];

/// The fields, and the parts of values, whose texts are ids of other sheets.
pub const REFERENCES: [&str; 2] = ["related", "confirmed-in"];

/// The field with this key or short name.
pub fn find(name: &str) -> Option<&'static Field> {
    FIELDS.iter().find(|field| field.key == name || field.short == name)
}

/// The field whose label this is or was, in either language, whatever its accents or number:
/// `résultat`, `commanditaire`.
pub fn labelled(name: &str) -> Option<&'static Field> {
    let wanted = fold(name);
    FIELDS
        .iter()
        .find(|field| !wanted.is_empty() && field.labels().any(|label| fold(label) == wanted))
}

/// The field that was probably meant: by its key, its short name, or its label in either language.
pub fn near(word: &str) -> Option<&'static Field> {
    let names = |field: &'static Field| [field.key, field.short].into_iter().chain(field.labels());
    let name = nearest(word, FIELDS.iter().flat_map(names))?;
    FIELDS.iter().find(|field| names(field).any(|known| known == name))
}

/// The fields that are written in files.
pub fn written() -> impl Iterator<Item = &'static Field> {
    FIELDS.iter().filter(|field| field.section != Section::Derived)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn no_two_fields_answer_to_one_name() {
        let mut names = HashSet::new();
        for field in FIELDS {
            assert!(names.insert(field.key), "{}", field.key);
            assert!(field.short == field.key || names.insert(field.short), "{}", field.short);
        }
    }

    #[test]
    fn an_empty_sheet_writes_no_value() {
        let sheet = Sheet::default();
        for field in written() {
            assert!((field.get)(&sheet).is_missing(), "{}", field.key);
        }
    }
}

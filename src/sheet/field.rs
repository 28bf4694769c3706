//! What a field of a sheet is.

use crate::lang::Text;
use crate::sheet::Sheet;
use crate::sheet::section::Section;
use crate::sheet::shape::Shape;
use crate::sheet::value::Value;

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
    pub aliases: &'static [&'static str],
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
    pub fn labels(&self) -> impl Iterator<Item = &'static str> {
        [self.label.en, self.label.fr].into_iter().chain(self.aliases.iter().copied())
    }
}

//! The columns of a sheet in one line: each value that has no parts, with its words and its shape.

use crate::lang::{Lang, phrase};
use crate::sheet::fields::{self, FIELDS};
use crate::sheet::key::Key;
use crate::sheet::part::Part;
use crate::sheet::row::joined;
use crate::sheet::shape::Shape;

/// A column of the line of a sheet.
pub(super) struct SheetColumn {
    /// The key in machine formats.
    pub key: String,
    /// The words for people.
    pub label: String,
    pub shape: Shape,
    /// The key of the whole value, and the path below it.
    pub source: Key,
    pub path: String,
    /// Whether it is the first one of this value.
    pub begins: bool,
}

/// The columns of every field, but for what a sheet tells at length several times.
pub(super) fn sheet_columns(lang: Lang) -> Vec<SheetColumn> {
    let at_length =
        |shape| matches!(shape, Shape::Lessons | Shape::Words | Shape::Documents | Shape::Texts);
    let fields = FIELDS.iter().filter(|field| !at_length(field.shape));
    fields.flat_map(|field| of_key(&Key::Field(field), lang)).collect()
}

fn of_key(source: &Key, lang: Lang) -> Vec<SheetColumn> {
    let (name, whole) = (source.name(), source.label());
    let whole = whole.get(lang);
    let column = |(index, path): (usize, String)| {
        let key = joined(&name, &path);
        let shape = fields::shape_at(&key).unwrap_or(Shape::Line);
        let label = match part_at(&key) {
            Some(part) => {
                let part = part_label(part, lang);
                let words = phrase!("{whole}: {part}", "{whole} : {part}", whole, part);
                words.get(lang).to_owned()
            }
            None => whole.to_owned(),
        };
        SheetColumn { key, label, shape, source: source.clone(), path, begins: index == 0 }
    };
    source.leaves().into_iter().enumerate().map(column).collect()
}

/// The part of a value that a key names.
fn part_at(key: &str) -> Option<&'static Part> {
    let (above, name) = key.rsplit_once('.')?;
    fields::shape_at(above)?.parts().iter().find(|part| part.key == name)
}

/// What people call a part: the first French word for it, or its key.
pub(super) fn part_label(part: &Part, lang: Lang) -> &'static str {
    match lang {
        Lang::En => part.key,
        Lang::Fr => part.aliases.first().unwrap_or(&part.key),
    }
}

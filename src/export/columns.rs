//! The columns of a sheet in one line: each value that has no parts, with its words and its shape.

use crate::lang::{Lang, phrase};
use crate::sheet::Sheet;
use crate::sheet::field::Field;
use crate::sheet::fields::{self, FIELDS};
use crate::sheet::key::Key;
use crate::sheet::part::Part;
use crate::sheet::row::joined;
use crate::sheet::shape::Shape;
use crate::tree::Tree;
use crate::tree::flat::at;

/// A column of the line of a sheet.
pub(super) struct SheetColumn {
    /// The key in machine formats.
    pub key: String,
    /// The words for people.
    pub label: String,
    pub shape: Shape,
    /// The field that holds the whole value, and the path below it.
    field: &'static Field,
    path: String,
}

/// The columns of every field, but for what a sheet tells at length several times.
pub(super) fn sheet_columns(lang: Lang) -> Vec<SheetColumn> {
    let at_length =
        |shape| matches!(shape, Shape::Lessons | Shape::Words | Shape::Documents | Shape::Texts);
    let fields = FIELDS.iter().filter(|field| !at_length(field.shape));
    fields.flat_map(|field| of_field(field, lang)).collect()
}

/// What a sheet says in each column.
pub(super) fn values<'c>(
    columns: &'c [SheetColumn],
    sheet: &'c Sheet,
) -> impl Iterator<Item = (&'c SheetColumn, Tree)> {
    // The columns of one value stand side by side.
    columns.chunk_by(|one, next| std::ptr::eq(one.field, next.field)).flat_map(|columns| {
        let whole = Key::Field(columns[0].field).data(sheet);
        columns.iter().map(move |column| (column, at(&whole, &column.path)))
    })
}

fn of_field(field: &'static Field, lang: Lang) -> impl Iterator<Item = SheetColumn> {
    let whole = field.label.get(lang);
    field.shape.leaves().into_iter().map(move |path| {
        let key = joined(field.key, &path);
        let shape = fields::shape_at(&key).unwrap_or(Shape::Line);
        let names = path.split('.').filter(|name| !name.is_empty());
        let (_, label) =
            names.fold((field.key.to_owned(), whole.to_owned()), |(key, label), name| {
                let key = joined(&key, name);
                let part = part_at(&key).map_or(name, |part| part_label(part, lang));
                let words = phrase!("{label}: {part}", "{label} : {part}", label, part);
                (key, words.get(lang).to_owned())
            });
        SheetColumn { key, label, shape, field, path }
    })
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

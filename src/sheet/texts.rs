//! The texts of a sheet: the one source for search, rules and similarity.

use crate::sheet::Sheet;
use crate::sheet::field::Field;
use crate::sheet::shape::Shape;
use crate::value::any::{Statement, Value};

/// A text of a sheet: that of a field, or of an item of its list.
#[derive(Clone, Copy)]
pub struct SheetText<'a> {
    pub field: &'static Field,
    /// Which item it is, from 0, where the field is a list.
    pub index: Option<usize>,
    pub text: &'a str,
    pub author: Option<&'a str>,
    /// What to do next time, where a lesson says it.
    pub action: Option<&'a str>,
}

impl SheetText<'_> {
    /// The path of its place: `summary`, `lessons.nuggets[0]`.
    pub fn path(&self) -> String {
        match self.index {
            Some(index) => format!("{}[{index}]", self.field.key),
            None => self.field.key.to_owned(),
        }
    }

    /// Whether it is told in sentences; else it is a name or a line.
    pub fn is_prose(&self) -> bool {
        self.field.shape.is_prose()
    }
}

/// What people write as text in some fields of a sheet: prose, lines and names, but neither codes
/// nor what is chosen, counted or dated.
pub fn texts<'a>(
    sheet: &'a Sheet,
    fields: impl Iterator<Item = &'static Field>,
) -> Vec<SheetText<'a>> {
    let mut texts = Vec::new();
    for field in fields.filter(|field| is_text(field.shape)) {
        let plain = |index, text| SheetText { field, index, text, author: None, action: None };
        match (field.get)(sheet) {
            Value::Text(text) => texts.push(plain(None, text)),
            Value::List(items) => {
                texts.extend(items.iter().enumerate().filter_map(|(index, item)| match item {
                    Value::Text(text) => Some(plain(Some(index), text)),
                    Value::Record(record) => {
                        let Statement { text, author, action } = record.statement()?;
                        Some(SheetText { author, action, ..plain(Some(index), text) })
                    }
                    _ => None,
                }));
            }
            _ => {}
        }
    }
    texts
}

fn is_text(shape: Shape) -> bool {
    shape.is_prose()
        || matches!(
            shape,
            Shape::Line | Shape::Lines | Shape::Organisations | Shape::People | Shape::Documents
        )
}

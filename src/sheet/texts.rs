//! The texts of a sheet: the one source for search, rules and similarity.

use std::fmt;

use crate::sheet::Sheet;
use crate::sheet::field::Field;
use crate::sheet::shape::Shape;
use crate::value::any::{Record, Statement, Value};

/// A text of a sheet: that of a field, of an item of its list, or of a member of its value.
#[derive(Clone)]
pub struct SheetText<'a> {
    pub field: &'static Field,
    /// Which item it is, from 0, where the field is a list.
    pub index: Option<usize>,
    /// Where it stands below, where it is no statement of its own.
    pub member: Option<Member>,
    pub text: &'a str,
    pub author: Option<&'a str>,
    /// In which case it holds, and what to do next time, where a lesson says it.
    pub when: Option<&'a str>,
    pub action: Option<&'a str>,
}

/// A member of a value, or an item of its list: `do`, `shares[0].from`.
#[derive(Clone)]
pub struct Member {
    above: Option<Box<Member>>,
    key: &'static str,
    index: Option<usize>,
}

impl Member {
    /// Whether it is the member of a field's value with this key.
    pub fn is(&self, key: &str) -> bool {
        self.above.is_none() && self.index.is_none() && self.key == key
    }
}

impl fmt::Display for Member {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        if let Some(above) = &self.above {
            write!(out, "{above}.")?;
        }
        out.write_str(self.key)?;
        self.index.map_or(Ok(()), |index| write!(out, "[{index}]"))
    }
}

impl<'a> SheetText<'a> {
    fn of(field: &'static Field, index: Option<usize>, text: &'a str) -> SheetText<'a> {
        SheetText { field, index, member: None, text, author: None, when: None, action: None }
    }

    /// The path of its place: `summary`, `lessons.nuggets[0]`, `lessons.nuggets[0].do`.
    pub fn path(&self) -> String {
        let mut path = self.field.key.to_owned();
        if let Some(index) = self.index {
            path += &format!("[{index}]");
        }
        if let Some(member) = &self.member {
            path += &format!(".{member}");
        }
        path
    }

    /// Whether it is told in sentences; else it is a name or a line.
    pub fn is_prose(&self) -> bool {
        self.field.shape.is_prose()
    }
}

/// What people write as text in some fields of a sheet: prose, lines and names, but neither codes
/// nor what is chosen, counted or dated. Of a value with members it is what somebody says in it, or
/// the name that it is.
pub fn texts<'a>(
    sheet: &'a Sheet,
    fields: impl Iterator<Item = &'static Field>,
) -> Vec<SheetText<'a>> {
    let mut texts = Vec::with_capacity(fields.size_hint().1.unwrap_or(0));
    for field in fields.filter(|field| is_text(field.shape)) {
        match (field.get)(sheet) {
            Value::Text(text) => texts.push(SheetText::of(field, None, text)),
            Value::List(items) => {
                texts.extend(items.iter().enumerate().filter_map(|(index, item)| match item {
                    Value::Text(text) => Some(SheetText::of(field, Some(index), text)),
                    Value::Record(record) => {
                        let Statement { text, author, when, action } = record.statement()?;
                        let whole = SheetText::of(field, Some(index), text);
                        Some(SheetText { author, when, action, ..whole })
                    }
                    _ => None,
                }));
            }
            _ => {}
        }
    }
    texts
}

/// The texts of the members of values, but for those that [`texts`] gives: a role, what to do next
/// time, who pays a share.
pub fn members<'a>(
    sheet: &'a Sheet,
    fields: impl Iterator<Item = &'static Field>,
) -> Vec<SheetText<'a>> {
    let mut members = Vec::with_capacity(fields.size_hint().1.unwrap_or(0));
    for field in fields.filter(|field| !field.shape.parts().is_empty()) {
        let mut each = |index, record: &'a dyn Record| {
            let statement = record.statement().map(|statement| statement.text);
            below(field.shape, record, None, &mut |member, text| {
                if !statement.is_some_and(|statement| std::ptr::eq(statement, text)) {
                    let member = Some(member);
                    members.push(SheetText { member, ..SheetText::of(field, index, text) });
                }
            });
        };
        match field.stored(sheet) {
            Value::Record(record) => each(None, record),
            Value::Cost(cost) => each(None, cost),
            Value::List(items) => {
                for (index, item) in items.into_iter().enumerate() {
                    if let Value::Record(record) = item {
                        each(Some(index), record);
                    }
                }
            }
            _ => {}
        }
    }
    members
}

/// Gives every text in the members of a value, with its place below it.
fn below<'a>(
    shape: Shape,
    record: &'a dyn Record,
    above: Option<&Member>,
    give: &mut impl FnMut(Member, &'a str),
) {
    let member = |key, index| Member { above: above.cloned().map(Box::new), key, index };
    for (key, value) in record.members().into_iter().filter(|(_, value)| !value.is_missing()) {
        let Some(part) = shape.parts().iter().find(|part| part.key == key) else {
            continue;
        };
        match value {
            Value::Text(text) if part.is_text() => give(member(key, None), text),
            Value::List(items) => {
                for (index, item) in items.into_iter().enumerate() {
                    match item {
                        Value::Text(text) if part.is_text() => {
                            give(member(key, Some(index)), text);
                        }
                        Value::Record(record) => {
                            below(part.shape, record, Some(&member(key, Some(index))), give);
                        }
                        _ => {}
                    }
                }
            }
            _ => {}
        }
    }
}

fn is_text(shape: Shape) -> bool {
    shape.is_prose()
        || matches!(
            shape,
            Shape::Line | Shape::Lines | Shape::Organisations | Shape::People | Shape::Documents
        )
}

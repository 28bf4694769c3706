//! What can be asked of a sheet: its keys, and what stands under them.

use crate::lang::{Phrase, Text};
use crate::sheet::Sheet;
use crate::sheet::field::Field;
use crate::sheet::fields;
use crate::sheet::shape::Shape;
use crate::value::any::Value;

/// What asks how many items a list has: as a key, and in French.
const COUNT: [&str; 2] = ["count", "nombre"];

/// What is asked for: a field, a member of its values, or a key of the user's own.
#[derive(Clone)]
pub enum Key {
    Field(&'static Field),
    Member(&'static Field, String),
    /// How many items the list under another key has.
    Count(Box<Key>),
    /// Every field below a key that is none itself: `lessons`, `dates`.
    Group(String),
    /// `x-…` or `extra…`, any depth.
    Own(String),
}

impl Key {
    /// Finds what a name asks for: a field's key or short name, a member below it
    /// (`team.role`), the user's own key, or something below `extra`.
    pub fn find(name: &str) -> Option<Key> {
        if let Some(field) = fields::find(name) {
            return Some(Key::Field(field));
        }
        if let Some((head, own)) = name.split_once(".x-")
            && let Some(field) = fields::find(head)
            && field.shape.is_list()
            && !field.shape.parts().is_empty()
        {
            return Some(Key::Member(field, format!("x-{own}")));
        }
        if name.starts_with("x-")
            || name.contains(".x-")
            || name == "extra"
            || name.starts_with("extra.")
        {
            return Some(Key::Own(name.to_owned()));
        }
        if below(name).next().is_some() {
            return Some(Key::Group(name.to_owned()));
        }
        let dots = name.match_indices('.').map(|(index, _)| index);
        let (field, rest) =
            dots.rev().find_map(|dot| Some((fields::find(&name[..dot])?, &name[dot + 1..])))?;
        let (list, last) = rest.rsplit_once('.').unwrap_or(("", rest));
        let counted = || {
            let key = if list.is_empty() {
                Key::Field(field)
            } else {
                Key::Member(field, list.to_owned())
            };
            key.shape().filter(Shape::is_list).map(|_| Key::Count(Box::new(key)))
        };
        if COUNT.contains(&last)
            && let Some(count) = counted()
        {
            return Some(count);
        }
        let member = Key::Member(field, rest.to_owned());
        member.shape().is_some().then_some(member)
    }

    /// Finds what a name that was typed asks for: as [`Key::find`], in any case, or the field whose
    /// label it is in either language. A sign before or behind it is no part of a name: `team+`.
    pub fn typed(name: &str) -> Option<Key> {
        let ends_well = |c: char| c.is_alphanumeric() || c == ')';
        if !name.starts_with(char::is_alphanumeric) || !name.ends_with(ends_well) {
            return None;
        }
        let known = Key::find(name).or_else(|| Key::find(&name.to_lowercase()));
        known.or_else(|| fields::labelled(name).map(Key::Field)).or_else(|| {
            let (head, rest) = name.split_once('.')?;
            Key::find(&format!("{}.{rest}", fields::labelled(head)?.key))
        })
    }

    /// What may be written for it; `None` where anything may.
    pub fn shape(&self) -> Option<Shape> {
        match self {
            Key::Field(field) => Some(field.shape),
            Key::Count(_) => Some(Shape::Decimal),
            Key::Member(..) => fields::shape_at(&self.name()),
            Key::Group(_) | Key::Own(_) => None,
        }
    }

    /// What a sheet says under this key.
    pub fn value<'a>(&self, sheet: &'a Sheet) -> Value<'a> {
        match self {
            Key::Field(field) => (field.get)(sheet),
            Key::Count(list) => Value::Number(list.value(sheet).flat().len().into()),
            Key::Member(field, path) => {
                implied(field, path, sheet).unwrap_or_else(|| member(field, path, sheet))
            }
            Key::Group(name) => {
                Value::list(below(name).flat_map(|field| (field.get)(sheet).flat()))
            }
            Key::Own(name) => own(sheet, name),
        }
    }

    /// What the file of a sheet says under this key: nothing that is implied or derived.
    pub fn stored<'a>(&self, sheet: &'a Sheet) -> Value<'a> {
        match self {
            Key::Field(field) => field.stored(sheet),
            Key::Member(field, path) => field.stored(sheet).at(path),
            Key::Count(_) | Key::Group(_) | Key::Own(_) => self.value(sheet),
        }
    }

    /// What the value follows from, where it is not stated.
    pub fn derived(&self, sheet: &Sheet) -> Option<Text> {
        match self {
            Key::Field(field) => field.more.derived?(sheet),
            Key::Member(..) | Key::Count(_) | Key::Group(_) | Key::Own(_) => None,
        }
    }

    /// The name in machine formats.
    pub fn name(&self) -> String {
        match self {
            Key::Field(field) => field.key.to_owned(),
            Key::Member(field, path) => format!("{}.{path}", field.key),
            Key::Count(list) => format!("{}.{}", list.name(), COUNT[0]),
            Key::Group(name) | Key::Own(name) => name.clone(),
        }
    }

    /// The words above a column.
    pub fn label(&self) -> Phrase {
        match self {
            Key::Field(field) => field.label.into(),
            Key::Member(..) | Key::Count(_) | Key::Group(_) | Key::Own(_) => {
                Phrase::untranslated(self.name())
            }
        }
    }
}

impl std::fmt::Debug for Key {
    fn fmt(&self, out: &mut std::fmt::Formatter) -> std::fmt::Result {
        out.write_str(&self.name())
    }
}

/// What a cost says without writing it: its currency and its basis.
fn implied<'a>(field: &Field, path: &str, sheet: &'a Sheet) -> Option<Value<'a>> {
    let cost = sheet
        .known_cost()
        .filter(|cost| matches!(field.shape, Shape::Cost) && cost.amount.is_some())?;
    match path {
        "currency" => Some(Value::Code(cost.currency.code())),
        "basis" => Some(Value::choice(Some(cost.basis()))),
        _ => None,
    }
}

/// What stands at a path below the values of a field.
fn member<'a>(field: &Field, path: &str, sheet: &'a Sheet) -> Value<'a> {
    let value = (field.get)(sheet);
    match (field.shape, value) {
        (Shape::Kept, Value::List(items)) => {
            let pairs = items.into_iter().flat_map(|item| match item {
                Value::Map(pairs) => pairs,
                _ => Vec::new(),
            });
            let part = |(key, text)| if path == "key" { Value::Code(key) } else { text };
            Value::list(pairs.map(part))
        }
        (_, value) => value.at(path),
    }
}

/// The fields whose keys begin with this one.
pub fn below(name: &str) -> impl Iterator<Item = &'static Field> {
    fields::written()
        .filter(move |field| field.key.strip_prefix(name).is_some_and(|rest| rest.starts_with('.')))
}

fn own<'a>(sheet: &'a Sheet, name: &str) -> Value<'a> {
    if let Some(path) = name.strip_prefix("extra") {
        let pairs = sheet.extra.iter().map(|(key, tree)| (key.as_str(), Value::of_tree(tree)));
        let extra = Value::Map(pairs.collect());
        return match path.strip_prefix('.') {
            Some(path) => extra.at(path),
            None if sheet.extra.is_empty() => Value::Missing,
            None => extra,
        };
    }
    let found = sheet.own.iter().find_map(|(key, tree)| {
        let rest = name.strip_prefix(key.as_str())?;
        match rest.strip_prefix('.') {
            Some(path) => Some(Value::of_tree(tree).at(path)),
            None => rest.is_empty().then(|| Value::of_tree(tree)),
        }
    });
    found.unwrap_or(Value::Missing)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheet::part::Part;
    use crate::sheet::row::{all_keys, joined};

    /// Every path of the table below a key, with its shape.
    fn paths(above: &str, parts: &[Part], found: &mut Vec<(String, Shape)>) {
        for part in parts {
            let path = joined(above, part.key);
            found.push((path.clone(), part.shape));
            paths(&path, part.shape.parts(), found);
        }
    }

    /// What is no part of a value is no key, however deep; and a list at any depth is counted.
    #[test]
    fn a_key_is_known_to_its_last_step() {
        let mut all: Vec<(String, Shape)> =
            all_keys().map(|key| (key.name(), key.shape().unwrap_or(Shape::Line))).collect();
        for (name, shape) in all.clone() {
            paths(&name, shape.parts(), &mut all);
        }
        let any_below = |shape| matches!(shape, Shape::Digests | Shape::Kept);
        for (path, shape) in all.into_iter().filter(|(_, shape)| !any_below(*shape)) {
            assert_eq!(Key::find(&path).map(|key| key.name()), Some(path.clone()));
            assert!(Key::find(&format!("{path}.zzz")).is_none(), "{path}.zzz");
            let count = format!("{path}.count");
            assert_eq!(Key::find(&count).is_some(), shape.is_list(), "{count}");
        }
    }
}

//! A sheet as programs read it: what stands under each key, in one shape whatever is written.

use crate::sheet::Sheet;
use crate::sheet::field::Field;
use crate::sheet::fields::{self, FIELDS};
use crate::sheet::key::{Key, below};
use crate::sheet::part::Part;
use crate::sheet::shape::Shape;
use crate::tree::Tree;

/// The name that stands for every key of the table.
pub const ALL: &str = "all";

/// Every key of the table, in its order.
pub fn all_keys() -> impl Iterator<Item = Key> {
    FIELDS.iter().map(Key::Field)
}

impl Key {
    /// The names that lead to it in the object of a sheet. A member is a part of what stands there.
    pub fn place(&self) -> Vec<String> {
        match self {
            // A number beside the list that it counts.
            Key::Count(_) => vec![self.name()],
            Key::Member(field, _) => names(field.key),
            Key::Field(_) | Key::Group(_) | Key::Own(_) => names(&self.name()),
        }
    }

    /// What stands at its place: of a member its value alone, within the value that it is part of.
    pub fn data(&self, sheet: &Sheet) -> Tree {
        match self {
            Key::Field(field) => of_field(field, sheet),
            Key::Member(field, path) => only(of_field(field, sheet), path),
            Key::Group(name) => {
                let member = |field: &'static Field| {
                    (field.key[name.len() + 1..].to_owned(), of_field(field, sheet))
                };
                Tree::Map(below(name).map(member).collect())
            }
            Key::Count(_) | Key::Own(_) => self.value(sheet).tree(),
        }
    }

    /// The paths below its place of all that it holds, where every column holds one sort of value;
    /// an empty path where it is one itself.
    pub fn leaves(&self) -> Vec<String> {
        match self {
            Key::Field(field) => field.shape.leaves(),
            Key::Count(_) => Shape::Decimal.leaves(),
            Key::Member(_, path) => {
                let leaves = fields::shape_at(&self.name()).unwrap_or(Shape::Line).leaves();
                leaves.iter().map(|leaf| joined(path, leaf)).collect()
            }
            Key::Group(name) => below(name)
                .flat_map(|field| {
                    let rest = &field.key[name.len() + 1..];
                    field.shape.leaves().into_iter().map(move |leaf| joined(rest, &leaf))
                })
                .collect(),
            Key::Own(_) => Shape::Line.leaves(),
        }
    }
}

impl Shape {
    /// The paths of the values that have no parts, below one of this shape.
    pub fn leaves(&self) -> Vec<String> {
        if self.parts().is_empty() {
            return vec![String::new()];
        }
        let of_part =
            |part: &Part| part.shape.leaves().into_iter().map(|leaf| joined(part.key, &leaf));
        self.parts().iter().flat_map(of_part).collect()
    }
}

/// A path, and one below it.
pub fn joined(path: &str, below: &str) -> String {
    if below.is_empty() { path.to_owned() } else { format!("{path}.{below}") }
}

/// What is stated for a field, with every part that it could have.
fn of_field(field: &'static Field, sheet: &Sheet) -> Tree {
    let is_derived = field.more.derived.is_some_and(|derived| derived(sheet).is_some());
    let value = if is_derived { field.stored(sheet) } else { (field.get)(sheet) };
    whole(field.shape, value.tree())
}

/// A value with every part that it could have: what is not stated is missing, or what goes without
/// saying; a list of nothing is empty.
fn whole(shape: Shape, tree: Tree) -> Tree {
    match tree {
        _ if matches!(shape, Shape::Texts) => texts(tree),
        Tree::List(items) if matches!(shape, Shape::Kept) => kept(items),
        Tree::List(items) => {
            Tree::List(items.into_iter().map(|item| whole_item(shape.parts(), item)).collect())
        }
        Tree::Missing if shape.is_list() || matches!(shape, Shape::Years) => Tree::List(Vec::new()),
        tree => whole_item(shape.parts(), tree),
    }
}

fn whole_item(parts: &[Part], tree: Tree) -> Tree {
    let mut stated = match tree {
        Tree::Map(pairs) => pairs,
        Tree::Missing => Vec::new(),
        tree => return tree,
    };
    if parts.is_empty() {
        return if stated.is_empty() { Tree::Missing } else { Tree::Map(stated) };
    }
    let says_amount = stated.iter().any(|(key, _)| key == "amount");
    let mut pairs: Vec<(String, Tree)> = Vec::new();
    for part in parts {
        let at = stated.iter().position(|(key, _)| key == part.key);
        let value = at.map_or(Tree::Missing, |at| stated.remove(at).1);
        let value = match (value, part.default) {
            (Tree::Missing, Some(default)) if says_amount => Tree::text(default),
            (value, _) => whole(part.shape, value),
        };
        pairs.push((part.key.to_owned(), value));
    }
    pairs.extend(stated);
    Tree::Map(pairs)
}

/// The parts that hold what is said: of a lesson, a word or a document; of a moment.
const TEXTS: [&str; 2] = ["text", "what"];

/// The texts alone of what is said in several places.
fn texts(tree: Tree) -> Tree {
    let items = match tree {
        Tree::List(items) => items,
        Tree::Missing => Vec::new(),
        tree => vec![tree],
    };
    let text = |item: Tree| match item {
        Tree::Map(pairs) => {
            pairs.into_iter().find(|(key, _)| TEXTS.contains(&key.as_str())).map(|(_, text)| text)
        }
        item => Some(item),
    };
    Tree::List(items.into_iter().filter_map(text).collect())
}

/// What stands outside the fields, each key with its value as a text.
fn kept(items: Vec<Tree>) -> Tree {
    let pairs = items.into_iter().flat_map(|item| match item {
        Tree::Map(pairs) => pairs,
        _ => Vec::new(),
    });
    let item = |(key, value): (String, Tree)| {
        Tree::map([("key", Tree::text(key)), ("text", Tree::text(words(&value)))])
    };
    Tree::List(pairs.map(item).collect())
}

/// A value of any shape as one text.
fn words(tree: &Tree) -> String {
    match tree {
        Tree::Missing => String::new(),
        Tree::Text { text, .. } => text.clone(),
        Tree::List(items) => items.iter().map(words).collect::<Vec<_>>().join(", "),
        Tree::Map(pairs) => {
            let pairs = pairs.iter().map(|(key, value)| format!("{key}: {}", words(value)));
            pairs.collect::<Vec<_>>().join(", ")
        }
    }
}

/// A value with nothing but the member at a path; of a list, each item so.
fn only(tree: Tree, path: &str) -> Tree {
    let (key, rest) = match path.split_once('.') {
        Some((key, rest)) => (key, Some(rest)),
        None => (path, None),
    };
    match tree {
        Tree::List(items) => Tree::List(items.into_iter().map(|item| only(item, path)).collect()),
        Tree::Map(pairs) => {
            let value = pairs.into_iter().find(|(name, _)| name == key).map(|(_, value)| value);
            let value = value.unwrap_or(Tree::Missing);
            let value = rest.map_or(value.clone(), |rest| only(value, rest));
            Tree::Map(vec![(key.to_owned(), value)])
        }
        other => other,
    }
}

fn names(path: &str) -> Vec<String> {
    path.split('.').map(str::to_owned).collect()
}

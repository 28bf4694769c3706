//! The canonical form of a sheet: which values are written otherwise than the tool writes them.

use crate::sheet::Sheet;
use crate::sheet::field::{self, Shape};
use crate::sheet::value::Value;
use crate::source::edit::Change;
use crate::source::node::{Content, Node};
use crate::source::tree::Tree;

/// The changes that bring every value that was read whole to its canonical form. What could not
/// be read, or says more than its value can hold, stays as it is written.
pub fn changes(node: &Node, sheet: &Sheet, partly: &[String]) -> Vec<(String, Change)> {
    let mut changes = Vec::new();
    for field in field::written() {
        let Some(written) = node.at(field.key) else {
            continue;
        };
        let below = |key: &str| key == field.key || key.starts_with(&format!("{}.", field.key));
        if is_text_as_written(field.shape, &written.content) {
            continue;
        }
        let unread = sheet.unread.iter().any(|unread| below(&unread.key));
        let partly = partly.iter().any(|key| below(key));
        if written.is_missing() || unread || partly {
            continue;
        }
        // The status is the one field that is derived where it is not written.
        let canonical = match field.key {
            "status" => Value::choice(sheet.status).written(),
            _ => (field.get)(sheet).written(),
        };
        let written = Tree::of(written);
        match (field.shape, &written, canonical) {
            (Shape::Record(_), Tree::Map(old), Tree::Map(new)) => {
                let member = |(key, value): (String, Tree)| {
                    let there = old.iter().find(|(name, _)| *name == key)?;
                    let path = format!("{}.{key}", field.key);
                    (!says_the_same(&there.1, &value)).then_some((path, Change::Set(value)))
                };
                changes.extend(new.into_iter().filter_map(member));
            }
            (_, _, canonical)
                if canonical == Tree::Missing || says_the_same(&written, &canonical) => {}
            (_, _, canonical) => changes.push((field.key.to_owned(), Change::Set(canonical))),
        }
    }
    changes
}

/// Whether a value is text where text is due: that has no other form.
fn is_text_as_written(shape: Shape, content: &Content) -> bool {
    let scalar = |content: &Content| matches!(content, Content::Scalar { .. });
    match (shape, content) {
        (Shape::Line | Shape::Prose | Shape::Code, content) => scalar(content),
        (Shape::Lines, Content::List(items)) => items.iter().all(|item| scalar(&item.content)),
        _ => false,
    }
}

/// Whether two values are the same text, list or mapping; quotation marks make no difference.
fn says_the_same(one: &Tree, other: &Tree) -> bool {
    match (one, other) {
        (Tree::Text { text: one, .. }, Tree::Text { text: other, .. }) => one.trim() == other,
        (Tree::List(one), Tree::List(other)) => {
            one.len() == other.len()
                && one.iter().zip(other).all(|(one, other)| says_the_same(one, other))
        }
        (Tree::Map(one), Tree::Map(other)) => {
            let there =
                |(key, value): &(String, Tree)| match one.iter().find(|(name, _)| name == key) {
                    Some((_, old)) => says_the_same(old, value),
                    None => false,
                };
            let said = one.iter().filter(|(_, value)| *value != Tree::Missing);
            said.count() == other.len() && other.iter().all(there)
        }
        // A mapping that is nothing but its name is as good as the name alone.
        (Tree::Map(pairs), Tree::Text { .. }) => match pairs.as_slice() {
            [(_, only)] => says_the_same(only, other),
            _ => false,
        },
        _ => one == other,
    }
}

//! Changes one value of a text and touches only its lines. This is the door of `yaml-edit`.
//!
//! Nothing of an edit is believed: the new text is parsed again and compared with the old tree
//! plus the change, and every line outside the value must be as it was. In doubt the edit is
//! refused; a file is never written anew.

use std::str::FromStr;

use yaml_edit::{Document, Mapping, YamlNode};

use super::Source;
use super::parse::parse;
use super::tree::Tree;
use crate::lang::{Phrase, Text};

/// A change of the value at a path.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// The value becomes this one; where it is there already, nothing changes.
    Set(Tree),
    /// The key goes, with its value.
    Unset,
    /// This item is added at the end of the list.
    Add(Tree),
    /// The item of the list at this index becomes this one.
    Item(usize, Tree),
}

/// How a key and its value are written as YAML: what the writer makes of `key: …`.
pub type Written = fn(&str, &Tree) -> String;

/// Changes the value at a path of one key or two, `title` or `dates.end`; a text without any key
/// gets its first. `order` is that of the paths, for a key that is new.
///
/// # Errors
/// Why the text cannot be changed safely at this place.
pub fn edit(
    source: &Source,
    path: &str,
    change: &Change,
    order: &[String],
    written: Written,
) -> Result<String, Phrase> {
    let before = tree(source)?;
    let expected = applied(&before, path, change);
    if same(&expected, &before) {
        return Ok(source.text().to_owned());
    }
    if let (Tree::Missing, [(key, value)]) = (&before, tree_pairs(&expected)) {
        return checked(source, path, &expected, begun(source.text(), &written(key, value)));
    }
    let document = Document::from_str(source.text()).map_err(|_| refused(NO_DOCUMENT))?;
    let top = document.as_mapping().ok_or_else(|| refused(NO_DOCUMENT))?;
    let comments = comments(&document);
    match path.split_once('.') {
        None => at(&top, path, change, &below("", order), written)?,
        Some((group, key)) => match (top.get_mapping(group), change) {
            (Some(inner), _) => at(&inner, key, change, &below(group, order), written)?,
            (None, Change::Unset | Change::Item(..)) => return Ok(source.text().to_owned()),
            (None, Change::Set(value)) => {
                let map = Tree::Map(vec![(key.to_owned(), value.clone())]);
                at(&top, group, &Change::Set(map), &below("", order), written)?;
            }
            (None, Change::Add(item)) => {
                let map = Tree::Map(vec![(key.to_owned(), Tree::List(vec![item.clone()]))]);
                at(&top, group, &Change::Set(map), &below("", order), written)?;
            }
        },
    }
    if comments != self::comments(&document) {
        return Err(refused(UNSAFE));
    }
    let after = restored(source.text(), &document.to_string());
    checked(source, path, &expected, after)
}

/// Changes one key of a mapping.
fn at(
    map: &Mapping,
    key: &str,
    change: &Change,
    order: &[&str],
    written: Written,
) -> Result<(), Phrase> {
    let put = |value: &Tree| -> Result<(), Phrase> {
        let node = held(value, written)?;
        match map.contains_key(key) || order.is_empty() {
            true => map.set(key, node),
            false => map.set_with_field_order(key, node, order.iter().copied()),
        };
        Ok(())
    };
    match change {
        Change::Set(value) => put(value),
        Change::Unset => {
            map.remove(key);
            Ok(())
        }
        Change::Item(index, item) => {
            let list = map.get_sequence(key).ok_or_else(|| refused(UNSAFE))?;
            list.set(*index, held(item, written)?);
            Ok(())
        }
        Change::Add(item) => match map.get_sequence(key) {
            Some(list) if !list.is_empty() => {
                list.push(held(item, written)?);
                Ok(())
            }
            _ => match map.get(key).filter(|node| !node.to_string().trim().is_empty()) {
                Some(YamlNode::Scalar(one)) => {
                    let one = Tree::text(one.as_string());
                    put(&Tree::List(vec![one, item.clone()]))
                }
                _ => put(&Tree::List(vec![item.clone()])),
            },
        },
    }
}

fn held(value: &Tree, written: Written) -> Result<YamlNode, Phrase> {
    let holder = Document::from_str(&written("v", value)).map_err(|_| refused(UNSAFE))?;
    holder.get("v").ok_or_else(|| refused(UNSAFE))
}

/// The keys right below a group, or at the top, in the order of the paths.
fn below<'a>(group: &str, order: &'a [String]) -> Vec<&'a str> {
    let inside = |path: &'a String| match group {
        "" => Some(path.as_str()),
        group => path.strip_prefix(group)?.strip_prefix('.'),
    };
    let keys = order.iter().filter_map(inside);
    let mut keys: Vec<&str> = keys.map(|path| path.split('.').next().unwrap_or(path)).collect();
    keys.dedup();
    keys
}

/// A text that had no key, with its first.
fn begun(before: &str, first: &str) -> String {
    let ended = before.is_empty() || before.ends_with('\n');
    format!("{before}{}{first}", if ended { "" } else { "\n" })
}

/// The comments of a document, in order.
fn comments(document: &Document) -> Vec<String> {
    document.comments().map(|comment| comment.text().trim().to_owned()).collect()
}

/// The text with its line ends, and its last one, as they were.
fn restored(before: &str, after: &str) -> String {
    let mut after = after.to_owned();
    if before.contains("\r\n") && !before.replace("\r\n", "").contains('\n') {
        after = after.replace("\r\n", "\n").replace('\n', "\r\n");
    }
    if before.ends_with('\n') && !after.ends_with('\n') {
        after.push_str(if before.ends_with("\r\n") { "\r\n" } else { "\n" });
    }
    after
}

/// The text after an edit, if it says what was meant and nothing beside the value has changed.
fn checked(source: &Source, path: &str, expected: &Tree, after: String) -> Result<String, Phrase> {
    let new = Source::new(source.path.clone(), after.into_bytes()).map_err(|_| refused(UNSAFE))?;
    if !same(&tree(&new)?, expected) {
        return Err(refused(UNSAFE));
    }
    let (old, text): (Vec<&str>, Vec<&str>) =
        (source.text().lines().collect(), new.text().lines().collect());
    let same = |(one, other): &(&&str, &&str)| one == other;
    let head = old.iter().zip(&text).take_while(same).count();
    let tail = old[head..].iter().rev().zip(text[head..].iter().rev()).take_while(same).count();
    let removed = head + 1..=old.len() - tail;
    let allowed = lines_of(source, path);
    let inside = removed.is_empty()
        || allowed.is_some_and(|(first, last)| first <= *removed.start() && *removed.end() <= last);
    match inside {
        true => Ok(new.text().to_owned()),
        false => Err(refused(UNSAFE)),
    }
}

/// The first and the last line, from 1, of what a change may touch: the key and its value.
fn lines_of(source: &Source, path: &str) -> Option<(usize, usize)> {
    let parsed = parse(source).ok()?;
    let (group, key) = path.split_once('.').unwrap_or(("", path));
    let map = match group {
        "" => &parsed.node,
        group => match parsed.node.pair(group)?.value.pair(key) {
            Some(_) => &parsed.node.pair(group)?.value,
            None => return Some(span(parsed.node.pair(group)?)),
        },
    };
    map.pair(key).map(span)
}

fn span(pair: &super::node::Pair) -> (usize, usize) {
    let end = pair.value.span.end;
    let last = if end.column == 1 { end.line.saturating_sub(1) } else { end.line };
    (pair.key_span.start.line as usize, last.max(pair.key_span.start.line) as usize)
}

fn tree(source: &Source) -> Result<Tree, Phrase> {
    let says_nothing = |line: &str| line.is_empty() || line.starts_with('#');
    if source.text().lines().all(|line| says_nothing(line.trim())) {
        return Ok(Tree::Missing);
    }
    match parse(source) {
        Ok(parsed) if parsed.findings.is_empty() => Ok(Tree::of(&parsed.node)),
        _ => Err(refused(NO_DOCUMENT)),
    }
}

/// What a tree must be after a change.
fn applied(tree: &Tree, path: &str, change: &Change) -> Tree {
    let Tree::Map(pairs) = tree else {
        let empty = Tree::Map(Vec::new());
        return applied(&empty, path, change);
    };
    let mut pairs = pairs.clone();
    let (key, rest) = match path.split_once('.') {
        Some((key, rest)) => (key, Some(rest)),
        None => (path, None),
    };
    let slot = pairs.iter().position(|(name, _)| name == key);
    let old = slot.map_or(&Tree::Missing, |slot| &tree_pairs(tree)[slot].1);
    let new = match (rest, change) {
        (Some(rest), _) => match (old, change) {
            (Tree::Missing, Change::Unset) => None,
            _ => Some(applied(old, rest, change)),
        },
        (None, Change::Unset) => None,
        (None, Change::Set(value)) => Some(value.clone()),
        (None, Change::Item(index, item)) => match old {
            Tree::List(items) => {
                let mut items = items.clone();
                if let Some(slot) = items.get_mut(*index) {
                    *slot = item.clone();
                }
                Some(Tree::List(items))
            }
            one => Some(one.clone()),
        },
        (None, Change::Add(item)) => Some(Tree::List(match old {
            Tree::List(items) => items.iter().chain([item]).cloned().collect(),
            Tree::Missing => vec![item.clone()],
            one => vec![one.clone(), item.clone()],
        })),
    };
    match (slot, new) {
        (Some(slot), Some(new)) => pairs[slot].1 = new,
        (Some(slot), None) => {
            pairs.remove(slot);
        }
        (None, Some(new)) => pairs.push((key.to_owned(), new)),
        (None, None) => {}
    }
    Tree::Map(pairs)
}

fn tree_pairs(tree: &Tree) -> &[(String, Tree)] {
    match tree {
        Tree::Map(pairs) => pairs,
        _ => &[],
    }
}

/// Whether two trees say the same; the order of the keys of a mapping says nothing.
pub fn same(one: &Tree, other: &Tree) -> bool {
    match (one, other) {
        (Tree::Map(one), Tree::Map(other)) => {
            let found = |key: &String| other.iter().find(|(name, _)| name == key);
            let there = |(key, value): &(String, Tree)| {
                found(key).is_some_and(|(_, other)| same(value, other))
            };
            one.len() == other.len() && one.iter().all(there)
        }
        (Tree::List(one), Tree::List(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(one, other))
        }
        _ => one == other,
    }
}

fn refused(text: Text) -> Phrase {
    text.into()
}

const NO_DOCUMENT: Text = Text::new(
    "the file has errors that must be mended by hand first: sheet validate",
    "le fichier a des erreurs à corriger d'abord à la main : sheet validate",
);

const UNSAFE: Text = Text::new(
    "this place cannot be changed without touching others; change it in an editor",
    "cet endroit ne peut être changé sans en toucher d'autres ; changez-le dans un éditeur",
);

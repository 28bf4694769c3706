//! Changes of a sheet's text, each under the law that nothing else is lost.

use std::slice;

use chrono::NaiveDate;

use crate::lang::phrase;
use crate::sheet::canonical::{self, FormatSkips};
use crate::sheet::field::Field;
use crate::sheet::fields;
use crate::sheet::known::KnownBySort;
use crate::sheet::lesson_address;
use crate::sheet::loss::{self, Allowed};
use crate::sheet::unknown::is_own;
use crate::sheet::{decode, write};
use crate::text::fold::composed;
use crate::text::{Source, Span};
use crate::tree::{Change, Tree};
use crate::value::money::RARELY_STATED;
use crate::yaml::edit::{EditError, edit, rewrite};
use crate::yaml::node::{Content, Node, Pair};
use crate::yaml::parse::parse;

/// Changes the value at a path that somebody named. A value in its short form, of which the path
/// is only a part, becomes its canonical form first, with all that it says where names are known.
///
/// # Errors
/// Why the text cannot be changed there, and on which line that is seen.
pub fn change(
    source: &Source,
    path: &str,
    change: &Change,
    known: &KnownBySort,
) -> Result<Source, EditError> {
    let whole = expand_short_form(source, path, change, known)?;
    if let Change::Set(Tree::Text { .. }) = change {
        check_unstated_parts(source, path)?;
    }
    change_checked(whole.as_ref().unwrap_or(source), path, change, Allowed::Named(path))
}

/// Adds an id to a list that is a part of an item, as where a lesson held: nothing else is said
/// otherwise, and no comment goes.
///
/// # Errors
/// As [`change`].
pub fn add_to_item(
    source: &Source,
    (key, index): (&str, usize),
    part: &str,
    id: &str,
    known: &KnownBySort,
) -> Result<Source, EditError> {
    let items = |item: Tree| Change::Items(vec![(index, item)]);
    let whole = expand_short_form(source, key, &items(Tree::Missing), known)?;
    let mut source = whole.unwrap_or_else(|| source.with_text(source.text().to_owned()));
    let mut members = match item(&source, key, index) {
        Some(Tree::Map(members)) => members,
        Some(text) => {
            let members = vec![("text".to_owned(), text)];
            let change = items(Tree::Map(members.clone()));
            source = change_checked(&source, key, &change, Allowed::Form(known))?;
            members
        }
        None => Vec::new(),
    };
    let added = Tree::text(id);
    match members.iter_mut().find(|(name, _)| name == part).map(|(_, value)| value) {
        Some(Tree::List(ids)) => ids.push(added),
        Some(Tree::Missing) | None => {
            members.retain(|(name, _)| name != part);
            members.push((part.to_owned(), Tree::List(vec![added])));
        }
        Some(one) => *one = Tree::List(vec![one.clone(), added]),
    }
    change_checked(&source, key, &items(Tree::Map(members)), Allowed::Form(known))
}

/// An item of a list as it is written.
fn item(source: &Source, key: &str, index: usize) -> Option<Tree> {
    let parsed = parse(source).ok()?;
    Some(parsed.node.at(key)?.items().get(index)?.to_tree())
}

/// Changes the value at a path, and does away with nothing but what is allowed.
///
/// # Errors
/// As [`change`].
pub fn change_checked(
    source: &Source,
    path: &str,
    change: &Change,
    allowed: Allowed,
) -> Result<Source, EditError> {
    let after = source.with_text(edit(source, path, change, &write::order(), write::pair)?);
    if !source.text().trim().is_empty() && after.text() != source.text() {
        loss::check(source, &after, allowed)?;
    }
    Ok(after)
}

/// Looks for a member of a cost that a text which is set in the place of the whole does not say.
fn check_unstated_parts(source: &Source, path: &str) -> Result<(), EditError> {
    let Ok(parsed) = parse(source) else {
        return Ok(());
    };
    let record = fields::written().find(|field| field.key == path && field.shape.is_record());
    let pairs = record.and_then(|field| parsed.node.at(field.key)).map_or(&[][..], Node::pairs);
    match pairs.iter().find(|pair| RARELY_STATED.contains(&pair.key.as_ref()) || is_own(&pair.key))
    {
        None => Ok(()),
        Some(Pair { key, key_span, .. }) => Err(EditError::new(
            key_span.start.line,
            phrase!(
                "an uncertain value cannot be kept beside `{key}`; write the amount clearly",
                "une valeur incertaine ne peut pas être gardée à côté de `{key}` ; écrivez le \
                 montant clairement",
                key,
            ),
        )),
    }
}

/// The text with a short form written in full, where the path names a part of it: a member of a
/// value that is written as one text, an item of a list that is.
fn expand_short_form(
    source: &Source,
    path: &str,
    change: &Change,
    known: &KnownBySort,
) -> Result<Option<Source>, EditError> {
    let Ok(parsed) = parse(source) else {
        return Ok(None);
    };
    let Some((field, node)) = short_form(&parsed.node, path, change) else {
        return Ok(None);
    };
    let key = field.key;
    let sheet = decode::decode_knowing("", &parsed.node, NaiveDate::default(), known).sheet;
    let refused = || {
        let text = source.line(node.span.start.line).trim();
        let reason = phrase!(
            "`{key}` is a single text, and changing part of it would lose: {text}",
            "`{key}` est un seul texte, et en changer une partie perdrait : {text}",
            key,
            text,
        );
        EditError::new(node.span.start.line, reason)
    };
    if FormatSkips::of(&sheet).why(key).is_some() {
        return Err(refused());
    }
    let mut deviations = canonical::deviations(&parsed.node, &sheet, known).into_iter();
    match deviations.find(|deviation| deviation.key == key).map(|deviation| deviation.change) {
        Some(Ok(change)) => change_checked(source, key, &change, Allowed::Form(known)).map(Some),
        Some(Err(_)) => Err(refused()),
        // The canonical form of its only member is that member alone.
        None => match field.stored(&sheet).tree() {
            whole @ Tree::Map(_) => {
                change_checked(source, key, &Change::Set(whole), Allowed::Form(known)).map(Some)
            }
            _ => Ok(None),
        },
    }
}

/// The field in its short form of which a path names a part, if it does.
fn short_form<'n, 'a>(
    top: &'n Node<'a>,
    path: &str,
    change: &Change,
) -> Option<(&'static Field, &'n Node<'a>)> {
    let adds = matches!(change, Change::Add(_) | Change::Items(_));
    let group = path.split_once('.').map(|(group, _)| group);
    let record = |field: &Field| Some(field.key) == group && field.shape.is_record();
    let list = |field: &Field| adds && field.key == path && field.shape.is_list();
    let field = fields::written().find(|field| record(field) || list(field))?;
    let node = top.at(field.key).filter(|node| !node.is_missing())?;
    matches!(node.content, Content::Scalar { .. }).then_some((field, node))
}

/// Where a sheet refers to another one by its id, and what is to stand there once that has a new
/// one.
pub fn references(node: &Node, old: &str, new: &str) -> Vec<(Span, String)> {
    let mut places = Vec::new();
    for field in fields::written() {
        let Some(value) = node.at(field.key) else {
            continue;
        };
        if field.shape.refers_to_sheets() {
            places.push(value);
        }
        let parts = field.shape.parts().iter();
        for part in parts.filter(|part| part.shape.refers_to_sheets()) {
            places.extend(each(value).iter().filter_map(|item| item.at(part.key)));
        }
    }
    let old = composed(old);
    let texts = places.into_iter().flat_map(each);
    let renamed = texts.filter_map(|node| {
        let text = node.text()?.trim();
        let (id, lesson) = lesson_address::split(text);
        (composed(id) == old).then(|| (node.span, format!("{new}{lesson}")))
    });
    renamed.collect()
}

/// The items of a list, or the one value that stands in the place of a list.
fn each<'n, 'a>(node: &'n Node<'a>) -> &'n [Node<'a>] {
    match &node.content {
        Content::List(items) => items,
        _ => slice::from_ref(node),
    }
}

/// The text with what is to stand at these places.
///
/// # Errors
/// Why they cannot be written anew.
pub fn renamed(source: &Source, places: &[(Span, String)]) -> Result<Source, EditError> {
    let after = rewrite(source, places, write::pair)?;
    Ok(source.with_text(after))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn confirmed(lessons: &str) -> Result<String, EditError> {
        let head = "title: F\nlessons:\n";
        let source = Source::of("a.yaml", format!("{head}{lessons}"));
        let place = ("lessons.nuggets", 0);
        let made = add_to_item(&source, place, "confirmed-in", "b", &KnownBySort::default())?;
        Ok(made.text().strip_prefix(head).expect("the same head").to_owned())
    }

    #[test]
    fn an_id_is_added_to_a_part_of_an_item_and_nothing_else_is_touched() {
        let added = "confirmed-in:\n        - b\n";
        for (before, after) in [
            ("  nuggets:\n    - Un café  # bon\n", format!("  nuggets:\n    - text: Un café  # bon\n      {added}")),
            ("  nuggets: Un café\n", format!("  nuggets:\n    - text: Un café\n      {added}")),
            (
                "  nuggets:\n    # le\n    - text: Un café\n      # bon\n      do: x  # y\n\n    - Deux\n",
                format!("  nuggets:\n    # le\n    - text: Un café\n      # bon\n      do: x  # y\n      {added}\n    - Deux\n"),
            ),
            (
                "  nuggets:\n    - text: Un café\n      confirmed-in: [a]\n      # bon\n      x-a: 'é'\n",
                "  nuggets:\n    - text: Un café\n      confirmed-in:\n        - a\n        - b\n      # bon\n      x-a: 'é'\n".to_owned(),
            ),
            (
                "  nuggets:\n    - text: Un café\n      confirmed-in: a\n",
                "  nuggets:\n    - text: Un café\n      confirmed-in:\n        - a\n        - b\n".to_owned(),
            ),
        ] {
            assert_eq!(confirmed(before).expect("it can be made"), after, "{before}");
        }
        let commented = "  nuggets:\n    - text: Un café\n      confirmed-in: # bon\n        - a\n";
        assert!(confirmed(commented).is_err());
    }
}

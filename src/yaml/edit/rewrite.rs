//! Another text in the place of some that stand anywhere in the tree.

use crate::lang::{Text, text};
use crate::text::{Source, Span};
use crate::tree::Tree;
use crate::tree::same;
use crate::yaml::comments::{closing, comments};
use crate::yaml::edit::in_place::WriteValue;
use crate::yaml::edit::in_place::readable;
use crate::yaml::edit::refused::EditError;
use crate::yaml::edit::refused::UNSAFE;
use crate::yaml::node::{Content, Node, Pair};
use crate::yaml::parse::{ParsedYaml, parse};

/// Writes another text in the place of those that stand at some places, each within its line.
///
/// # Errors
/// Why one of them cannot be written anew.
pub fn rewrite(
    source: &Source,
    places: &[Span],
    text: &str,
    written: WriteValue,
) -> Result<String, EditError> {
    let parsed = readable(source)?;
    let first = places.first().map(|place| place.start.line);
    let mut places = places.to_vec();
    places.sort_unstable_by_key(|place| place.start);
    // What is repeated by its name stands once and is found more often.
    places.dedup();
    let mut count = 0;
    let expected = rewritten(&parsed.node, &places, text, &mut count);
    let plain = written("v", &Tree::text(text));
    let plain = plain.trim_start_matches("v:").trim();
    let old = source.text();
    let (mut after, mut done) = (String::with_capacity(old.len()), 0);
    for place in &places {
        let (start, end) = (source.byte(place.start), source.byte(place.end));
        let (start, end, text) = if old[start..].starts_with(['"', '\'']) {
            (start + 1, closing(old, start) - 1, text)
        } else {
            (start, end, plain)
        };
        after.push_str(&old[done..start]);
        after.push_str(text);
        done = end;
    }
    after.push_str(&old[done..]);
    let new = source.with_text(after);
    let same_comments = |parsed: &ParsedYaml, new_parsed: &ParsedYaml| {
        let old = comments(source, &parsed.node).into_iter().map(|comment| comment.text);
        old.eq(comments(&new, &new_parsed.node).into_iter().map(|comment| comment.text))
    };
    match parse(&new) {
        Ok(again)
            if count == places.len()
                && same(&again.node.to_tree(), &expected)
                && same_comments(&parsed, &again) =>
        {
            Ok(new.text().to_owned())
        }
        _ if count > places.len() => Err(EditError::new(first, REPEATED)),
        _ => Err(EditError::new(first, UNSAFE)),
    }
}

/// Whether a place is one of some, which are in order.
fn is_among(places: &[Span], place: Span) -> bool {
    places.binary_search_by_key(&place.start, |one| one.start).is_ok_and(|at| places[at] == place)
}

/// A tree with another text at some places, which are in order, and how many there were.
fn rewritten(node: &Node, places: &[Span], text: &str, count: &mut usize) -> Tree {
    match &node.content {
        Content::Scalar { .. } if is_among(places, node.span) => {
            *count += 1;
            Tree::text(text)
        }
        Content::Scalar { .. } => node.to_tree(),
        Content::List(items) => {
            Tree::List(items.iter().map(|item| rewritten(item, places, text, count)).collect())
        }
        Content::Map(pairs) => {
            let pair =
                |pair: &Pair| (pair.key.to_string(), rewritten(&pair.value, places, text, count));
            Tree::Map(pairs.iter().map(pair).collect())
        }
    }
}

const REPEATED: Text =
    text!("an alias elsewhere repeats this value", "un alias répète cette valeur ailleurs");

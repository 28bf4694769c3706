//! Another text in the place of some that stand anywhere in the tree.

use crate::lang::{Text, text};
use crate::text::{Source, Span};
use crate::tree::Tree;
use crate::tree::same;
use crate::yaml::comments::{closing, comments};
use crate::yaml::edit::in_place::WriteValue;
use crate::yaml::edit::in_place::readable;
use crate::yaml::edit::refused::EditError;
use crate::yaml::edit::refused::not_rewritable;
use crate::yaml::node::{Content, Node, Pair};
use crate::yaml::parse::{ParsedYaml, parse};

/// Writes another text in the place of each that stands at one of some places, within its line.
///
/// # Errors
/// Why one of them cannot be written anew.
pub fn rewrite(
    source: &Source,
    places: &[(Span, String)],
    written: WriteValue,
) -> Result<String, EditError> {
    let parsed = readable(source)?;
    let first = places.first().map(|(place, _)| place.start.line);
    let mut places = places.to_vec();
    places.sort_unstable_by_key(|(place, _)| place.start);
    // What is repeated by its name stands once and is found more often.
    places.dedup();
    let mut count = 0;
    let expected = rewritten(&parsed.node, &places, &mut count);
    let old = source.text();
    let (mut after, mut done) = (String::with_capacity(old.len()), 0);
    for (place, text) in &places {
        let (start, end) = (source.byte(place.start), source.byte(place.end));
        if old[start..].starts_with(['"', '\'']) {
            after.push_str(&old[done..=start]);
            after.push_str(text);
            done = closing(old, start) - 1;
        } else {
            after.push_str(&old[done..start]);
            after.push_str(written("v", &Tree::text(text)).trim_start_matches("v:").trim());
            done = end;
        }
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
        _ => Err(not_rewritable(first)),
    }
}

/// The text for a place, if it is one of some, which are in order.
fn text_at(places: &[(Span, String)], place: Span) -> Option<&str> {
    let at = places.binary_search_by_key(&place.start, |(one, _)| one.start).ok()?;
    (places[at].0 == place).then_some(&places[at].1)
}

/// A tree with other texts at some places, which are in order, and how many there were.
fn rewritten(node: &Node, places: &[(Span, String)], count: &mut usize) -> Tree {
    match &node.content {
        Content::Scalar { .. } => match text_at(places, node.span) {
            Some(text) => {
                *count += 1;
                Tree::text(text)
            }
            None => node.to_tree(),
        },
        Content::List(items) => {
            Tree::List(items.iter().map(|item| rewritten(item, places, count)).collect())
        }
        Content::Map(pairs) => {
            let pair = |pair: &Pair| (pair.key.to_string(), rewritten(&pair.value, places, count));
            Tree::Map(pairs.iter().map(pair).collect())
        }
    }
}

const REPEATED: Text =
    text!("an alias elsewhere repeats this value", "un alias répète cette valeur ailleurs");

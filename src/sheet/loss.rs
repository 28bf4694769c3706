//! The law of every edit, asked of every text before it is written: each text and each comment of
//! the old sheet is in the new one, or lies below the path that was named, or reads as the value
//! that replaced it, or repeats a passage that stays.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use crate::lang::{phrase, text};
use crate::sheet::canonical::is_below;
use crate::sheet::known::KnownBySort;
use crate::sheet::{Sheet, decode, fields};
use crate::text::clip::clip;
use crate::text::{Source, Span};
use crate::tree::Tree;
use crate::yaml::arena::Arena;
use crate::yaml::comments::{comments, missing};
use crate::yaml::edit::{EditError, lines_of};
use crate::yaml::node::{Content, Node};
use crate::yaml::parse::{ParsedYaml, parse_in};

/// What an edit may do away with.
#[derive(Clone, Copy, Debug)]
pub enum Allowed<'a> {
    /// What lies below this path, because somebody named it.
    Named(&'a str),
    /// The form of a value: another one that reads the same where these names are known.
    Form(&'a KnownBySort),
    /// A passage of the text at this path that stands in it once more.
    Repetition(&'a str),
}

/// Looks for something that a new text has lost of the old one.
///
/// # Errors
/// The first loss that is not allowed, with its line in the old text.
pub fn check(before: &Source, after: &Source, allowed: Allowed) -> Result<(), EditError> {
    let arena = Arena::recycled();
    let (old, new) = (tree(before, &arena)?, tree(after, &arena)?);
    let mut left: HashMap<(String, &str), usize> = HashMap::new();
    for TextAt { path, text, .. } in texts(&new.node) {
        *left.entry((path, text)).or_default() += 1;
    }
    let mut reads = None;
    let mut same: HashMap<String, bool> = HashMap::new();
    for TextAt { path, text, line } in texts(&old.node) {
        let key = (path, text);
        if let Some(count) = left.get_mut(&key).filter(|count| **count > 0) {
            *count -= 1;
            continue;
        }
        let (path, text) = key;
        let is_allowed = match allowed {
            Allowed::Named(named) => is_below(&path, named),
            Allowed::Form(known) => {
                let top = path.split('.').next().unwrap_or(&path);
                *same.entry(top.to_owned()).or_insert_with(|| {
                    let (one, other) =
                        reads.get_or_insert_with(|| (reading(&old, known), reading(&new, known)));
                    reads_the_same(one, other, top)
                })
            }
            Allowed::Repetition(named) => path == named && is_still_present(text, named, &new.node),
        };
        if !is_allowed {
            return Err(lost(line, text));
        }
    }
    let named = match allowed {
        Allowed::Named(named) => lines_of(before, &old.node, named),
        Allowed::Form(_) | Allowed::Repetition(_) => None,
    };
    let gone = missing(comments(before, &old.node), &comments(after, &new.node));
    match gone
        .iter()
        .find(|comment| !named.as_ref().is_some_and(|lines| lines.contains(&comment.line)))
    {
        Some(comment) => Err(lost(comment.line, &comment.text)),
        None => Ok(()),
    }
}

/// Looks whether a stretch of a text keeps its letters: all but what nobody sees, and the marks by which
/// YAML is told what they are.
pub fn keeps_letters(before: &Source, span: Span, text: &str) -> bool {
    let is_letter = |c: &char| {
        !c.is_whitespace() && !matches!(c, '"' | '\'' | '\\' | ':' | '[' | ']' | '{' | '}')
    };
    let (start, end) = (before.byte(span.start), before.byte(span.end));
    let old = before.text().get(start..end).unwrap_or("");
    old.chars().filter(is_letter).eq(text.chars().filter(is_letter))
}

/// A text that stands in a sheet: its path without list indices, and its line.
struct TextAt<'n> {
    path: String,
    text: &'n str,
    line: u32,
}

/// Every text of a tree that says something.
fn texts<'n>(node: &'n Node) -> Vec<TextAt<'n>> {
    fn gather<'n>(node: &'n Node, path: &mut String, texts: &mut Vec<TextAt<'n>>) {
        match &node.content {
            _ if node.is_missing() => {}
            Content::Scalar { text, .. } => {
                texts.push(TextAt { path: path.clone(), text, line: node.span.start.line });
            }
            Content::List(items) => items.iter().for_each(|item| gather(item, path, texts)),
            Content::Map(pairs) => {
                for pair in pairs.iter() {
                    let outer = path.len();
                    if outer > 0 {
                        path.push('.');
                    }
                    path.push_str(&pair.key);
                    gather(&pair.value, path, texts);
                    path.truncate(outer);
                }
            }
        }
    }
    let mut texts = Vec::new();
    gather(node, &mut String::new(), &mut texts);
    texts
}

fn tree<'a>(source: &'a Source, arena: &'a Arena) -> Result<ParsedYaml<'a>, EditError> {
    parse_in(source, arena)
        .map_err(|finding| EditError::new(finding.span.start.line, finding.label))
}

fn reading(parsed: &ParsedYaml, known: &KnownBySort) -> Sheet {
    decode::decode_knowing("", &parsed.node, NaiveDate::default(), known).sheet
}

/// Whether all that two sheets say below a key of the top is the same, doubts and unread values
/// included.
fn reads_the_same(one: &Sheet, other: &Sheet, top: &str) -> bool {
    let fields = fields::written().filter(|field| is_below(field.key, top));
    let mut values = fields.map(|field| field.stored(one).tree() == field.stored(other).tree());
    let kept = |sheet: &Sheet| {
        let unread = sheet.unread.iter().map(|unread| (&unread.key, &unread.value));
        let own = sheet.own.iter().map(|(key, value)| (key, value));
        let below = unread.chain(own).filter(|(key, _)| is_below(key, top));
        below.map(|(key, value)| (key.clone(), value.clone())).collect::<Vec<(String, Tree)>>()
    };
    let uncertain = |sheet: &Sheet| -> Vec<String> {
        sheet.uncertain.iter().filter(|doubt| is_below(doubt, top)).cloned().collect()
    };
    let extra = top != "extra" || one.extra == other.extra;
    values.all(|same| same)
        && extra
        && kept(one) == kept(other)
        && uncertain(one) == uncertain(other)
}

/// Whether each line of a text still stands in what became of it.
fn is_still_present(text: &str, path: &str, node: &Node) -> bool {
    let now = texts(node).into_iter().find(|written| written.path == path);
    let lines: HashSet<&str> = now.iter().flat_map(|now| now.text.lines()).map(str::trim).collect();
    text.lines().map(str::trim).all(|line| line.is_empty() || lines.contains(line))
}

fn lost(line: u32, text: &str) -> EditError {
    const LENGTH: usize = 60;
    let shown = clip(text, LENGTH);
    let lost = text!("this would be lost:", "ceci serait perdu :");
    let reason = phrase!("{lost} {shown}", "{lost} {shown}", lost, shown);
    EditError::new(line, reason)
}

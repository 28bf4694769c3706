//! Changes one value of a text and touches only its lines.
//!
//! Nothing of an edit is believed: the new text is parsed again and compared with the old tree
//! plus the change, and every line outside the value must be as it was. In doubt the edit is
//! refused; a file is never written anew.

use std::ops::RangeInclusive;

use crate::finding::Severity;
use crate::lang::phrase;
use crate::text::Source;
use crate::tree::Tree;
use crate::tree::change::Change;
use crate::tree::same;
use crate::yaml::arena::Arena;
use crate::yaml::comments::{comments, is_blank, missing};
use crate::yaml::layout::{self, is_block};
use crate::yaml::node::Node;
use crate::yaml::parse::{ParsedYaml, parse, parse_in};

use crate::yaml::edit::expected::expected_tree;
use crate::yaml::edit::refused::{
    EditError, blocking_value, broken, lost, no_room, not_rewritable,
};

/// How a key and its value are written as YAML: what the writer makes of `key: …`.
pub(super) type WriteValue = fn(&str, &Tree) -> String;

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
    written: WriteValue,
) -> Result<String, EditError> {
    if is_blank(source.text()) {
        return insert_first(source, path, change, written);
    }
    let parsed = readable(source)?;
    let node = &parsed.node;
    let before = node.to_tree();
    let expected =
        expected_tree(&before, path, change).ok_or_else(|| blocking_value(source, node, path))?;
    if same(&expected, &before) {
        return Ok(source.text().to_owned());
    }
    let edit = Edit { source, node, path, change, order, written };
    let mut refused = match place(node, path) {
        Some(line) => not_rewritable(Some(line)),
        None => no_room(node.span.start.line, layout::is_flow(source, node)),
    };
    for attempt in [Edit::by_lines, Edit::in_its_lines, Edit::in_the_whole] {
        match attempt(&edit).and_then(|after| edit.verified(&expected, after)) {
            Ok(after) => return Ok(after),
            Err(Some(reason)) => refused = reason,
            Err(None) => {}
        }
    }
    Err(edit.repeated().unwrap_or(refused))
}

/// A text that has no key yet, with its first.
fn insert_first(
    source: &Source,
    path: &str,
    change: &Change,
    written: WriteValue,
) -> Result<String, EditError> {
    let expected = expected_tree(&Tree::Missing, path, change).unwrap_or(Tree::Missing);
    let Tree::Map(pairs) = &expected else {
        return Ok(source.text().to_owned());
    };
    let pairs: String = pairs.iter().map(|(key, value)| written(key, value)).collect();
    let text = source.text();
    let end = source.line_end();
    let ended = text.is_empty() || text.ends_with('\n');
    let pairs = pairs.replace('\n', end);
    let after = source.with_text(format!("{text}{}{pairs}", if ended { "" } else { end }));
    match parse(&after) {
        Ok(parsed) if same(&parsed.node.to_tree(), &expected) => Ok(after.text().to_owned()),
        _ => Err(not_rewritable(None)),
    }
}

/// What is to be changed, and where.
pub(super) struct Edit<'e> {
    pub(super) source: &'e Source,
    pub(super) node: &'e Node<'e>,
    pub(super) path: &'e str,
    pub(super) change: &'e Change,
    pub(super) order: &'e [String],
    pub(super) written: WriteValue,
}

/// A text that was made, or why it was not; nothing where this way of making it does not serve.
pub(super) type EditResult = Result<String, Option<EditError>>;

impl Edit<'_> {
    /// The text after an edit, if it says what was meant, keeps every comment that stands outside
    /// the value, and every line that does.
    pub(super) fn verified(&self, expected: &Tree, after: String) -> EditResult {
        let new = self.source.with_text(after);
        let arena = Arena::recycled();
        let parsed = parse_in(&new, &arena).map_err(|_| None)?;
        let has_error = parsed.findings.iter().any(|one| one.severity == Severity::Error);
        if has_error || !same(&parsed.node.to_tree(), expected) {
            return Err(None);
        }
        let (first, last) = self.lines();
        let kept = comments(&new, &parsed.node);
        let gone = missing(comments(self.source, self.node), &kept);
        if let Some(one) = gone.iter().find(|one| !(first..=last).contains(&one.line)) {
            return Err(Some(EditError::new(one.line, lost(&one.text))));
        }
        let lines = |source: &'_ Source| -> Vec<String> {
            source.text().split_inclusive('\n').map(str::to_owned).collect()
        };
        let (old, text) = (lines(self.source), lines(&new));
        // The last line may end with the text, before or after.
        let unended = |line: &String| line.trim_end_matches(['\n', '\r']).to_owned();
        let equal = |(one, other): &(&String, &String)| {
            let is_last = !one.ends_with('\n') || !other.ends_with('\n');
            one == other || (is_last && unended(one) == unended(other))
        };
        let head = old.iter().zip(&text).take_while(equal).count();
        let tail =
            old[head..].iter().rev().zip(text[head..].iter().rev()).take_while(equal).count();
        let (from, to) = (head as u32 + 1, (old.len() - tail) as u32);
        if to < from || first <= from && to <= last { Ok(new.text().to_owned()) } else { Err(None) }
    }

    /// The first and the last line, from 1, of what may change: the key and its value, the group
    /// where the key is new in it or alone, and a blank line behind.
    pub(super) fn lines(&self) -> (u32, u32) {
        let (key, member) = self.steps();
        let unset = *self.change == Change::Unset;
        let alone = self.node.pair(key).is_some_and(|pair| pair.value.pairs().len() == 1);
        let path = if unset && alone && member.is_some() { key } else { self.path };
        match lines_of(self.source, self.node, path) {
            Some(lines) => {
                let blank = self.source.line(lines.end() + 1).trim().is_empty();
                (*lines.start(), lines.end() + u32::from(unset && blank))
            }
            None => (u32::MAX, 0),
        }
    }

    /// That an alias elsewhere repeats the value, where one does.
    pub(super) fn repeated(&self) -> Option<EditError> {
        let (first, last) = self.lines();
        let inside = self.source.lines_between(first, last.min(self.source.line_count()));
        let name = |rest: &str| -> String {
            rest.chars().take_while(|c| !c.is_whitespace() && !",[]{}".contains(*c)).collect()
        };
        let anchors = inside.match_indices('&').map(|(at, _)| name(&inside[at + 1..]));
        let anchors: Vec<String> = anchors.filter(|name| !name.is_empty()).collect();
        let text = self.source.text();
        let alias =
            text.match_indices('*').find(|(at, _)| anchors.contains(&name(&text[at + 1..])))?;
        let line = self.source.position(alias.0).line;
        Some(EditError::new(
            line,
            phrase!(
                "`*{name}` repeats the value here",
                "`*{name}` répète ici la valeur",
                name = name(&text[alias.0 + 1..]),
            ),
        ))
    }

    /// The whole value that the change gives its key; nothing where it gives it none, or where
    /// the value that is there must be known to the crate.
    pub(super) fn value(&self) -> Result<Tree, Option<EditError>> {
        let (key, member) = self.steps();
        let pair = self.node.pair(key).and_then(|pair| match member {
            None => Some(pair),
            Some(member) => pair.value.pair(member),
        });
        let old = pair.map_or(Tree::Missing, |pair| pair.value.to_tree());
        match (self.change, old) {
            (Change::Set(value), _) => Ok(value.clone()),
            (Change::Add(item), Tree::Missing) => Ok(Tree::List(vec![item.clone()])),
            (Change::Add(item), one @ Tree::Text { .. }) => Ok(Tree::List(vec![one, item.clone()])),
            _ => Err(None),
        }
    }

    pub(super) fn steps(&self) -> (&str, Option<&str>) {
        match self.path.split_once('.') {
            Some((group, key)) => (group, Some(key)),
            None => (self.path, None),
        }
    }

    /// The keys right below a group, or at the top, in the order of the paths.
    pub(super) fn below(&self, group: &str) -> Vec<&str> {
        let inside = |path: &'_ String| match group {
            "" => Some(path.len()),
            group => path.strip_prefix(group)?.strip_prefix('.').map(str::len),
        };
        let keys = self.order.iter().filter_map(|path| Some(&path[path.len() - inside(path)?..]));
        let mut keys: Vec<&str> = keys.map(|path| path.split('.').next().unwrap_or(path)).collect();
        keys.dedup();
        keys
    }
}

/// The line of a path, or of the group that would hold it.
fn place(node: &Node, path: &str) -> Option<u32> {
    let group = path.split('.').next().unwrap_or(path);
    let pair = node.pair(group)?;
    let inner = path.split_once('.').and_then(|(_, key)| pair.value.pair(key));
    Some(inner.unwrap_or(pair).key_span.start.line)
}

/// The tree of a text in which nothing is wrong that an edit could make worse.
pub(super) fn readable(source: &Source) -> Result<ParsedYaml<'_>, EditError> {
    let parsed = parse(source).map_err(|finding| broken(&finding))?;
    match parsed.findings.iter().find(|one| one.severity == Severity::Error) {
        Some(finding) => Err(broken(finding)),
        None => Ok(parsed),
    }
}

/// The lines of the value at a path of one key or two, if they are its own.
pub fn lines_of(source: &Source, node: &Node, path: &str) -> Option<RangeInclusive<u32>> {
    let (key, member) = match path.split_once('.') {
        Some((key, member)) => (key, Some(member)),
        None => (path, None),
    };
    let pair = node.pair(key)?;
    match member.and_then(|member| pair.value.pair(member)) {
        Some(inner) if is_block(source, &pair.value) => {
            Some(layout::lines_of(source, &pair.value, inner))
        }
        _ => Some(layout::lines_of(source, node, pair)),
    }
}

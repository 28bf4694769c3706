//! Text → [`Node`], or the one finding that says why there is none.
//!
//! This is the door of the YAML parser. Its events carry places in lines and characters; the
//! tree is built here, within limits that no hostile file can pass.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use saphyr_parser::{Event, Marker, Parser, ScalarStyle as EventStyle};

use crate::finding::{Finding, Lint};
use crate::lang::{Phrase, phrase, text};
use crate::text::{Position, Source, Span};
use crate::yaml::arena::Arena;
use crate::yaml::codes::{DUPLICATE_KEY, LIMIT_EXCEEDED, NOT_ONE_DOCUMENT, SYNTAX, UNUSED_ANCHOR};
use crate::yaml::node::{Content, Mapping, Node, Pair, ScalarStyle};
use crate::yaml::plain;
use crate::yaml::quoted;
use crate::yaml::syntax;

/// The deepest nesting of lists and mappings that is read.
pub const MAX_DEPTH: usize = 64;
/// As many keys as most mappings of a sheet have, so that few of them grow.
const TYPICAL_KEYS: usize = 8;
/// The most values that aliases may add to a file.
pub const MAX_ALIASED: usize = 10_000;
/// The most anchors without an alias that are reported of a file.
const MAX_UNUSED: usize = 20;
/// The largest file that is read, in bytes.
pub const MAX_BYTES: u64 = 16 * 1024 * 1024;

/// A tree, and what is wrong with it without hindering its reading.
#[derive(Debug)]
pub struct ParsedYaml<'a> {
    pub node: Node<'a>,
    pub findings: Vec<Finding>,
}

/// Makes the tree of a text that is one YAML document with a mapping at its top.
///
/// # Errors
/// The one finding that hinders it: `syntax`, `not-one-document` or `limit-exceeded`.
pub fn parse(source: &Source) -> Result<ParsedYaml<'_>, Box<Finding>> {
    match parse_plain(source, &Arena::recycled()) {
        Some(ParsedYaml { node, findings }) => Ok(ParsedYaml { node: node.detached(), findings }),
        None => parse_general(source),
    }
}

/// As [`parse`], but the tree of a plain text stands in the arena: faster, and freed with it.
///
/// # Errors
/// As [`parse`].
pub fn parse_in<'a>(source: &'a Source, arena: &'a Arena) -> Result<ParsedYaml<'a>, Box<Finding>> {
    parse_plain(source, arena).map_or_else(|| parse_general(source), Ok)
}

fn parse_plain<'a>(source: &'a Source, arena: &'a Arena) -> Option<ParsedYaml<'a>> {
    let node = plain::read(source.text(), arena)?;
    debug_assert_eq!(Some(&node), parse_general(source).ok().map(|parsed| parsed.node).as_ref());
    let findings = quoted::cut(source, &node);
    Some(ParsedYaml { node, findings })
}

/// The same by the general parser alone, whatever the text.
///
/// # Errors
/// As [`parse`].
pub fn parse_general(source: &Source) -> Result<ParsedYaml<'_>, Box<Finding>> {
    let text = source.text();
    if let Some(byte) = text.find('\0') {
        let label = text!("NUL character", "caractère NUL");
        return Err(finding(&SYNTAX, single(source.position(byte)), label));
    }
    let mut builder = Builder::of(source);
    let mut parser = Parser::new_from_str(text);
    while let Some(event) = parser.next_event() {
        let (event, span) = event.map_err(|error| refused(source, position(error.marker())))?;
        builder.take(event, place(span))?;
    }
    let mut parsed = builder.finish()?;
    parsed.findings.extend(quoted::cut(source, &parsed.node));
    parsed.findings.sort_by_key(|finding| finding.span);
    Ok(parsed)
}

/// Builds the tree from the events of the parser.
struct Builder<'a> {
    source: &'a Source,
    root: Option<Node<'a>>,
    open: Vec<Open<'a>>,
    anchors: HashMap<usize, Node<'a>>,
    repeated: HashSet<usize>,
    aliased: usize,
    documents: usize,
    findings: Vec<Finding>,
}

/// A list or mapping whose end has not come.
struct Open<'a> {
    start: Position,
    anchor: usize,
    inside: Inside<'a>,
}

enum Inside<'a> {
    List(Vec<Node<'a>>),
    Map { pairs: Vec<Pair<'a>>, key: Option<(Cow<'a, str>, Span)> },
}

impl<'a> Builder<'a> {
    fn of(source: &'a Source) -> Builder<'a> {
        Builder {
            source,
            root: None,
            open: Vec::new(),
            anchors: HashMap::new(),
            repeated: HashSet::new(),
            aliased: 0,
            documents: 0,
            findings: Vec::new(),
        }
    }

    fn take(&mut self, event: Event<'a>, span: Span) -> Result<(), Box<Finding>> {
        match event {
            Event::DocumentStart(_) => {
                self.documents += 1;
                if self.documents > 1 {
                    let label = text!("second document", "deuxième document");
                    return Err(finding(&NOT_ONE_DOCUMENT, span, label));
                }
            }
            Event::Scalar(text, style, anchor, tag) => {
                if tag.is_some_and(|tag| !tag.is_yaml_core_schema()) {
                    return Err(refused(self.source, span.start));
                }
                let node = Node::scalar(text, written(style), span);
                self.place(node, anchor)?;
            }
            Event::SequenceStart(anchor, _) => {
                self.open(span, anchor, Inside::List(Vec::new()))?;
            }
            Event::MappingStart(anchor, _) => {
                let pairs = Vec::with_capacity(TYPICAL_KEYS);
                self.open(span, anchor, Inside::Map { pairs, key: None })?;
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(span)?,
            Event::Alias(anchor) => self.alias(anchor, span)?,
            _ => {}
        }
        Ok(())
    }

    fn open(&mut self, span: Span, anchor: usize, inside: Inside<'a>) -> Result<(), Box<Finding>> {
        if self.open.len() >= MAX_DEPTH {
            let label = phrase!(
                "more than {deepest} levels",
                "plus de {deepest} niveaux",
                deepest = MAX_DEPTH,
            );
            return Err(finding(&LIMIT_EXCEEDED, span, label));
        }
        let start = span.start;
        self.open.push(Open { start, anchor, inside });
        Ok(())
    }

    fn close(&mut self, span: Span) -> Result<(), Box<Finding>> {
        let Some(open) = self.open.pop() else {
            return Ok(());
        };
        let content = match open.inside {
            Inside::List(items) => Content::List(items.into()),
            Inside::Map { pairs, .. } => {
                let pairs = Mapping::from(pairs);
                self.findings.extend(duplicates(&pairs));
                Content::Map(pairs)
            }
        };
        let span = Span { start: open.start, end: span.end };
        self.place(Node { span, content }, open.anchor)
    }

    /// Puts a finished node where it belongs.
    fn place(&mut self, node: Node<'a>, anchor: usize) -> Result<(), Box<Finding>> {
        if anchor > 0 {
            self.anchors.insert(anchor, node.clone());
        }
        match self.open.last_mut().map(|open| &mut open.inside) {
            None => self.root = Some(node),
            Some(Inside::List(items)) => items.push(node),
            Some(Inside::Map { pairs, key }) => match key.take() {
                Some((key, key_span)) => pairs.push(Pair { key, key_span, value: node }),
                None => {
                    let Content::Scalar { text, .. } = node.content else {
                        return Err(refused(self.source, node.span.start));
                    };
                    *key = Some((text, node.span));
                }
            },
        }
        Ok(())
    }

    fn alias(&mut self, anchor: usize, span: Span) -> Result<(), Box<Finding>> {
        let Some(node) = self.anchors.get(&anchor) else {
            let label =
                text!("alias inside its own anchor", "alias à l'intérieur de sa propre ancre");
            return Err(finding(&SYNTAX, span, label));
        };
        self.repeated.insert(anchor);
        self.aliased += size(node, MAX_ALIASED - self.aliased);
        let deep = self.open.len() + depth(node) > MAX_DEPTH;
        if self.aliased >= MAX_ALIASED || deep {
            let label = text!(
                "expanding this alias makes the file too large",
                "développer cet alias rend le fichier trop gros",
            );
            return Err(finding(&LIMIT_EXCEEDED, span, label));
        }
        // It stands where it is repeated; what is in it, where it was written.
        let node = Node { span, ..node.clone() };
        self.place(node, 0)
    }

    /// Reports the anchors that nothing repeats: rather words of a text.
    fn unused_anchors(&self) -> Vec<Finding> {
        let unused = self.anchors.iter().filter(|(anchor, _)| !self.repeated.contains(anchor));
        let mut values: Vec<Position> = unused.map(|(_, node)| node.span.start).collect();
        values.sort_unstable();
        let places = values.into_iter().take(MAX_UNUSED).filter_map(|at| self.anchor_before(at));
        let label = text!("not part of the text", "ne fait pas partie du texte");
        places.map(|span| Finding::new(&UNUSED_ANCHOR, span, label)).collect()
    }

    /// The place of the anchor of a value: before it, on its line or on the one above.
    fn anchor_before(&self, value: Position) -> Option<Span> {
        let (text, end) = (self.source.text(), self.source.byte(value));
        let from = self.source.line_start(value.line.saturating_sub(1).max(1));
        let is_here = text[end..].starts_with('&');
        let start = if is_here { end } else { from + text.get(from..end)?.rfind('&')? };
        let length = text[start..].find(char::is_whitespace).unwrap_or(text.len() - start);
        let end = self.source.position(start + length);
        Some(Span { start: self.source.position(start), end })
    }

    fn finish(mut self) -> Result<ParsedYaml<'a>, Box<Finding>> {
        let unused = self.unused_anchors();
        self.findings.extend(unused);
        let findings = self.findings;
        match self.root {
            Some(node) if matches!(node.content, Content::Map(_)) => {
                Ok(ParsedYaml { node, findings })
            }
            Some(node) if !node.is_missing() => {
                let label = text!("expected `key: value` lines", "lignes `clé: valeur` attendues",);
                let help =
                    text!("a sheet begins with `title: …`", "une fiche commence par `title: …`",);
                let found = finding(&NOT_ONE_DOCUMENT, single(node.span.start), label);
                Err(Box::new(found.with_help(help)))
            }
            _ => {
                let label = text!("empty file", "fichier vide");
                Err(finding(&NOT_ONE_DOCUMENT, Span::TOP, label))
            }
        }
    }
}

/// How many values a node holds, counted up to a limit.
fn size(node: &Node, limit: usize) -> usize {
    let mut count = 1;
    let inside = node.items().iter().chain(node.pairs().iter().map(|pair| &pair.value));
    for child in inside {
        if count >= limit {
            break;
        }
        count += size(child, limit - count);
    }
    count
}

fn depth(node: &Node) -> usize {
    let inside = node.items().iter().chain(node.pairs().iter().map(|pair| &pair.value));
    match node.content {
        Content::Scalar { .. } => 0,
        _ => 1 + inside.map(depth).max().unwrap_or(0),
    }
}

/// Reports the keys that stand again in one mapping.
fn duplicates(pairs: &Mapping) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (at, first) in pairs.repeated() {
        let pair = &pairs[at];
        let label = text!("repeated here", "répétée ici");
        let also = text!(
            "first defined here; this value is used",
            "définie d'abord ici ; cette valeur est gardée",
        );
        findings.push(
            Finding::new(&DUPLICATE_KEY, pair.key_span, label)
                .with_related(pairs[first].key_span, also),
        );
    }
    findings
}

fn finding(kind: &'static Lint, span: Span, label: impl Into<Phrase>) -> Box<Finding> {
    Box::new(Finding::new(kind, span, label))
}

/// What hinders the parser at a place; lines are proposed only where they let it read on.
fn refused(source: &Source, at: Position) -> Box<Finding> {
    let reads_on = |text: &str| stop(text).is_none_or(|next| at < next);
    Box::new(syntax::finding(source, at, reads_on))
}

/// Where the parser stops in a text that it cannot read.
fn stop(text: &str) -> Option<Position> {
    let mut parser = Parser::new_from_str(text);
    std::iter::from_fn(|| parser.next_event())
        .find_map(|event| Some(position(event.err()?.marker())))
}

fn written(style: EventStyle) -> ScalarStyle {
    match style {
        EventStyle::Plain => ScalarStyle::Plain,
        EventStyle::SingleQuoted | EventStyle::DoubleQuoted => ScalarStyle::Quoted,
        EventStyle::Literal => ScalarStyle::Literal,
        EventStyle::Folded => ScalarStyle::Folded,
    }
}

fn place(span: saphyr_parser::Span) -> Span {
    Span { start: position(&span.start), end: position(&span.end) }
}

fn position(marker: &Marker) -> Position {
    Position { line: marker.line().max(1) as u32, column: marker.col() as u32 + 1 }
}

fn single(start: Position) -> Span {
    let column = start.column + 1;
    let end = Position { column, ..start };
    Span { start, end }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;

    /// A line is proposed only where the parser reads on with it.
    #[test]
    fn a_line_that_reads_no_further_is_not_proposed() {
        for (text, proposed) in [
            ("a: {b: 1, c: 2\n", Some("a: {b: 1, c: 2}")),
            ("a: [1, 2\n", Some("a: [1, 2]")),
            ("a: {b: [1, 2}\n", None),
            ("a: [1, {b: 2]\n", None),
        ] {
            let source = Source::of("a.yaml", text.to_owned());
            let finding = parse(&source).expect_err("it is no YAML");
            let help = finding.help.map(|help| help.get(Lang::En).to_owned()).unwrap_or_default();
            let line = help.split_once(": ").map(|(_, line)| line);
            assert_eq!(line, proposed, "{text}: {help}");
        }
    }

    #[test]
    fn a_tab_is_told_where_it_stands() {
        for (text, line, column) in
            [("a:\n  b: c\n\td: e\n", 3, 1), ("a:\n\tb: c\n", 2, 1), ("a: b\nc:\td # e\n", 2, 3)]
        {
            let source = Source::of("a.yaml", text.to_owned());
            let finding = parse(&source).expect_err("it is no YAML");
            assert_eq!(finding.span.start, Position { line, column }, "{text:?}");
            assert!(finding.label.get(Lang::En).starts_with("a tab"), "{finding:?}");
        }
    }
}

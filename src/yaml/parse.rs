//! Text → [`Node`], or the one finding that says why there is none.
//!
//! This is the door of the YAML parser. Its events carry places in lines and characters; the
//! tree is built here, within limits that no hostile file can pass.

use std::borrow::Cow;
use std::collections::HashMap;

use saphyr_parser::{Event, Marker, Parser, ScalarStyle as EventStyle, ScanError};

use crate::finding::{Finding, Fix, Lint};
use crate::lang::{Phrase, phrase, text};
use crate::text::{Position, Source, Span};
use crate::yaml::codes::{DUPLICATE_KEY, LIMIT_EXCEEDED, NOT_ONE_DOCUMENT, SYNTAX};
use crate::yaml::node::{Content, Node, Pair, ScalarStyle, repeated};
use crate::yaml::plain;
use crate::yaml::quoted::{self, Quoted};
use crate::yaml::syntax;

/// The deepest nesting of lists and mappings that is read.
pub const MAX_DEPTH: usize = 64;
/// As many keys as most mappings of a sheet have, so that few of them grow.
const TYPICAL_KEYS: usize = 8;
/// The most values that aliases may add to a file.
pub const MAX_ALIASED: usize = 10_000;
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
    if let Some(node) = plain::read(source.text()) {
        debug_assert_eq!(
            Some(&node),
            parse_general(source).ok().map(|parsed| parsed.node).as_ref()
        );
        let findings = quoted::cut(source, &node);
        return Ok(ParsedYaml { node, findings });
    }
    parse_general(source)
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
    let mut builder = Builder::default();
    let mut parser = Parser::new_from_str(text);
    while let Some(event) = parser.next_event() {
        let (event, span) = event.map_err(|error| syntax(source, &error))?;
        builder.take(event, place(span))?;
    }
    let mut parsed = builder.finish()?;
    parsed.findings.extend(quoted::cut(source, &parsed.node));
    parsed.findings.sort_by_key(|finding| finding.span);
    Ok(parsed)
}

/// Builds the tree from the events of the parser.
#[derive(Default)]
struct Builder<'a> {
    root: Option<Node<'a>>,
    open: Vec<Open<'a>>,
    anchors: HashMap<usize, Node<'a>>,
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
                if let Some(tag) = tag.filter(|tag| !tag.is_yaml_core_schema()) {
                    return Err(unknown_tag(&tag.suffix, span));
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
            Inside::List(items) => Content::List(items),
            Inside::Map { pairs, .. } => {
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
                        let label = text!("a key must be a word", "une clé doit être un mot");
                        return Err(finding(&SYNTAX, single(node.span.start), label));
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

    fn finish(self) -> Result<ParsedYaml<'a>, Box<Finding>> {
        let findings = self.findings;
        match self.root {
            Some(node) if matches!(node.content, Content::Map(_)) => {
                Ok(ParsedYaml { node, findings })
            }
            Some(node) if !node.is_missing() => {
                let label = text!("expected `key: value` lines", "lignes `clé: valeur` attendues",);
                let start = single(node.span.start);
                Err(finding(&NOT_ONE_DOCUMENT, start, label))
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
fn duplicates(pairs: &[Pair]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (at, first) in repeated(pairs) {
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

fn unknown_tag(suffix: &str, span: Span) -> Box<Finding> {
    let label =
        phrase!("YAML reads `!{suffix}` as a type", "YAML lit `!{suffix}` comme un type", suffix);
    let help = text!(
        "put the text in quotation marks: \"!…\"",
        "mettez le texte entre guillemets : \"!…\"",
    );
    Box::new(Finding::new(&SYNTAX, span, label).with_help(help))
}

/// Tells what the parser could not read, in words for people, with the corrected line where the
/// cause is the commonest one: a `: ` inside a text without quotation marks.
fn syntax(source: &Source, error: &ScanError) -> Box<Finding> {
    let mut at = position(error.marker());
    // The parser stops before the line that begins with it, or behind it.
    let tab = [at.line, at.line + 1].into_iter().find_map(|line| {
        let column = source.line(line).chars().position(|c| c == '\t')?;
        Some(Position { line, column: column as u32 + 1 })
    });
    let info = error.info();
    let label = if info.contains("tab") || tab.is_some() && info.contains("whitespace") {
        at = tab.unwrap_or(at);
        syntax::TAB
    } else {
        syntax::reason(info)
    };
    let last = source.line_count();
    if at.line > last {
        let column = source.line(last).chars().count() as u32 + 1;
        at = Position { line: last, column };
    }
    let finding = Finding::new(&SYNTAX, single(at), label);
    let written = source.line(at.line);
    Box::new(match quoted::line(written) {
        Some(Quoted { line, safe }) => {
            let finding = finding.with_help(phrase!(
                "put the text in quotation marks: {line}",
                "mettez le texte entre guillemets : {line}",
                line,
            ));
            let indent = written.chars().take_while(|c| *c == ' ').count();
            let length = written.chars().count();
            let rest = Span::on_line(at.line as usize, indent + 1, length - indent);
            if safe { finding.with_fix(Fix::Text(rest, line)) } else { finding }
        }
        None => finding,
    })
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

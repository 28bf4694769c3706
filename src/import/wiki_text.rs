//! A page of the wiki, copied and pasted as text.

use crate::finding::Finding;
use crate::import::codes::NO_KNOWN_LABEL;
use crate::import::labels::{self, FoundLabel};
use crate::import::{Draft, ForeignLine, ImportOptions, Imported, ImportedField};
use crate::lang::text;
use crate::sheet::wiki_labels::{LABELS, LabelContent};
use crate::sheet::{Sheet, decode};
use crate::text::{Position, Span};
use crate::tree::Tree;
use crate::value::bullets::items;
use crate::value::effort;
use crate::value::lesson::Word;
use crate::yaml;
use crate::yaml::node::{Content, Node, Pair, ScalarStyle};

/// The name of this importer.
pub(super) const NAME: &str = "wiki-text";

/// Whether a text holds a label of the wiki's form.
pub(super) fn recognizes(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    !labels::find(&text.lines().collect::<Vec<_>>()).is_empty()
}

/// Reads a page: a title, then labels with their values, each in the line below or on the same
/// line. It gives one draft.
pub(super) fn read(bytes: &[u8], options: &ImportOptions) -> Imported {
    let source = &yaml::decode::decode(options.path, bytes)
        .map_err(|unreadable| Box::new(unreadable.finding))?;
    let lines: Vec<&str> = (1..=source.line_count()).map(|line| source.line(line)).collect();
    let found = labels::find(&lines);
    let Some(first) = found.first() else {
        let first = source.line(1).split_whitespace().next().map_or(1, |word| word.chars().count());
        let label = text!("no known label in this text", "aucun libellé connu dans ce texte");
        return Err(Box::new(Finding::new(&NO_KNOWN_LABEL, Span::on_line(1, 1, first), label)));
    };
    let mut page =
        Page { lines: &lines, top: Vec::new(), kept: Vec::new(), understood: Vec::new() };
    page.before(first.line);
    for (index, label) in found.iter().enumerate() {
        let end = found.get(index + 1).map_or(lines.len(), |next| next.line);
        page.field(label, end);
    }
    let Page { top, kept, understood, .. } = page;
    let node = Node { span: Span::TOP, content: Content::Map(top) };
    let read = decode::decode("", &node, options.today);
    let (sheet, more) = keep_partial_texts(read.sheet, &understood);
    let label = |found: &FoundLabel| ForeignLine {
        number: found.line as u32 + 1,
        text: name(lines[found.line], found).to_owned(),
    };
    let mut draft = Draft {
        sheet,
        findings: read.findings,
        labels: found.iter().map(label).collect(),
        understood,
        kept: kept.iter().flat_map(|kept| kept.lines.clone()).chain(more).collect(),
    };
    for kept in kept {
        let text: Vec<String> = kept.lines.into_iter().map(|line| line.text).collect();
        put(&mut draft.sheet, kept.label, text.join("\n"));
    }
    Ok(vec![Ok(draft)])
}

/// A page under way.
struct Page<'a> {
    lines: &'a [&'a str],
    top: Vec<Pair<'a>>,
    kept: Vec<Kept>,
    understood: Vec<ImportedField>,
}

/// Lines that belong to no field, and the label under which they are kept.
struct Kept {
    label: String,
    lines: Vec<ForeignLine>,
}

impl<'a> Page<'a> {
    /// Takes the lines before the first label: the first is the title.
    fn before(&mut self, end: usize) {
        let mut lines = self.filled(0, end);
        if lines.is_empty() {
            return;
        }
        let title = lines.remove(0);
        let text = title.text.trim_matches(['=', '#', ' ']);
        let node = Node::scalar(
            text.to_owned(),
            ScalarStyle::Quoted,
            self.span(title.number, &title.text),
        );
        self.put("title", node);
        if !lines.is_empty() {
            self.kept.push(Kept { label: "page".to_owned(), lines });
        }
    }

    /// Takes the lines of one label, up to the next.
    fn field(&mut self, found: &FoundLabel, end: usize) {
        let label = &LABELS[found.label];
        let name = name(self.lines[found.line], found);
        let mut lines = self.filled(found.line + 1, end);
        if let Some(value) = found.value {
            let text = self.lines[found.line][value..].trim().to_owned();
            lines.insert(0, ForeignLine { number: found.line as u32 + 1, text });
        }
        if lines.is_empty() {
            return;
        }
        if label.holds == LabelContent::Nothing {
            self.kept.push(Kept { label: name.to_owned(), lines });
            return;
        }
        if label.holds == LabelContent::Line && lines.len() > 1 {
            let more = lines.split_off(1);
            self.kept.push(Kept { label: name.to_owned(), lines: more });
        }
        let start = lines[0].number;
        let span = Span {
            start: self.span(start, &lines[0].text).start,
            end: lines
                .last()
                .map_or(Position::default(), |last| self.span(last.number, &last.text).end),
        };
        let written = match label.holds {
            LabelContent::Prose => self.paragraphs(start, end, &lines[0].text),
            _ => lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join("\n"),
        };
        let key = match label.key {
            "dates.duration" if effort::is_effort(&written) => "effort",
            key => key,
        };
        let node = match label.holds {
            LabelContent::Items => {
                Node { span, content: Content::List(self.items(key, &lines, &written)) }
            }
            _ => Node::scalar(written.clone(), ScalarStyle::Literal, span),
        };
        self.put(key, node);
        self.understood.push(ImportedField {
            label: name.to_owned(),
            line: found.line as u32 + 1,
            key,
            written,
        });
    }

    /// The items of a list, each at the line that it begins on.
    fn items(&self, key: &str, lines: &[ForeignLine], written: &str) -> Vec<Node<'a>> {
        let mut listed = items(written);
        if key == "lessons.words" {
            listed = spoken(listed);
        }
        let mut from = 0;
        listed
            .into_iter()
            .map(|item| {
                let head = item.lines().next().unwrap_or_default();
                let at = lines[from..]
                    .iter()
                    .position(|line| line.text.ends_with(head))
                    .map_or(from, |at| from + at);
                from = (at + 1).min(lines.len().saturating_sub(1));
                let span = self.span(lines[at].number, head);
                Node::scalar(item.replace('\n', " "), ScalarStyle::Quoted, span)
            })
            .collect()
    }

    /// The lines with something on them.
    fn filled(&self, start: usize, end: usize) -> Vec<ForeignLine> {
        let lines = self.lines[start..end].iter().enumerate();
        let filled = lines.filter(|(_, text)| !text.trim().is_empty());
        filled
            .map(|(index, text)| ForeignLine {
                number: (start + index) as u32 + 1,
                text: text.trim().to_owned(),
            })
            .collect()
    }

    /// The lines from the first one on as they stand, blank ones among them.
    fn paragraphs(&self, start: u32, end: usize, first: &str) -> String {
        let rest = self.lines[start as usize..end].iter().map(|line| line.trim_end());
        let all: Vec<&str> = std::iter::once(first).chain(rest).collect();
        all.join("\n").trim_end().to_owned()
    }

    /// Where a stretch of a line stands.
    fn span(&self, number: u32, text: &str) -> Span {
        let line = self.lines.get(number as usize - 1).copied().unwrap_or("");
        let byte = line.rfind(text).or_else(|| line.find(text.trim())).unwrap_or(0);
        let column = line[..byte].chars().count() + 1;
        Span::on_line(number as usize, column, text.chars().count().max(1))
    }

    fn put(&mut self, path: &'static str, value: Node<'a>) {
        let span = value.span;
        let pair = |key: &'static str, value| Pair { key: key.into(), key_span: span, value };
        let Some((group, key)) = path.split_once('.') else {
            self.top.push(pair(path, value));
            return;
        };
        let inner = pair(key, value);
        let there = self.top.iter_mut().find(|pair| pair.key == group);
        match there.map(|pair| &mut pair.value.content) {
            Some(Content::Map(pairs)) => pairs.push(inner),
            _ => self.top.push(pair(group, Node { span, content: Content::Map(vec![inner]) })),
        }
    }
}

/// Words in which a line that names no speaker continues the one above.
fn spoken(items: Vec<String>) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for item in items {
        match words.last_mut() {
            Some(last) if Word::parse(&item).from.is_none() => {
                last.push('\n');
                last.push_str(&item);
            }
            _ => words.push(item),
        }
    }
    words
}

/// The label as it is written.
fn name<'a>(line: &'a str, found: &FoundLabel) -> &'a str {
    let label = found.value.map_or(line, |value| &line[..value]);
    label.trim_matches([' ', ':', '\u{a0}', '\u{202f}', '\t', '=', '*'])
}

/// Keeps, beside the value, the whole text of a field that says more than its value can hold.
fn keep_partial_texts(mut sheet: Sheet, understood: &[ImportedField]) -> (Sheet, Vec<ForeignLine>) {
    let mut lines = Vec::new();
    let uncertain = std::mem::take(&mut sheet.uncertain);
    for field in understood.iter().filter(|field| uncertain.iter().any(|key| key == field.key)) {
        put(&mut sheet, field.label.clone(), field.written.clone());
        lines.push(ForeignLine { number: field.line, text: field.written.clone() });
    }
    (sheet, lines)
}

fn put(sheet: &mut Sheet, label: String, text: String) {
    let mut name = label.clone();
    let mut number = 1;
    while sheet.extra.iter().any(|(known, _)| *known == name) {
        number += 1;
        name = format!("{label} {number}");
    }
    sheet.extra.push((name, Tree::text(text)));
}

//! A finding as it is shown, with the lines around it.

use std::sync::Arc;

use crate::finding::Finding;
use crate::lang::{Lang, Phrase};
use crate::text::{Position, Source, Span};

/// A finding detached from its text, with the lines that show it; small, for there may be a million
/// of them, and they are sorted.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// The path of the file, as it is shown; the findings of a file share it.
    pub path: Arc<str>,
    pub finding: Box<Finding>,
    pub excerpts: Box<[Excerpt]>,
}

/// Lines of a text with the stretches in them that are reported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// The number of the first line, from 1.
    pub first: u32,
    pub lines: Vec<String>,
    pub underlines: Vec<Underline>,
}

/// A stretch of one line of an excerpt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Underline {
    pub span: Span,
    pub label: Phrase,
    /// Whether this is the place of the finding, rather than the other one.
    pub primary: bool,
}

/// Two places further apart than this many lines are shown in two excerpts.
const MAX_GAP: u32 = 12;

impl Diagnostic {
    /// The next step: that of this case, or the kind's, for this very sheet.
    pub fn help(&self, lang: Lang) -> String {
        match &self.finding.help {
            Some(help) => help.get(lang).to_owned(),
            None => self.finding.lint.help_for(&self.path, lang),
        }
    }

    /// The same, its help ending with what to type.
    pub fn with_command(self, command: &str) -> Diagnostic {
        let help = Phrase::per_lang(|lang| format!("{}\n{command}", self.help(lang)));
        Diagnostic { finding: Box::new(self.finding.with_help(help)), ..self }
    }

    /// A finding about a file, without its lines: they are not shown everywhere.
    pub fn without_excerpt(
        path: impl Into<Arc<str>>,
        finding: impl Into<Box<Finding>>,
    ) -> Diagnostic {
        Diagnostic { path: path.into(), finding: finding.into(), excerpts: Box::default() }
    }

    pub fn new(source: &Source, finding: impl Into<Box<Finding>>) -> Diagnostic {
        let finding = finding.into();
        let mark = |span: Span, label: &Phrase, primary| Underline {
            span: first_line(source, span),
            label: label.clone(),
            primary,
        };
        let mut underlines = vec![mark(finding.span, &finding.label, true)];
        if let Some((span, label)) = finding.related.as_deref() {
            underlines.push(mark(*span, label, false));
        }
        underlines.sort_by_key(|mark| mark.span);
        let mut excerpts: Vec<Excerpt> = Vec::new();
        for mark in underlines {
            let line = mark.span.start.line;
            match excerpts.last_mut() {
                Some(last) if line < last.first + MAX_GAP => {
                    let next = last.first + last.lines.len() as u32;
                    last.lines.extend((next..=line).map(|line| source.line(line).to_owned()));
                    last.underlines.push(mark);
                }
                _ => excerpts.push(Excerpt {
                    first: line,
                    lines: vec![source.line(line).to_owned()],
                    underlines: vec![mark],
                }),
            }
        }
        excerpts.sort_by_key(|excerpt| !excerpt.underlines.iter().any(|mark| mark.primary));
        Diagnostic { path: source.path.as_str().into(), finding, excerpts: excerpts.into() }
    }
}

/// The part of a span on its first line, at least one character wide.
fn first_line(source: &Source, span: Span) -> Span {
    let Position { line, column } = span.start;
    let length = source.line(line).trim_end().chars().count() as u32 + 1;
    let end = if span.end.line == line { span.end.column } else { length };
    let column_after = end.clamp(column + 1, length.max(column + 1));
    Span { start: span.start, end: Position { line, column: column_after } }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_million_of_them_stay_small() {
        assert_eq!((size_of::<Finding>(), size_of::<Diagnostic>()), (88, 40));
    }
}

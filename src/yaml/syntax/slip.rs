//! A slip that people make: how it is recognised, its words, and the lines as they were meant.

use crate::finding::Fix;
use crate::lang::{Phrase, Text, phrase};
use crate::text::{Position, Source, Span};
use crate::yaml::syntax::line::Line;
use crate::yaml::syntax::refusal::Refusal;

/// A row of the table of slips.
pub struct Slip {
    /// Names it in tests; no user sees it.
    pub name: &'static str,
    /// What is so at the place.
    pub label: Text,
    /// What to do.
    pub help: Text,
    /// Recognises it near the place where the parser stopped.
    pub find: fn(&Refusal) -> Option<Found>,
}

/// A slip in a text.
pub struct Found {
    pub at: Span,
    pub rewrite: Option<Rewrite>,
}

/// Whole lines as they were meant.
pub struct Rewrite {
    pub first: u32,
    pub last: u32,
    /// Without the end of the last line.
    pub text: String,
    /// Whether nothing else may have been meant.
    pub is_certain: bool,
}

impl Slip {
    /// What to do, with the line to write.
    pub fn help_with(&self, line: &str) -> Phrase {
        let help = self.help;
        phrase!("{help}: {line}", "{help} : {line}", help, line)
    }
}

impl Found {
    pub fn at(at: Span) -> Found {
        Found { at, rewrite: None }
    }

    /// The same with a line as it was meant.
    pub fn with_line(self, line: &Line, text: String, is_certain: bool) -> Found {
        let (first, last) = (line.number, line.number);
        self.with_lines(Rewrite { first, last, text, is_certain })
    }

    pub fn with_lines(self, rewrite: Rewrite) -> Found {
        Found { rewrite: Some(rewrite), ..self }
    }
}

impl Rewrite {
    /// The line to write, where it is one.
    pub fn line(&self) -> Option<&str> {
        (self.first == self.last).then_some(self.text.trim())
    }

    /// The change of the text.
    pub fn fix(self, source: &Source) -> Fix {
        Fix::Text(self.span(source), self.text)
    }

    /// The text with these lines.
    pub fn applied(&self, source: &Source) -> Source {
        source.replaced(self.span(source), &self.text)
    }

    /// The lines that are rewritten.
    fn span(&self, source: &Source) -> Span {
        let start = Position { line: self.first, column: 1 };
        let column = source.line(self.last).chars().count() as u32 + 1;
        Span { start, end: Position { line: self.last, column } }
    }
}

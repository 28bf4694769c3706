//! The lines of a page, each with its place; a line that holds several labels counts as several.

use crate::import::page::candidate::{Candidate, candidate};
use crate::text::Span;
use crate::value::bullets::strip_bullet;

/// A line, or the stretch of one that begins with a label.
#[derive(Clone, Copy, Debug)]
pub(in crate::import) struct Line<'a> {
    pub number: u32,
    /// How many characters of the line stand before it.
    pub column: usize,
    pub text: &'a str,
}

impl<'a> Line<'a> {
    pub(super) fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Its text from a byte on.
    pub(super) fn from(&self, byte: usize) -> Line<'a> {
        let column = self.column + self.text[..byte].chars().count();
        Line { column, text: &self.text[byte..], ..*self }
    }

    /// The line without the spaces round it.
    pub(super) fn trimmed(&self) -> Line<'a> {
        let start = self.text.len() - self.text.trim_start().len();
        Line { text: self.text.trim(), ..self.from(start) }
    }

    /// The line behind the mark that begins it, if one does.
    pub(super) fn without_bullet(&self) -> Line<'a> {
        let line = self.trimmed();
        match strip_bullet(line.text) {
            Some(rest) => line.from(line.text.len() - rest.len()),
            None => line,
        }
    }

    pub(in crate::import) fn span(&self) -> Span {
        let length = self.text.chars().count().max(1);
        Span::on_line(self.number as usize, self.column + 1, length)
    }
}

/// Those of some lines with something on them, without the spaces round them.
pub(super) fn filled<'a, 'l>(
    lines: &'l [Line<'a>],
) -> impl DoubleEndedIterator<Item = Line<'a>> + 'l {
    lines.iter().filter(|line| !line.is_blank()).map(Line::trimmed)
}

/// Whether a line that ends so ends a sentence.
pub(super) fn ends_a_sentence(line: &str) -> bool {
    line.ends_with(['.', '!', '?', '»', ')', '…'])
}

/// The lines of a text, cut before every label that surely stands within one; each with the label
/// that it may begin with.
pub(super) fn lines<'a>(
    texts: impl Iterator<Item = &'a str>,
) -> Vec<(Line<'a>, Option<Candidate>)> {
    let whole = texts.zip(1..).map(|(text, number)| Line { number, column: 0, text });
    whole.flat_map(cut).collect()
}

/// No line is longer, in bytes, that was pasted with several labels.
const MAX_LENGTH: usize = 2_000;

fn cut(line: Line) -> Vec<(Line, Option<Candidate>)> {
    let Some(first) = candidate(line.text) else {
        return vec![(line, None)];
    };
    let is_short = line.text.len() <= MAX_LENGTH;
    let starts = line.text.char_indices().filter(|(at, c)| {
        *at > first.name.end && c.is_uppercase() && line.text[..*at].ends_with([' ', '\t', '|'])
    });
    let starts: Vec<usize> = starts.map(|(at, _)| at).filter(|_| is_short).collect();
    let mut pieces = Vec::new();
    let mut end = line.text.len();
    // From the end on, so that the value of each label is known.
    for at in starts.into_iter().rev() {
        let text = &line.text[at..end];
        let label = candidate(text).filter(|label| stands_within(&first, label, text));
        if label.is_some() {
            pieces.push((Line { text, ..line.from(at) }, label));
            end = at;
        }
    }
    let line = Line { text: &line.text[..end], ..line };
    let first = if pieces.is_empty() { Some(first) } else { candidate(line.text) };
    pieces.push((line, first));
    pieces.reverse();
    pieces
}

/// Whether a label that may be within a line is one: a sentence has words of a label, too.
fn stands_within(first: &Candidate, label: &Candidate, text: &str) -> bool {
    let is_named_at_length = label.is_of_wiki() && text[label.name.clone()].split(' ').count() >= 4;
    match first.label {
        Some(known) if known.content().is_text() => is_named_at_length,
        _ => label.strength >= 3 || is_named_at_length,
    }
}

//! What may be a label at the beginning of a line, and how surely it is one.

use std::ops::Range;

use crate::import::page::vocabulary::{self, Content, Label};
use crate::sheet::shape::Shape;
use crate::value::bullets::strip_bullet;
use crate::value::date::Date;
use crate::value::{count, date, duration, effort, money};

/// What may be a label.
#[derive(Clone)]
pub(super) struct Candidate {
    /// Which; none of a heading that is unknown.
    pub label: Option<Label>,
    /// How surely: 5 without any doubt, 1 where only its place can tell.
    pub strength: u8,
    pub dress: Dress,
    /// Where its name stands in the line, in bytes.
    pub name: Range<usize>,
    /// Where its value stands; none where nothing follows.
    pub value: Option<Range<usize>>,
}

/// How a label is written; those of a page are written alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Dress {
    pub mark: Mark,
    pub in_list: bool,
    pub end: End,
}

impl Dress {
    /// Whether a label is dressed as another; where there is a mark, it tells enough.
    pub(super) fn is_like(self, other: Dress) -> bool {
        let marked = self.mark != Mark::None;
        (self.mark, self.in_list) == (other.mark, other.in_list)
            && (marked || self.end == other.end)
    }
}

/// What stands between a label and its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    Line,
    Colon,
    Tab,
    Space,
}

/// The marks of a heading, of bold, of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    None,
    /// `==…==` or `##`, with its rank: 1 is the highest.
    Heading(usize),
    Bold,
    Cell,
}

impl Candidate {
    pub(super) fn content(&self) -> Content {
        self.label.map_or(Content::Nothing, |label| label.content())
    }

    pub(super) fn key(&self) -> &'static str {
        self.label.map_or("", |label| label.key())
    }

    /// Whether its field holds several values.
    pub(super) fn lists(&self) -> bool {
        matches!(self.content(), Content::Items | Content::Names)
    }

    pub(super) fn is_of_wiki(&self) -> bool {
        self.label.is_some_and(|label| label.is_of_wiki)
    }
}

/// What may be a label at the beginning of a line, or an unknown heading.
pub(super) fn candidate(line: &str) -> Option<Candidate> {
    let opening = Opening::of(line);
    let end = line.trim_end_matches(|c: char| c.is_whitespace() || "=*_#|".contains(c)).len();
    let core = line.get(opening.end..end)?;
    let is_heading = matches!(opening.mark, Mark::Heading(_));
    if !vocabulary::may_begin(core) && !is_heading {
        return None;
    }
    alone(core, &opening)
        .or_else(|| behind_mark(line, core, &opening))
        .or_else(|| behind_space(line, core, &opening))
        .or_else(|| is_heading.then(|| opening.candidate(None, 5, (core.len(), End::Line), None)))
        .filter(|candidate| !candidate.name.is_empty())
}

/// The marks before the words of a line.
struct Opening {
    mark: Mark,
    in_list: bool,
    is_numbered: bool,
    /// Where the words begin.
    end: usize,
}

impl Opening {
    fn of(line: &str) -> Opening {
        let mut opening = Opening { mark: Mark::None, in_list: false, is_numbered: false, end: 0 };
        loop {
            let rest = line[opening.end..].trim_start();
            opening.end = line.len() - rest.len();
            let count = |mark: char| rest.chars().take_while(|c| *c == mark).count();
            let (equals, sharps) = (count('='), count('#'));
            if equals >= 2 {
                opening.mark = Mark::Heading(7_usize.saturating_sub(equals));
                opening.end += equals;
            } else if (1..=6).contains(&sharps) && rest[sharps..].starts_with(' ') {
                opening.mark = Mark::Heading(sharps);
                opening.end += sharps;
            } else if rest.starts_with("**") || rest.starts_with("__") {
                opening.mark = Mark::Bold;
                opening.end += 2;
            } else if rest.starts_with('|') {
                opening.mark = Mark::Cell;
                opening.end += 1;
            } else if let Some(mark) = bullet(rest) {
                opening.in_list = true;
                opening.end += mark;
            } else if let Some(length) = number(rest).filter(|_| !opening.is_numbered) {
                opening.is_numbered = true;
                opening.end += length;
            } else {
                return opening;
            }
        }
    }

    fn candidate(
        &self,
        label: Option<Label>,
        strength: u8,
        (name, end): (usize, End),
        value: Option<Range<usize>>,
    ) -> Candidate {
        let dress = Dress { mark: self.mark, in_list: self.in_list, end };
        Candidate { label, strength, dress, name: self.end..self.end + name, value }
    }
}

/// How long the mark of an item is.
fn bullet(text: &str) -> Option<usize> {
    strip_bullet(text).map(|rest| text.trim_end().len() - rest.len())
}

/// How long the number before a heading is: `2.1 `, `3) `.
fn number(text: &str) -> Option<usize> {
    let length = text.find(|c: char| !c.is_ascii_digit() && c != '.' && c != ')')?;
    let is_number = (2..=6).contains(&length)
        && text.starts_with(|c: char| c.is_ascii_digit())
        && text[..length].contains(['.', ')'])
        && text[length..].starts_with([' ', '\t', '\u{a0}']);
    is_number.then_some(length)
}

/// A line that is a label and nothing else.
fn alone(core: &str, opening: &Opening) -> Option<Candidate> {
    let name = core.trim_end_matches(|c: char| c.is_whitespace() || "!?:*_=".contains(c));
    let label = vocabulary::find(name)?;
    let is_named_at_length = label.is_of_wiki && name.contains(' ');
    let strength = match opening.mark {
        Mark::None if is_named_at_length && opening.in_list => 3,
        Mark::None if is_named_at_length => 5,
        Mark::None if opening.in_list => return None,
        Mark::None if opening.is_numbered => 3,
        Mark::None => 2,
        _ => 5,
    };
    let shown = core.trim_end_matches(|c: char| c.is_whitespace() || ":*_=".contains(c));
    let end = if core.contains(':') { End::Colon } else { End::Line };
    Some(opening.candidate(Some(label), strength, (shown.len(), end), None))
}

/// A label, a mark that ends it, and its value: `Coût : 5 €`, `**Coût** 5 €`, `| Coût | 5 € |`.
fn behind_mark(line: &str, core: &str, opening: &Opening) -> Option<Candidate> {
    let marks = core.char_indices().filter(|(at, c)| {
        matches!(c, ':' | '\t' | '|' | '?' | '!') || core[*at..].starts_with("**")
    });
    for (at, mark) in marks.take(3).take_while(|(at, _)| *at <= vocabulary::MAX_LENGTH) {
        let name = core[..at].trim_end();
        let mut value = core[at..].trim_start_matches(is_between);
        if opening.mark == Mark::Bold {
            value = value.trim_start_matches("**").trim_start_matches(is_between);
        }
        let called = || vocabulary::called(name).filter(|label| reads(*label, value));
        let Some(label) = vocabulary::find(name).or_else(called) else {
            continue;
        };
        let start = opening.end + core.len() - value.len();
        // What closes the whole line is no part of the value.
        let closes = match opening.mark {
            Mark::Heading(_) | Mark::Cell => true,
            Mark::Bold => line[start..].matches("**").count() % 2 == 1,
            Mark::None => false,
        };
        let end = if closes { opening.end + core.len() } else { line.len() };
        let is_long = name.contains(' ');
        let strength = match opening.mark {
            Mark::Bold | Mark::Cell => 4,
            _ if reads(label, value) => 4,
            _ if mark == '\t' && label.is_of_wiki => 4,
            _ if mark == '\t' => 3,
            _ if label.is_of_wiki && is_long && !opening.in_list => 3,
            _ if matches!(mark, '?' | '!') && !label.is_of_wiki => return None,
            _ if opening.in_list && !is_long => return None,
            _ => 2,
        };
        let holds = label.content() != Content::Nothing && start < end;
        let name = if matches!(mark, '!' | '?') { &core[..=at] } else { name };
        let between = match mark {
            '\t' => End::Tab,
            _ if line[..start].contains(':') => End::Colon,
            _ => End::Space,
        };
        let name = (name.len(), between);
        return holds.then(|| opening.candidate(Some(label), strength, name, Some(start..end)));
    }
    None
}

fn is_between(c: char) -> bool {
    c.is_whitespace() || ":!?|".contains(c)
}

/// A label and its value with nothing between them but a space.
fn behind_space(line: &str, core: &str, opening: &Opening) -> Option<Candidate> {
    let (end, label) = vocabulary::longest(core)?;
    if label.content() == Content::Nothing {
        return None;
    }
    let name = &core[..end];
    let value = core[end..].trim_start_matches(is_between);
    let words = name.split_whitespace().count();
    let begins_anew = !value.starts_with(char::is_lowercase);
    let strength = if reads(label, value) {
        4
    } else if !label.is_of_wiki {
        return None;
    } else if words >= 4 {
        3
    } else if words >= 2 && begins_anew && !opening.in_list {
        2
    } else if !label.content().is_text() && !opening.in_list && !goes_on(value) {
        1
    } else {
        return None;
    };
    let start = opening.end + core.len() - value.len();
    let name = (name.len(), End::Space);
    Some(opening.candidate(Some(label), strength, name, Some(start..line.len())))
}

/// Whether a text goes on a sentence: `Adresse aux habitants`, `Coût des travaux`.
fn goes_on(text: &str) -> bool {
    let word = text.split(' ').next().unwrap_or(text);
    ["à", "au", "aux", "de", "des", "du", "et", "ou", "pour", "of", "and", "for", "to"]
        .contains(&word)
}

/// Whether a text is a date of more than one day, or a period, where its label expects a date.
pub(super) fn is_inexact_date(label: Label, text: &str) -> bool {
    let is_date = label.field.is_some_and(|field| matches!(field.shape, Shape::Date));
    let is_long = |date: Date| date.first() != date.last();
    is_date && (date::parse(text).whole().is_some_and(is_long) || date::span(text).is_some())
}

/// Whether a text reads as a value of a field that no sentence would.
pub(super) fn reads(label: Label, text: &str) -> bool {
    let has_digit = text.len() <= 80 && text.contains(|c: char| c.is_ascii_digit());
    let shape = label.field.map(|field| field.shape).filter(|_| has_digit);
    match shape {
        Some(Shape::Cost) => money::parse(text).whole().is_some(),
        Some(Shape::Date) => date::parse(text).whole().is_some() || date::span(text).is_some(),
        Some(Shape::Duration) => duration::parse(text).whole().is_some() || effort::is_effort(text),
        Some(Shape::Effort) => effort::is_effort(text),
        Some(Shape::Count(unit)) => count::parse(text, unit).value().is_some(),
        _ => false,
    }
}

//! A text that the parser refused, and the lines round the place where it stopped.

use crate::text::{Position, Source};
use crate::yaml::syntax::line::Line;

/// How far up and down the beginning or the end of a value is looked for, in lines.
const REACH: u32 = 500;

/// Where the parser stopped in a text.
pub struct Refusal<'s> {
    pub source: &'s Source,
    pub at: Position,
    /// The line where it stopped; at the end of the text, the last that says something.
    pub line: Line<'s>,
    /// Whether it read to the end of the text.
    pub is_at_end: bool,
}

impl<'s> Refusal<'s> {
    pub fn new(source: &'s Source, at: Position) -> Refusal<'s> {
        let line = |number| Line::of(number, source.line(number));
        let mut number = at.line.min(source.line_count());
        while number > 1 && line(number).is_blank() {
            number -= 1;
        }
        let is_at_end = number < at.line;
        let line = line(number);
        let column = line.text.chars().count() as u32 + 1;
        let at = if is_at_end { Position { line: number, column } } else { at };
        Refusal { source, at, line, is_at_end }
    }

    /// A line by its number.
    pub fn line_at(&self, number: u32) -> Line<'s> {
        Line::of(number, self.source.line(number))
    }

    /// The lines above one that say something, the nearest first.
    pub fn above(&self, number: u32) -> impl Iterator<Item = Line<'s>> {
        let lines = (1..number).rev().take(REACH as usize).map(|number| self.line_at(number));
        lines.filter(|line| !line.is_blank())
    }

    /// The lines below one that say something.
    pub fn below(&self, number: u32) -> impl Iterator<Item = Line<'s>> {
        let last = self.source.line_count().min(number + REACH);
        let lines = (number + 1..=last).map(|number| self.line_at(number));
        lines.filter(|line| !line.is_blank())
    }

    /// The line above the place and that of the place: what hinders the parser before a key, or at
    /// the end, may stand in either.
    pub fn before_key(&self) -> impl Iterator<Item = Line<'s>> {
        let lines = self.above(self.line.number).take(1).chain([self.line]);
        lines.filter(|_| self.is_at_end || self.byte() < self.line.value.max(self.line.content + 1))
    }

    /// The byte of its line at which the parser stopped.
    pub fn byte(&self) -> usize {
        let column = self.at.column.saturating_sub(1) as usize;
        let place = self.line.text.char_indices().nth(column);
        place.map_or(self.line.text.len(), |(byte, _)| byte)
    }

    /// The character at the place.
    pub fn sign(&self) -> Option<char> {
        self.source.text()[self.source.byte(self.at)..].chars().next()
    }
}

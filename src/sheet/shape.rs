//! What may be written for a field.

use crate::lang::choice::ChoiceValue;
use crate::sheet::part::Part;

/// What may be written for a field.
#[derive(Clone, Copy)]
pub enum Shape {
    /// Text on one line.
    Line,
    /// Text of any length.
    Prose,
    /// An identifier: text, even where it has only digits.
    Code,
    /// One of a few words.
    Choice(fn() -> Vec<ChoiceValue>),
    Count,
    Decimal,
    Date,
    Duration,
    /// A list of texts.
    Lines,
    /// A value with parts, which may also be written as one text.
    Record(&'static [Part]),
    /// A list of values with parts, each of which may also be written as text.
    Records(&'static [Part]),
}

impl Shape {
    /// Whether several values may be written, each as an item.
    pub const fn is_list(&self) -> bool {
        matches!(self, Shape::Lines | Shape::Records(_))
    }

    /// The parts of a value, or of each value of a list.
    pub const fn parts(&self) -> &'static [Part] {
        match self {
            Shape::Record(parts) | Shape::Records(parts) => parts,
            _ => &[],
        }
    }
}

//! A tab of a workbook, before anybody writes it.

use crate::export::workbook::cell::Cell;
use crate::sheet::shape::Shape;

/// Lines under columns; each line is made when it is asked for.
pub(super) struct Tab<'s> {
    pub name: &'static str,
    pub columns: Vec<Column>,
    pub rows: Box<dyn Iterator<Item = Vec<Cell>> + Send + 's>,
}

/// What stands above a column, and how wide it is.
pub(super) struct Column {
    /// The key in machine formats.
    pub key: String,
    /// The words for people.
    pub label: String,
    pub shape: Shape,
}

impl Column {
    pub(super) fn new(key: impl Into<String>, label: impl Into<String>, shape: Shape) -> Column {
        Column { key: key.into(), label: label.into(), shape }
    }

    /// Columns of a screen.
    pub(super) fn width(&self) -> u16 {
        let least = u16::try_from(self.label.chars().count()).unwrap_or(u16::MAX).clamp(10, 28);
        match self.shape {
            shape if shape.is_prose() => 60,
            Shape::Line if ["text", "do"].contains(&self.key.as_str()) => 60,
            Shape::Line | Shape::Lines => least.max(24),
            _ => least,
        }
    }
}

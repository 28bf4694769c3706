//! A value in one cell of a workbook, of the type that it has.

use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;

use crate::sheet::shape::Shape;
use crate::tree::flat::{flatten, is_number};
use crate::tree::{Tree, number};

/// What a cell holds.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Cell {
    Empty,
    Text(String),
    Number(Decimal),
    Date(NaiveDate),
    Flag(bool),
}

impl Cell {
    /// A value of some shape; a list is one text, unless it has one item.
    pub(super) fn of(data: &Tree, shape: Shape) -> Cell {
        match data {
            Tree::List(items) if items.len() == 1 && is_number(&items[0]) => {
                Cell::of(&items[0], shape)
            }
            Tree::Text { text, plain: true } => match (text.as_str(), number(text)) {
                ("true", _) => Cell::Flag(true),
                ("false", _) => Cell::Flag(false),
                (_, Some(number)) => Cell::Number(number),
                _ => Cell::text(text),
            },
            Tree::Text { text, .. } if matches!(shape, Shape::Date) => {
                whole_date(text).map_or_else(|| Cell::text(text), Cell::Date)
            }
            data => Cell::text(flatten(data, '.')),
        }
    }

    pub(super) fn text(text: impl Into<String>) -> Cell {
        match text.into() {
            text if text.is_empty() => Cell::Empty,
            text => Cell::Text(text),
        }
    }
}

/// A whole date that workbooks know: none before 1900.
fn whole_date(text: &str) -> Option<NaiveDate> {
    let day = text.parse::<NaiveDate>().ok().filter(|_| text.len() == "2023-03-01".len())?;
    (day.year() >= 1900).then_some(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_has_the_type_of_its_value() {
        let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).expect("a day");
        for (data, shape, cell) in [
            (Tree::number("12.50"), Shape::Decimal, Cell::Number(Decimal::new(1250, 2))),
            (Tree::text("01210"), Shape::Line, Cell::text("01210")),
            (Tree::text("2023-03-01"), Shape::Date, Cell::Date(day(2023, 3, 1))),
            (Tree::text("2023-03-01"), Shape::Line, Cell::text("2023-03-01")),
            (Tree::text("2023-03"), Shape::Date, Cell::text("2023-03")),
            (Tree::text("1899-12-31"), Shape::Date, Cell::text("1899-12-31")),
            (Tree::flag(true), Shape::Flag, Cell::Flag(true)),
            (Tree::List(vec![Tree::number(2023)]), Shape::Years, Cell::Number(2023.into())),
            (Tree::List(vec![Tree::text("a"), Tree::Missing]), Shape::Lines, Cell::text("a; ")),
            (Tree::text(""), Shape::Line, Cell::Empty),
            (Tree::Missing, Shape::Line, Cell::Empty),
        ] {
            assert_eq!(Cell::of(&data, shape), cell, "{data:?}");
        }
    }
}

//! A sheet as the cells of a line, and values from such cells back.

use crate::sheet::Sheet;
use crate::sheet::field::Field;
use crate::sheet::fields::{self, FIELDS};
use crate::sheet::key::Key;
use crate::sheet::row::joined;
use crate::sheet::section::Section;
use crate::sheet::shape::Shape;
use crate::tree::flat::{at, flatten, items};
use crate::tree::{Tree, number};

/// A column of an export: the key of a single value of a field.
#[derive(Clone)]
pub struct CellColumn {
    pub key: String,
    pub field: &'static Field,
    /// The path below the field.
    pub path: String,
}

/// Every column beside the id, in the order of the table.
pub fn columns() -> Vec<CellColumn> {
    let columns = FIELDS.iter().filter(|field| field.key != "id").flat_map(|field| {
        let paths = Key::Field(field).leaves().into_iter();
        paths.map(move |path| CellColumn { key: joined(field.key, &path), field, path })
    });
    columns.collect()
}

/// What cells hold that a spreadsheet may write otherwise.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum CellSort {
    Texts,
    Numbers,
    Dates,
}

impl CellColumn {
    /// What stands there of a sheet.
    pub fn cell(&self, sheet: &Sheet) -> String {
        flatten(&at(&Key::Field(self.field).data(sheet), &self.path), '.')
    }

    /// Whether its cells come back: nobody writes what is computed, nor where a sheet comes from.
    pub fn comes_back(&self) -> bool {
        self.field.section != Section::Derived && !matches!(self.field.shape, Shape::Source)
    }

    /// Whether a cell holds numbers, which a spreadsheet may write with a comma.
    pub fn is_numeric(&self) -> bool {
        self.sort() == CellSort::Numbers
    }

    /// What its cells hold.
    pub(super) fn sort(&self) -> CellSort {
        match fields::shape_at(&self.key) {
            Some(shape) if is_numeric(shape) => CellSort::Numbers,
            Some(Shape::Date) => CellSort::Dates,
            _ => CellSort::Texts,
        }
    }
}

fn is_numeric(shape: Shape) -> bool {
    matches!(shape, Shape::Count(_) | Shape::Decimal | Shape::Amount)
}

/// The value of a field from its cells, by the path of each below the field.
pub fn value_of(field: &Field, cell: &dyn Fn(&str) -> String) -> Tree {
    value(field.shape, "", cell)
}

fn value(shape: Shape, path: &str, cell: &dyn Fn(&str) -> String) -> Tree {
    let parts = shape.parts();
    if parts.is_empty() {
        let text = cell(path);
        return match shape.is_list() {
            _ if text.is_empty() => Tree::Missing,
            true => Tree::List(items(&text).into_iter().flatten().map(Tree::text).collect()),
            false => scalar(shape, text),
        };
    }
    let below = |key: &str| if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
    let record = |cell: &dyn Fn(&str) -> String| {
        let pairs = parts.iter().map(|part| (part.key, value(part.shape, &below(part.key), cell)));
        Tree::map(pairs.filter(|(_, value)| *value != Tree::Missing))
    };
    if !shape.is_list() {
        return record(cell);
    }
    let leaves = shape.leaves();
    let count = leaves.iter().map(|leaf| cell(&below(leaf))).filter(|cell| !cell.is_empty());
    let count = count.map(|cell| items(&cell).len()).max().unwrap_or(0);
    let item = |index: usize| {
        record(&|path| items(&cell(path)).into_iter().nth(index).flatten().unwrap_or_default())
    };
    match count {
        0 => Tree::Missing,
        count => Tree::List((0..count).map(item).collect()),
    }
}

/// Whether a mark stands before the last three of some digits: no export writes an amount so, and in
/// one country it means thousands, in another a part of one.
pub fn may_be_thousands(text: &str) -> bool {
    let parts = text.trim().rsplit_once(['.', ',']);
    parts.is_some_and(|(before, behind)| {
        let are_digits = |text: &str| text.chars().all(|c| c.is_ascii_digit());
        let is_head = (1..=3).contains(&before.len()) && !before.starts_with('0');
        behind.len() == 3 && is_head && are_digits(behind) && are_digits(before)
    })
}

fn scalar(shape: Shape, text: String) -> Tree {
    let is_flag = matches!(shape, Shape::Flag) && text == "true";
    let is_whole =
        is_numeric(shape) && !(matches!(shape, Shape::Amount) && may_be_thousands(&text));
    let plain = is_flag || is_whole && number(&text).is_some();
    Tree::Text { text, plain }
}

//! A column: what stands above it, who is given it, and what each row has in it.

use crate::lang::{Lang, Text, text};
use crate::report::table::cell::Cell;
use crate::sheet::key::Key;
use crate::sheet::row::joined;
use crate::sheet::shape::Shape;

/// A column of a table whose rows are `T`s: what stands above it, and each row's cell.
#[derive(Clone, Copy)]
pub struct Column<T: ?Sized> {
    /// A dotted path: that of its values in machine formats.
    pub key: &'static str,
    pub label: Text,
    pub visible: Visible,
    /// Whether it holds numbers, which stand at the right.
    pub numeric: bool,
    /// Whether it is left out where there is no room for all.
    pub optional: bool,
    /// What its values are, where they have parts.
    pub shape: Option<Shape>,
    pub cell: fn(&T, Lang) -> Cell,
}

/// What stands above a column.
#[derive(Clone, Debug)]
pub struct Header {
    /// A dotted path: the name of its column in machine formats.
    pub key: String,
    /// The names that lead to its values in the object of a row.
    pub place: Vec<String>,
    /// The paths below that place where single values stand: each is a column of CSV.
    pub leaves: Vec<String>,
    pub label: String,
    pub visible: Visible,
    /// Whether its column holds numbers, which stand at the right.
    pub numeric: bool,
    /// Whether its column is left out where there is no room for all.
    pub optional: bool,
}

/// Who is given a column or a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Visible {
    Both,
    People,
    Machines,
    /// A drawing: people at a terminal wide enough for it.
    Terminal,
}

impl<T: ?Sized> Column<T> {
    pub const fn new(key: &'static str, label: Text, cell: fn(&T, Lang) -> Cell) -> Column<T> {
        let (visible, shape) = (Visible::Both, None);
        Column { key, label, visible, numeric: false, optional: false, shape, cell }
    }

    /// One for people alone.
    pub const fn for_people(label: Text, cell: fn(&T, Lang) -> Cell) -> Column<T> {
        Column { visible: Visible::People, ..Column::new("", label, cell) }
    }

    /// One for machine formats alone.
    pub const fn for_machines(key: &'static str, cell: fn(&T, Lang) -> Cell) -> Column<T> {
        Column { visible: Visible::Machines, ..Column::new(key, text!("", ""), cell) }
    }

    /// A drawing, left out where there is no room for it.
    pub const fn drawn(cell: fn(&T, Lang) -> Cell) -> Column<T> {
        let column = Column::for_people(text!("", ""), cell);
        Column { visible: Visible::Terminal, optional: true, ..column }
    }

    pub const fn numeric(self) -> Column<T> {
        Column { numeric: true, ..self }
    }

    pub const fn optional(self) -> Column<T> {
        Column { optional: true, ..self }
    }

    /// One whose values have parts.
    pub const fn of_shape(self, shape: Shape) -> Column<T> {
        Column { shape: Some(shape), ..self }
    }

    pub(super) fn header(&self, lang: Lang) -> Header {
        let header = Header::new(self.key, self.label.get(lang));
        Header {
            leaves: self.shape.map_or(header.leaves, |shape| shape.leaves()),
            visible: self.visible,
            numeric: self.numeric,
            optional: self.optional,
            ..header
        }
    }
}

impl Header {
    pub fn new(key: impl Into<String>, label: impl Into<String>) -> Header {
        let (key, label): (String, String) = (key.into(), label.into());
        let place = key.split('.').map(str::to_owned).collect();
        let (leaves, visible) = (vec![String::new()], Visible::Both);
        Header { key, place, leaves, label, visible, numeric: false, optional: false }
    }

    /// That of a key of a sheet.
    pub fn of_key(key: &Key, lang: Lang) -> Header {
        let header = Header::new(key.name(), key.label().get(lang));
        Header { place: key.place(), leaves: key.leaves(), ..header }
    }

    /// One for people alone.
    pub fn for_people(label: impl Into<String>) -> Header {
        Header { visible: Visible::People, ..Header::new("", label) }
    }

    /// One for machine formats alone.
    pub fn for_machines(key: impl Into<String>) -> Header {
        Header { visible: Visible::Machines, ..Header::new(key, "") }
    }

    /// The columns of single values: the name of each, and its path below the place.
    pub fn leaves(&self) -> impl Iterator<Item = (String, &str)> {
        let place = self.place.join(".");
        self.leaves.iter().map(move |path| (joined(&place, path), path.as_str()))
    }

    pub fn numeric(self) -> Header {
        Header { numeric: true, ..self }
    }
}

impl Visible {
    pub fn to_people(self) -> bool {
        matches!(self, Visible::Both | Visible::People)
    }

    pub fn to_machines(self) -> bool {
        matches!(self, Visible::Both | Visible::Machines)
    }
}

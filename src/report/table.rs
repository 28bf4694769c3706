//! Tables: typed cells with the words for people and the data for machines side by side, and tones
//! instead of colours.

use std::ops::Range;

use crate::lang::choice::Choice;
use crate::lang::{Lang, Text, phrase, text};
use crate::sheet::Sheet;
use crate::sheet::key::{self, Key};
use crate::sheet::row::joined;
use crate::sheet::shape::Shape;
use crate::tree::Tree;
use crate::value::any::Value;

/// Rows under headers.
#[derive(Clone, Debug)]
pub struct Table {
    pub key: &'static str,
    pub headers: Vec<Header>,
    pub rows: Vec<Vec<Cell>>,
    /// Where each row is a passage to be read, its last cell below the others: the stretches of
    /// that cell's words that stand out, in bytes.
    marks: Option<Vec<Highlights>>,
}

/// A row that is read as a passage.
pub struct PassageRow<'a> {
    /// Where it comes from: the cells that say something.
    pub beside: Vec<&'a str>,
    pub text: &'a str,
    /// The stretches of the text that stand out.
    pub marks: &'a Highlights,
}

/// Stretches of a text, in bytes, in their order.
pub type Highlights = Vec<Range<usize>>;

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

impl Table {
    /// A table whose columns are known only when it is asked for.
    pub fn new(key: &'static str, headers: Vec<Header>, rows: Vec<Vec<Cell>>) -> Table {
        Table { key, headers, rows, marks: None }
    }

    /// The table of the rows, each with the cells of all columns.
    pub fn of<'a, T: ?Sized + 'a>(
        key: &'static str,
        rows: impl IntoIterator<Item = &'a T>,
        columns: &[Column<T>],
        lang: Lang,
    ) -> Table {
        let cells = |row: &'a T| columns.iter().map(|column| (column.cell)(row, lang)).collect();
        let rows = rows.into_iter().map(cells).collect();
        Table::new(key, columns.iter().map(|column| column.header(lang)).collect(), rows)
    }

    /// The columns of this table and, beside them, those of another with as many rows.
    pub fn beside(mut self, other: Table) -> Table {
        self.headers.extend(other.headers);
        self.rows.iter_mut().zip(other.rows).for_each(|(row, cells)| row.extend(cells));
        self
    }

    /// The same rows as passages.
    pub fn of_passages(self, marks: Vec<Highlights>) -> Table {
        Table { marks: Some(marks), ..self }
    }

    /// The rows as passages; `None` where they are rows of a table.
    pub fn passages<'a>(&'a self) -> Option<Vec<PassageRow<'a>>> {
        let marks = self.marks.as_ref()?;
        let passage = |(row, marks): (&'a Vec<Cell>, &'a Highlights)| {
            let (text, beside) = row.split_last()?;
            let beside = beside.iter().zip(&self.headers);
            let beside = beside.filter(|(_, header)| header.visible.to_people());
            let beside = beside.map(|(cell, _)| cell.text.as_str()).filter(|text| !text.is_empty());
            Some(PassageRow { beside: beside.collect(), text: &text.text, marks })
        };
        self.rows.iter().zip(marks).map(passage).collect()
    }

    /// The columns that people read, by their indexes.
    pub fn columns_for_people(&self) -> Vec<usize> {
        let shown = |index: &usize| self.headers[*index].visible.to_people();
        (0..self.headers.len()).filter(shown).collect()
    }

    /// Whether any cell of a column says something.
    pub fn has_words(&self, index: usize) -> bool {
        self.rows.iter().any(|row| !row[index].text.is_empty())
    }
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

    fn header(&self, lang: Lang) -> Header {
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

/// One value, for people and for machines.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    pub text: String,
    pub data: Tree,
    pub tone: Tone,
}

/// What a piece of text means; every renderer decides how that looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    #[default]
    Plain,
    Strong,
    Muted,
    Good,
    Error,
    /// A length, drawn as a bar of so many hundredths of the longest.
    Bar(u8),
    /// A stretch of an axis.
    Span(AxisSpan),
}

/// A stretch of an axis, in thousandths of it, both ends within; and where it is sure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AxisSpan {
    pub from: u16,
    pub to: u16,
    pub sure: Option<(u16, u16)>,
}

impl Cell {
    /// A value in a table: its summary.
    pub fn summary(value: &Value, lang: Lang) -> Cell {
        Cell { text: value.summary(lang), data: value.tree(), tone: Tone::Plain }
    }

    /// What a sheet says under a key, marked for people where it is not stated; machines are given
    /// what is stated, and the years, always in one shape.
    pub fn of_key(key: &Key, sheet: &Sheet, lang: Lang) -> Cell {
        let text = match key {
            Key::Group(name) => group_words(name, sheet, lang),
            _ => key.value(sheet).summary(lang),
        };
        let cell = Cell { data: key.data(sheet), ..Cell::text_only(text) };
        match key.derived(sheet) {
            Some(source) if !cell.text.is_empty() => cell.marked(source, lang),
            _ => cell,
        }
    }

    /// The years of a project, marked where the last one is not stated.
    pub fn years(sheet: &Sheet, lang: Lang) -> Cell {
        let period = sheet.period();
        let cell = Cell::summary(&Value::years(period), lang);
        match period.last_year_source() {
            Some(source) => cell.marked(source.label(), lang),
            None => cell,
        }
    }

    /// The same with what it follows from, in parentheses.
    pub fn marked(self, source: Text, lang: Lang) -> Cell {
        Cell { text: format!("{} ({})", self.text, source.get(lang)), ..self }
    }

    /// A value on a page: all its details.
    pub fn details(value: &Value, lang: Lang) -> Cell {
        Cell { text: value.details(lang), ..Cell::summary(value, lang) }
    }

    /// A text that is its own data.
    pub fn text(words: impl Into<String>) -> Cell {
        let words = words.into();
        Cell { data: Tree::text(words.clone()), text: words, tone: Tone::Plain }
    }

    /// A count, as people and as machines write it.
    pub fn count(count: usize, lang: Lang) -> Cell {
        Cell::summary(&Value::Number(count.into()), lang)
    }

    /// Nothing, for anybody.
    pub fn empty() -> Cell {
        Cell::text_only("")
    }

    /// A code, which people read by its label.
    pub fn labelled(code: impl Into<String>, label: Text, lang: Lang) -> Cell {
        Cell { text: label.get(lang).to_owned(), ..Cell::text(code) }
    }

    /// For machine formats alone.
    pub fn data(data: Tree) -> Cell {
        Cell { data, ..Cell::empty() }
    }

    /// For people alone: nothing in machine formats.
    pub fn text_only(words: impl Into<String>) -> Cell {
        Cell { text: words.into(), data: Tree::Missing, tone: Tone::Plain }
    }

    /// The same for machine formats alone: people read it elsewhere already.
    pub fn data_only(self) -> Cell {
        Cell { text: String::new(), tone: Tone::Plain, ..self }
    }

    pub fn with_tone(self, tone: Tone) -> Cell {
        Cell { tone, ..self }
    }
}

/// What a sheet says in the fields of a group, each below its label.
fn group_words(name: &str, sheet: &Sheet, lang: Lang) -> String {
    let said = key::below(name).filter_map(|field| {
        let words = (field.get)(sheet).summary(lang);
        let label = field.label;
        let said = phrase!("{label}: {words}", "{label} : {words}", label, words);
        (!words.is_empty()).then(|| said.get(lang).to_owned())
    });
    said.collect::<Vec<_>>().join(", ")
}

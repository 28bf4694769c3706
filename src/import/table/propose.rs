//! Which field a column is: by its label, else by its name, else by what can be chosen in it.

use std::collections::HashSet;

use crate::import::page::labelled;
use crate::import::table::{CellValue, Column, Entry, Sureness, Target};
use crate::lang::choice::ChoiceValue;
use crate::sheet::decode;
use crate::sheet::field::Field;
use crate::sheet::fields;
use crate::sheet::section::Section;
use crate::sheet::shape::Shape;
use crate::text::Span;
use crate::text::fold::{name_key, search_key};
use crate::value::date;
use crate::yaml::node::{Node, ScalarStyle};

/// Says of every column that nobody has settled which field it is. `read_name` makes words of the
/// name that a column has in its file.
pub(in crate::import) fn propose(
    columns: &mut [Column],
    entries: &[Entry],
    read_name: fn(&str) -> String,
) {
    let mut taken: HashSet<&str> = HashSet::new();
    taken.extend(columns.iter().filter_map(|column| Some(column.field()?.key)));
    for pass in [Sureness::Certain, Sureness::Likely] {
        for (index, column) in columns.iter_mut().enumerate() {
            let is_open =
                column.sure == Sureness::Unplaced && matches!(column.target, Target::Extra);
            let found = match pass {
                _ if !is_open => None,
                Sureness::Certain => by_label(column),
                _ => by_words(column, read_name)
                    .or_else(|| by_choices(column))
                    .or_else(|| by_periods(column, index, entries)),
            };
            let found = found.filter(|field| is_free(field, &taken));
            // A label says what is meant; a name must be borne out by what stands there.
            let found = found
                .filter(|field| pass == Sureness::Certain || reads_well(field, index, entries));
            if let Some(field) = found {
                (column.target, column.sure) = (Target::Field(field), pass);
                taken.insert(field.key);
            }
        }
    }
    for (index, column) in columns.iter_mut().enumerate() {
        let is_open = column.sure != Sureness::Settled;
        if is_open && column.field().is_some_and(|field| only_answers(field, index, entries)) {
            (column.target, column.sure) = (Target::Extra, Sureness::Unplaced);
        }
    }
}

/// Whether a column says yes or no, and its field takes texts: `Réussite` is then none of lessons.
fn only_answers(field: &Field, column: usize, entries: &[Entry]) -> bool {
    if !field.shape.is_list() && !field.shape.is_prose() {
        return false;
    }
    let cells = entries.iter().flat_map(|entry| &entry.cells);
    let mut values =
        cells.filter(|cell| cell.column == column && !cell.value.is_empty()).peekable();
    let is_answer = |text: String| ANSWERS.contains(&name_key(text.trim()).as_str());
    values.peek().is_some() && values.all(|cell| is_answer(cell.value.text()))
}

/// What is ticked or answered in a column, as [`name_key`] folds it.
const ANSWERS: [&str; 14] =
    ["oui", "non", "o", "n", "yes", "no", "y", "vrai", "faux", "true", "false", "x", "✓", "✔"];

/// Whether a column may be this field: several columns may fill one list.
fn is_free(field: &Field, taken: &HashSet<&str>) -> bool {
    !taken.contains(field.key) || field.shape.is_list()
}

fn by_label(column: &Column) -> Option<&'static Field> {
    labelled(column.shown()).filter(|field| can_be_read(field))
}

/// By the words of its name, where nothing else says what it is.
fn by_words(column: &Column, read_name: fn(&str) -> String) -> Option<&'static Field> {
    if column.label.is_some() {
        return None;
    }
    let words = read_name(&column.name);
    let named = labelled(&words).or_else(|| fields::find(&words)).or_else(|| {
        let key = search_key(&words);
        let called = |field: &&Field| !field.shape.is_list() && search_key(field.short_fr) == key;
        fields::written().find(called).filter(|_| !key.is_empty())
    });
    named.filter(|field| can_be_read(field))
}

/// By what can be chosen in it: all of that is something that can be chosen for one field.
fn by_choices(column: &Column) -> Option<&'static Field> {
    if column.choices.len() < 2 {
        return None;
    }
    fields::written().filter(|field| can_be_read(field)).find(|field| match field.shape {
        Shape::Choice(all) => {
            let names: HashSet<String> =
                all().into_iter().flat_map(ChoiceValue::names).map(search_key).collect();
            column.choices.iter().all(|choice| names.contains(&search_key(choice)))
        }
        _ => false,
    })
}

/// By the periods that stand in it, where it is called as people call the dates too.
fn by_periods(column: &Column, index: usize, entries: &[Entry]) -> Option<&'static Field> {
    let field = fields::called(column.shown()).filter(|field| field.key.starts_with("dates."))?;
    let cells = entries.iter().flat_map(|entry| &entry.cells);
    let mut values = cells.filter(|cell| cell.column == index);
    values.any(|cell| is_period(&cell.value)).then_some(field)
}

fn is_period(value: &CellValue) -> bool {
    date::span(&value.text()).is_some_and(|span| span.is_possible())
}

/// Whether a field is one that people write about a project, and no note about the sheet.
fn can_be_read(field: &Field) -> bool {
    !matches!(field.section, Section::About | Section::Derived)
}

/// So many values of a column are looked at.
const LOOKED_AT: usize = 20;

/// Whether most of what stands in a column can be read as a field that takes no text of any sort.
fn reads_well(field: &'static Field, column: usize, entries: &[Entry]) -> bool {
    if matches!(field.shape, Shape::Line | Shape::Prose) || field.shape.is_list() {
        return true;
    }
    let cells = entries.iter().flat_map(|entry| &entry.cells);
    let values = cells.filter(|cell| cell.column == column && !cell.value.is_empty());
    let looked: Vec<bool> =
        values.take(LOOKED_AT).map(|cell| is_read(field, &cell.value)).collect();
    looked.iter().filter(|read| **read).count() * 2 >= looked.len()
}

fn is_read(field: &'static Field, value: &CellValue) -> bool {
    if matches!(field.shape, Shape::Date) && is_period(value) {
        return true;
    }
    let value = Node::scalar(value.text(), ScalarStyle::Quoted, Span::TOP);
    let node = Node::nested(field.key, value);
    decode::decode("", &node, Default::default()).sheet.unread.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::table::Cell;

    /// The target of a column with this label over these values.
    fn placed(label: &str, values: &[&str]) -> Option<&'static str> {
        let mut columns = vec![Column::new(label, None)];
        let entries = values.iter().map(|value| {
            let value = CellValue::Text((*value).to_owned());
            Entry { cells: vec![Cell::of(0, (value, None))], ..Entry::default() }
        });
        propose(&mut columns, &entries.collect::<Vec<_>>(), str::to_owned);
        columns[0].field().map(|field| field.key)
    }

    #[test]
    fn yes_or_no_is_no_text_of_any_field() {
        let texts = fields::written().filter(|field| can_be_read(field));
        for field in texts.filter(|field| field.shape.is_list() || field.shape.is_prose()) {
            let label = field.label.both()[1];
            for answers in [["Oui", "non", ""], ["x", "", ""], ["", "Yes ", "NO"]] {
                assert_eq!(placed(label, &answers), None, "{label}: {answers:?}");
            }
            for texts in [["oui", "Oui, à la fin", ""], ["", "", ""], ["Le bruit", "non", "x"]] {
                assert_eq!(placed(label, &texts), Some(field.key), "{label}: {texts:?}");
            }
        }
    }
}

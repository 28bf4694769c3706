//! What becomes of a sheet whose cells somebody has edited in an export.

use std::collections::HashMap;

use crate::sheet::Sheet;
use crate::sheet::field::Field;
use crate::sheet::key::Key;
use crate::sheet::known::KnownBySort;
use crate::sheet::returned::cells::{CellColumn, CellSort, value_of};
use crate::sheet::returned::short::read;
use crate::sheet::returned::typed::as_typed;
use crate::sheet::returned::weave::weave;
use crate::sheet::row::joined;
use crate::text::sanitize::printable;
use crate::tree::flat::{flatten, items};
use crate::tree::list_change::list_change;
use crate::tree::{Change, Tree, number, same};
use crate::value::date;

/// The cells of a line that came back, by their keys.
pub type Cells = HashMap<String, String>;

/// Where the values of a list stand among its items, where each is known.
pub type PlacesOf<'p> = &'p dyn Fn(&Field) -> Option<Vec<usize>>;

/// The columns whose cells say something else than the sheet that was exported.
pub fn edited(kept: &Sheet, columns: &[CellColumn], cells: &Cells) -> Vec<CellColumn> {
    let is_edited = |column: &&CellColumn| {
        let cell = cells.get(&column.key);
        cell.is_some_and(|cell| !same_cell(&column.cell(kept), cell, column.sort()))
    };
    columns.iter().filter(is_edited).cloned().collect()
}

/// Whether two cells say the same: a number whatever zeros it ends with, a date however it is
/// written, a text whatever its lines end with and however controls are shown in it.
pub(super) fn same_cell(ours: &str, theirs: &str, sort: CellSort) -> bool {
    let canonical: fn(&str) -> Option<String> = match sort {
        CellSort::Texts => return ours == theirs || as_shown(ours) == as_shown(theirs),
        CellSort::Numbers => |item| {
            let value = number(item).or_else(|| number(&item.replace(',', ".")));
            value.map(|number| number.normalize().to_string())
        },
        CellSort::Dates => |item| date::parse(item).whole().map(|date| date.to_string()),
    };
    let plain = |item: String| canonical(&item).unwrap_or(item);
    let said = |cell: &str| -> Vec<Option<String>> {
        items(cell).into_iter().map(|item| item.map(plain)).collect()
    };
    ours == theirs || said(ours) == said(theirs)
}

/// A text as it comes back of a format that shows controls, or ends lines otherwise.
fn as_shown(cell: &str) -> String {
    printable(cell).replace("␍\n", "\n")
}

/// A cell that came back, in which each value that nobody has edited is as it was before it was shown.
fn with_controls(came: &str, ours: &str) -> String {
    if as_shown(ours) == ours {
        return came.to_owned();
    }
    let ours = items(ours);
    let before = |item: &String| {
        let same = |ours: &&String| same_cell(ours, item, CellSort::Texts);
        ours.iter().flatten().find(same).unwrap_or(item).clone()
    };
    let item =
        |item: Option<String>| item.as_ref().map_or(Tree::Missing, |item| Tree::text(before(item)));
    flatten(&Tree::List(items(came).into_iter().map(item).collect()), '.')
}

/// The changes of a sheet that follow from its edited cells, so that nothing goes that the export
/// had left out; none for a cell that says the same in other words. `places` are those of the values
/// of a list among its items.
///
/// # Errors
/// The key whose cell could not be understood.
pub fn changes(
    whole: &Sheet,
    kept: &Sheet,
    edited: &[CellColumn],
    cells: &Cells,
    (places, known): (PlacesOf, &KnownBySort),
) -> Result<Vec<(String, Change)>, String> {
    let mut changes: Vec<(String, Change)> = Vec::new();
    let mut done: Vec<&str> = Vec::new();
    for column in edited {
        let field = column.field;
        // Of a list all columns are read together.
        if field.shape.is_list() && done.contains(&field.key) {
            continue;
        }
        done.push(field.key);
        let read = |value: &Tree| read(field, value, known).ok_or_else(|| column.key.clone());
        let ours = |path: &str| {
            CellColumn { key: joined(field.key, path), field, path: path.to_owned() }.cell(kept)
        };
        // What did not come back is as it was.
        let cell = |path: &str| {
            let came = cells.get(&joined(field.key, path));
            let ours = ours(path);
            match came {
                Some(came) if same_cell(&ours, came, CellSort::Texts) => ours,
                Some(came) if field.shape.is_list() => with_controls(came, &ours),
                Some(came) => came.clone(),
                None => ours,
            }
        };
        let came = value_of(field, &cell);
        let came = as_typed(field, came, &value_of(field, &ours), known);
        let theirs = read(&came.ok_or_else(|| column.key.clone())?)?;
        // A part that was not understood would be lost, and nobody is there to confirm a guess.
        let doubts = theirs.uncertain.len();
        let before = || read(&value_of(field, &ours)).map_or(0, |ours| ours.uncertain.len());
        if doubts > 0 && doubts > before() {
            return Err(column.key.clone());
        }
        if field.shape.is_list() {
            let [all, kept, theirs] =
                [whole, kept, &theirs].map(|sheet| field.stored(sheet).tree());
            let woven = read(&weave(&all, &kept, &theirs))?;
            if !same(&all, &field.stored(&woven).tree()) {
                let [before, after] = [whole, &woven].map(|sheet| field.stored(sheet).written());
                let made = list_change(&before, &after, places(field).as_deref());
                changes.extend(made.into_iter().map(|change| (field.key.to_owned(), change)));
            }
            continue;
        }
        // Of a value with parts, the part that holds what was edited.
        let part = column.path.split('.').next().unwrap_or_default();
        let key = joined(field.key, part);
        let stored = |sheet: &Sheet| {
            Key::find(&key).map_or(Tree::Missing, |key| key.stored(sheet).written())
        };
        let (ours, theirs) = (stored(whole), stored(&theirs));
        let is_required = field.more.required.is_some();
        if is_required && theirs == Tree::Missing && ours != Tree::Missing {
            return Err(column.key.clone());
        }
        if !same(&ours, &theirs) && !changes.iter().any(|(known, _)| *known == key) {
            changes.push((key, Change::to(theirs)));
        }
    }
    Ok(changes)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_is_shown_for_a_control_is_no_edit() {
        for (ours, theirs, restored) in [
            ("\"a\rb\"; c", "\"a␍b\"; c; d", "\"a\rb\"; c; d"),
            ("a\tb; \"c; d\"", "a b; \"c; d\"", "a\tb; \"c; d\""),
            ("a\tb; c", "a b; neuf; c", "a\tb; neuf; c"),
            ("a\tb; c", "a bis; c", "a bis; c"),
            ("a; b", "a; b; c", "a; b; c"),
        ] {
            assert_eq!(with_controls(theirs, ours), restored, "{ours:?}");
        }
        assert!(same_cell("a\tb\r\nc\rd", "a b\nc␍d", CellSort::Texts));
        assert!(!same_cell("a\tb", "ab", CellSort::Texts));
    }

    proptest! {
        /// A program may write it with another mark: nobody has edited it then.
        #[test]
        fn a_number_is_the_same_with_either_decimal_mark(number in "[1-9][0-9]{0,6}[.][0-9]{1,4}") {
            prop_assert!(same_cell(&number, &number.replace('.', ","), CellSort::Numbers));
        }
    }
}

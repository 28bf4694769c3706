//! The items of a list, each on a line of its own, as the cells of the line of their sheet.

use crate::sheet::Sheet;
use crate::sheet::key::Key;
use crate::sheet::returned::cells::CellColumn;
use crate::sheet::returned::changes::{Cells, same_cell};
use crate::tree::Tree;
use crate::tree::flat::{flatten, items};

/// The columns beside the parts of an item: the key of its list, and its place there.
pub const LIST: &str = "key";
pub const NUMBER: &str = "item";

/// A line that came back of an item.
#[derive(Clone, Debug, Default)]
pub struct ItemLine {
    /// The key of its list.
    pub list: String,
    /// Its place in the list at the export, from 1; none for a new one.
    pub number: Option<usize>,
    /// Its cells, by the paths of the parts.
    pub cells: Cells,
}

/// What the lines of items say.
#[derive(Debug, Default)]
pub struct OfItems {
    /// The cells of the line of their sheet.
    pub cells: Cells,
    /// The keys of lists of which lines are missing: their items stay as they are.
    pub gone: Vec<String>,
}

/// The cells of a sheet's line with what the lines of its items say of the lists in them. An item
/// whose cells are all empty is no longer one; one whose line is missing is as it was.
///
/// # Errors
/// The key that was edited in both, to something else.
pub fn with_items(
    kept: &Sheet,
    columns: &[CellColumn],
    cells: &Cells,
    lines: &[ItemLine],
) -> Result<OfItems, String> {
    let mut all = OfItems { cells: cells.clone(), gone: Vec::new() };
    for columns in columns.chunk_by(|one, next| std::ptr::eq(one.field, next.field)) {
        let list = columns[0].field.key;
        let lines: Vec<&ItemLine> = lines.iter().filter(|line| line.list == list).collect();
        if lines.is_empty() {
            continue;
        }
        let ours: Vec<String> = columns.iter().map(|column| column.cell(kept)).collect();
        let merged = Merged::of(kept, columns, &ours, &lines);
        if merged.is_gone {
            all.gone.push(list.to_owned());
        }
        for ((column, ours), theirs) in columns.iter().zip(&ours).zip(merged.cells(columns.len())) {
            let is_edited = |cell: &str| !same_cell(ours, cell, column.sort());
            if !is_edited(&theirs) {
                continue;
            }
            let other = cells.get(&column.key).filter(|cell| is_edited(cell));
            if other.is_some_and(|other| !same_cell(other, &theirs, column.sort())) {
                return Err(column.key.clone());
            }
            all.cells.insert(column.key.clone(), theirs);
        }
    }
    Ok(all)
}

/// The items of a list, each with its cells in the order of the columns.
struct Merged {
    items: Vec<Vec<String>>,
    is_gone: bool,
}

impl Merged {
    fn of(kept: &Sheet, columns: &[CellColumn], cells: &[String], lines: &[&ItemLine]) -> Merged {
        let parts: Vec<Vec<Option<String>>> = cells.iter().map(|cell| items(cell)).collect();
        let count = match Key::Field(columns[0].field).data(kept) {
            Tree::List(items) => items.len(),
            _ => 0,
        };
        let ours = |at: usize| -> Vec<String> {
            let part = |part: &Vec<Option<String>>| part.get(at).cloned().flatten();
            parts.iter().map(|of_part| part(of_part).unwrap_or_default()).collect()
        };
        let theirs = |line: &ItemLine, ours: Vec<String>| -> Vec<String> {
            let cell = |(column, ours): (&CellColumn, String)| {
                line.cells.get(&column.path).cloned().unwrap_or(ours)
            };
            columns.iter().zip(ours).map(cell).collect()
        };
        let mut merged = Merged { items: Vec::new(), is_gone: false };
        let mut used = vec![false; lines.len()];
        for at in 0..count {
            let line = lines.iter().position(|line| line.number == Some(at + 1));
            merged.is_gone |= line.is_none();
            merged.items.push(match line {
                Some(line) => {
                    used[line] = true;
                    theirs(lines[line], ours(at))
                }
                None => ours(at),
            });
        }
        let new = lines.iter().zip(used).filter(|(_, used)| !used);
        merged.items.extend(new.map(|(line, _)| theirs(line, vec![String::new(); columns.len()])));
        merged.items.retain(|cells| cells.iter().any(|cell| !cell.trim().is_empty()));
        merged
    }

    /// The cell of each column.
    fn cells(self, width: usize) -> impl Iterator<Item = String> {
        let tree = |text: &String| match text.as_str() {
            "" => Tree::Missing,
            text => Tree::text(text),
        };
        (0..width).map(move |at| {
            flatten(&Tree::List(self.items.iter().map(|cells| tree(&cells[at])).collect()), '.')
        })
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::sheet::decode::decode;
    use crate::sheet::returned::columns;
    use crate::text::Source;
    use crate::yaml::parse::parse;

    const LIST: &str = "lessons.nuggets";

    fn kept() -> Sheet {
        let text = "title: A\nlessons:\n  nuggets: [{text: Un, tools: [x, 'y; z']}, Deux, Trois]\n";
        let source = Source::of("a", text.to_owned());
        decode("a", &parse(&source).expect("YAML").node, NaiveDate::default()).sheet
    }

    /// Lines of items by their number and their text; none of them names the tools.
    fn lines(lines: &[(usize, &str)]) -> Vec<ItemLine> {
        let line = |(number, text): &(usize, &str)| {
            // An item is emptied as a whole.
            let parts: &[&str] = if text.is_empty() { &["text", "tools"] } else { &["text"] };
            ItemLine {
                list: LIST.to_owned(),
                number: Some(*number).filter(|number| *number > 0),
                cells: parts.iter().map(|part| ((*part).to_owned(), (*text).to_owned())).collect(),
            }
        };
        lines.iter().map(line).collect()
    }

    fn of(lines: &[ItemLine], cells: &[(&str, &str)]) -> Result<OfItems, String> {
        let cells = cells.iter().map(|(key, cell)| ((*key).into(), (*cell).into())).collect();
        with_items(&kept(), &columns(), &cells, lines)
    }

    #[test]
    fn an_item_is_known_by_its_number_wherever_its_line_stands() {
        for (of_items, texts, is_gone) in [
            (vec![(1, "Un"), (2, "Deux"), (3, "Trois")], None, false),
            (vec![(3, "Trois"), (1, "Un"), (2, "Deux")], None, false),
            (
                vec![(3, "Trois"), (1, "Un et demi"), (2, "Deux")],
                Some("Un et demi; Deux; Trois"),
                false,
            ),
            (
                vec![(1, "Un"), (0, "Neuf"), (2, "Deux"), (3, "Trois")],
                Some("Un; Deux; Trois; Neuf"),
                false,
            ),
            (
                vec![(1, "Un"), (1, "Copie"), (2, "Deux"), (3, "Trois")],
                Some("Un; Deux; Trois; Copie"),
                false,
            ),
            (vec![(1, "Un"), (2, ""), (3, "Trois")], Some("Un; Trois"), false),
            (vec![(2, "Deux!")], Some("Un; Deux!; Trois"), true),
        ] {
            let told = of(&lines(&of_items), &[]).expect("one edit");
            assert_eq!(
                told.cells.get("lessons.nuggets.text").map(String::as_str),
                texts,
                "{of_items:?}"
            );
            assert_eq!(told.gone.is_empty(), !is_gone, "{of_items:?}");
        }
        assert!(
            of(&[], &[]).expect("no edit").cells.is_empty(),
            "a tab that is not there says nothing"
        );
    }

    #[test]
    fn of_two_edits_of_one_value_neither_is_taken() {
        let key = "lessons.nuggets.text";
        let edited = lines(&[(1, "Un"), (2, "Zwei"), (3, "Trois")]);
        let same = of(&edited, &[(key, "Un; Deux; Trois")]).expect("one edit");
        assert_eq!(same.cells[key], "Un; Zwei; Trois");
        let untouched = lines(&[(1, "Un"), (2, "Deux"), (3, "Trois")]);
        let other = of(&untouched, &[(key, "Un; Two; Trois")]).expect("one edit");
        assert_eq!(other.cells[key], "Un; Two; Trois");
        assert_eq!(of(&edited, &[(key, "Un; Two; Trois")]).err().as_deref(), Some(key));
    }
}

//! What stands in each tab.

use crate::export::columns::{SheetColumn, part_label, sheet_columns, values};
use crate::export::workbook::cell::Cell;
use crate::export::workbook::tab::{Column, Tab};
use crate::lang::{Lang, Text, text};
use crate::sheet::field::Field;
use crate::sheet::fields::FIELDS;
use crate::sheet::key::Key;
use crate::sheet::returned::{LIST, NUMBER};
use crate::sheet::rev::{Exported, REV};
use crate::sheet::section::Section;
use crate::sheet::shape::Shape;
use crate::tree::Tree;
use crate::tree::flat::at;

/// A tab of items, which several fields of one shape hold.
struct ItemTab {
    name: Text,
    holds: fn(Shape) -> bool,
}

const ITEM_TABS: [ItemTab; 4] = [
    ItemTab { name: text!("Lessons", "Leçons"), holds: |shape| matches!(shape, Shape::Lessons) },
    ItemTab {
        name: text!("Words from the team", "Petits mots"),
        holds: |shape| matches!(shape, Shape::Words),
    },
    ItemTab {
        name: text!("Documents", "Documents"),
        holds: |shape| matches!(shape, Shape::Documents),
    },
    ItemTab { name: text!("People", "Personnes"), holds: |shape| matches!(shape, Shape::People) },
];

/// Every tab: the sheets, then what they have several of.
pub(super) fn tabs(sheets: &[Exported], lang: Lang) -> Vec<Tab<'_>> {
    let items = ITEM_TABS.iter().map(|tab| item_tab(tab, sheets, lang));
    std::iter::once(sheet_tab(sheets, lang)).chain(items).collect()
}

/// A line for each sheet.
fn sheet_tab(sheets: &[Exported], lang: Lang) -> Tab<'_> {
    let known = sheet_columns(lang);
    let column = |column: &SheetColumn| Column::new(&column.key, &column.label, column.shape);
    let rev = text!("State of the sheet", "État de la fiche").get(lang);
    let mut columns: Vec<Column> = known.iter().map(column).collect();
    columns.insert(1, Column::new(REV, rev, Shape::Line));
    let row = move |exported: &Exported| {
        let mut cells: Vec<Cell> = Vec::with_capacity(known.len() + 1);
        let values = values(&known, &exported.sheet);
        cells.extend(values.map(|(column, value)| Cell::of(&value, column.shape)));
        cells.insert(1, Cell::text(&exported.rev));
        cells
    };
    let rows = Box::new(sheets.iter().map(row));
    Tab { name: text!("Sheets", "Fiches").get(lang), columns, rows }
}

/// A line for each item of some fields.
fn item_tab<'s>(tab: &ItemTab, sheets: &'s [Exported], lang: Lang) -> Tab<'s> {
    let holds = |field: &&Field| field.section != Section::Derived && (tab.holds)(field.shape);
    let fields: Vec<&'static Field> = FIELDS.iter().filter(holds).collect();
    let parts = fields.first().map_or(&[][..], |field| field.shape.parts());
    let id = Column::new("id", text!("Id", "Identifiant").get(lang), Shape::Line);
    let key = Column::new(LIST, text!("Field", "Champ").get(lang), Shape::Line);
    let of_parts =
        parts.iter().map(|part| Column::new(part.key, part_label(part, lang), part.shape));
    let number = Column::new(NUMBER, text!("No.", "N°").get(lang), Shape::Line);
    let columns = [id, key, number].into_iter().chain(of_parts).collect();
    let line = move |exported: &Exported, field: &Field, number: u32, item: &Tree| {
        let start =
            [Cell::text(&exported.sheet.id), Cell::text(field.key), Cell::Number(number.into())];
        let cells = parts.iter().map(|part| Cell::of(&at(item, part.key), part.shape));
        start.into_iter().chain(cells).collect()
    };
    let lines = move |exported: &Exported| {
        let mut lines: Vec<Vec<Cell>> = Vec::new();
        for field in &fields {
            if let Tree::List(items) = Key::Field(field).data(&exported.sheet) {
                let numbered = (1..).zip(&items);
                lines.extend(numbered.map(|(number, item)| line(exported, field, number, item)));
            }
        }
        lines
    };
    Tab { name: tab.name.get(lang), columns, rows: Box::new(sheets.iter().flat_map(lines)) }
}

//! One tab of a workbook → a grid.

use std::collections::HashMap;
use std::io::BufRead;

use crate::import::spreadsheet::file::grid::{Aside, Grid, GridCell, GridRow, Merge, of_place};
use crate::import::spreadsheet::file::refusal::{Count, MAX_COLUMNS, Refusal};
use crate::import::spreadsheet::file::xlsx::strings::{Rich, Strings};
use crate::import::spreadsheet::file::xlsx::styles::Styles;
use crate::import::spreadsheet::file::xlsx::workbook::Relations;
use crate::import::spreadsheet::file::xml::{Element, Node, Xml};
use crate::value::number_format::{Shown, general};

/// What the tabs of a workbook share.
pub(super) struct Shared {
    pub strings: Strings,
    pub styles: Styles,
    pub is_from_1904: bool,
}

/// Reads the cells of a tab; `comments` by their places, and what it leads to among its relations.
pub(super) fn worksheet(
    source: impl BufRead,
    shared: &Shared,
    (comments, relations): (&HashMap<String, String>, &Relations),
    count: &mut Count,
) -> Result<Grid, Refusal> {
    let mut xml = Xml::new(source);
    let mut grid = Grid::default();
    let mut row = GridRow::default();
    let mut next_row = 1;
    let mut open: Option<OpenCell> = None;
    let mut links = Vec::new();
    while let Some(node) = xml.next()? {
        match node {
            Node::Open(element) => match (element.name(), &mut open) {
                ("col", None) if element.is("hidden") => {
                    let at =
                        |name: &str| element.number(name).unwrap_or(1).clamp(1, MAX_COLUMNS + 1);
                    grid.hidden_columns.extend(at("min") - 1..at("max"));
                }
                ("row", None) => {
                    let number = element.number("r").unwrap_or(next_row);
                    row = GridRow { number, is_hidden: element.is("hidden"), ..GridRow::default() };
                    next_row = number.saturating_add(1);
                }
                ("mergeCell", None) => {
                    grid.merges.extend(element.attribute("ref").as_deref().and_then(merge));
                }
                ("hyperlink", None) => links.extend(link(&element, relations)),
                ("c", None) => {
                    let after = row.cells.last().map_or(0, |cell| cell.column + 1);
                    open = Some(OpenCell::of(&element, (row.number, after)));
                }
                ("f", Some(cell)) => (cell.is_formula, cell.in_formula) = (true, true),
                ("v", Some(cell)) => cell.in_value = true,
                (_, Some(cell)) => cell.rich.open(&element),
                _ => {}
            },
            Node::Text(text) => {
                if let Some(cell) = &mut open {
                    cell.take(&text);
                }
            }
            Node::Close(name) => match (name.as_ref(), &mut open) {
                ("c", _) => {
                    let Some(cell) = open.take() else {
                        continue;
                    };
                    let comment = comments.get(&cell.place);
                    let cell = cell.shown(shared, comment);
                    if !cell.text.is_empty() || !cell.asides.is_empty() {
                        count.cell(row.number.saturating_sub(1), cell.column)?;
                    }
                    row.put(cell);
                }
                ("v", Some(cell)) => cell.in_value = false,
                ("f", Some(cell)) => cell.in_formula = false,
                (name, Some(cell)) => cell.rich.close(name),
                ("row", None) if !row.cells.is_empty() => {
                    row.cells.sort_by_key(|cell| cell.column);
                    grid.rows.push(std::mem::take(&mut row));
                }
                _ => {}
            },
            Node::Other => {}
        }
    }
    grid.rows.sort_by_key(|row| row.number);
    for (number, column, address) in links {
        if let Some(cell) = grid.cell_mut(number, column) {
            cell.asides.extend(Aside::link(&address, &cell.text));
        }
    }
    Ok(grid)
}

/// The row, the column and the address of a cell that leads somewhere.
fn link(element: &Element, relations: &Relations) -> Option<(usize, usize, String)> {
    let address = relations.link(&element.attribute("id")?)?.to_owned();
    let (row, column) = of_place(element.attribute("ref")?.split(':').next()?)?;
    Some((row, column, address))
}

/// Cells that are one, by their first and last: `A4:A6`.
fn merge(place: &str) -> Option<Merge> {
    let (first, last) = place.split_once(':')?;
    let ((top, left), (bottom, right)) = (of_place(first)?, of_place(last)?);
    Some(Merge { rows: top..bottom.checked_add(1)?, columns: left..right.checked_add(1)? })
}

/// A cell that is being read.
struct OpenCell {
    place: String,
    column: usize,
    /// What sort of value it holds: a number where nothing is said.
    kind: String,
    look: usize,
    value: String,
    in_value: bool,
    is_formula: bool,
    in_formula: bool,
    formula: String,
    rich: Rich,
}

impl OpenCell {
    /// A cell; one without a place stands at the next.
    fn of(element: &Element, (row, next): (usize, usize)) -> OpenCell {
        let place = element.attribute("r").unwrap_or_default();
        let column = of_place(&place).filter(|(there, _)| *there == row).map(|(_, column)| column);
        OpenCell {
            place,
            column: column.unwrap_or(next),
            kind: element.attribute("t").unwrap_or_default(),
            look: element.number("s").unwrap_or_default(),
            value: String::new(),
            in_value: false,
            is_formula: false,
            in_formula: false,
            formula: String::new(),
            rich: Rich::default(),
        }
    }

    fn take(&mut self, text: &str) {
        if self.in_value {
            self.value.push_str(text);
        } else if self.in_formula {
            self.formula.push_str(text);
        } else {
            self.rich.text(text, &mut self.value);
        }
    }

    /// The cell as it is shown.
    fn shown(self, shared: &Shared, comment: Option<&String>) -> GridCell {
        let mut asides = Vec::new();
        let mut is_struck = self.rich.is_struck;
        let text = match self.kind.as_str() {
            "s" => {
                let number = self.value.trim().parse().ok();
                let (text, part) = number.and_then(|at| shared.strings.get(at)).unwrap_or_default();
                is_struck |= part;
                text.to_owned()
            }
            "b" => (if self.value.trim() == "1" { "VRAI" } else { "FAUX" }).to_owned(),
            "str" | "inlineStr" | "e" => self.value,
            "d" => self.value.trim_end_matches("T00:00:00").to_owned(),
            _ => match self.value.trim().parse::<f64>() {
                Ok(number) if number.is_finite() => {
                    let format = shared.styles.format(self.look);
                    let shown = format.map(|format| format.show(number, shared.is_from_1904));
                    let Shown { text, value } = shown.unwrap_or_else(|| general(number));
                    asides.extend(value.map(Aside::Value));
                    text
                }
                _ => self.value,
            },
        };
        if text.is_empty() && self.is_formula {
            asides.push(Aside::NoValue);
        }
        if !text.is_empty() && (is_struck || shared.styles.is_struck(self.look)) {
            asides.push(Aside::Struck);
        }
        asides.extend(Aside::address_in(&self.formula).and_then(|link| Aside::link(link, &text)));
        asides.extend(comment.map(|comment| Aside::Comment(comment.trim().to_owned())));
        GridCell { column: self.column, text: escaped(text), asides }
    }
}

/// A text without the escapes for characters that XML cannot hold (ECMA-376, 22.9.2.19): `_x000D_`.
fn escaped(text: String) -> String {
    if !text.contains("_x") {
        return text;
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(at) = rest.find("_x") {
        let code = rest.get(at + 2..at + 6).filter(|_| rest.as_bytes().get(at + 6) == Some(&b'_'));
        let character =
            code.and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32);
        out.push_str(&rest[..at]);
        match character {
            Some(character) => out.push(character),
            None => out.push_str("_x"),
        }
        rest = &rest[at + if character.is_some() { 7 } else { 2 }..];
    }
    out + rest
}

//! A value of the wiki as a cell: without HTML, its codes as labels.

use crate::import::codes::UNKNOWN_CODE;
use crate::import::table::{Beside, Cell, CellValue, Note};
use crate::import::wiki::codes::resolve;
use crate::import::wiki::form::FormField;
use crate::import::wiki::json::Json;
use crate::import::wiki::system;
use crate::lang::{list, phrase};
use crate::text::fold::composed;
use crate::text::html;

/// A value of a property; nothing where it says nothing.
pub(super) fn cell(
    column: usize,
    name: &str,
    value: &Json,
    field: Option<&FormField>,
) -> Option<Cell> {
    let options = field.map_or(&[][..], |field| &field.options);
    let is_list = !options.is_empty() || system::is_list(name);
    match value {
        Json::Null => None,
        Json::Text(_) | Json::List(_) if is_list => coded(column, value, options),
        Json::List(items) => {
            let items = items.iter().map(|item| match item.text() {
                Some(text) => html::plain(text).text.into_owned(),
                None => item.to_string(),
            });
            Some(Cell::of(column, (CellValue::Items(items.collect()), None)))
        }
        Json::Object(members) if members.is_empty() => None,
        Json::Object(_) => Some(Cell::of(column, (CellValue::Text(value.to_string()), None))),
        // A date that a database holds where there is none.
        Json::Text(text) if text.starts_with("0000-00-00") => None,
        Json::Text(text) => Some(Cell::of(column, plain(text))),
    }
}

/// Codes of a list, as what they stand for.
pub(super) fn coded(column: usize, value: &Json, options: &[(String, String)]) -> Option<Cell> {
    let resolved = resolve(value, options);
    if resolved.labels.is_empty() && resolved.unknown.is_empty() {
        return None;
    }
    let mut cell = Cell::of(column, (CellValue::Items(resolved.labels), None));
    if !resolved.unknown.is_empty() {
        let codes: Vec<&str> = resolved.unknown.iter().map(String::as_str).collect();
        let codes = list::and(&codes);
        let label = phrase!("no label for {codes}", "pas de libellé pour {codes}", codes);
        cell.notes.push(Note { lint: &UNKNOWN_CODE, label });
        cell.beside.push((Beside::Codes, resolved.unknown.join(", ")));
    }
    Some(cell)
}

/// A text without HTML, and what it was where that says more.
pub(super) fn plain(text: &str) -> (CellValue, Option<(Beside, String)>) {
    let made = html::plain(text);
    let beside = made.is_lossy.then(|| (Beside::Original, text.to_owned()));
    (CellValue::Text(composed(&made.text).into_owned()), beside)
}

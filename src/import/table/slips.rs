//! What programs have done to a table on its way: reported, and never repaired by a guess.

use crate::import::codes::{COPIED_COORDINATE, SPOILT_BY_PROGRAM};
use crate::import::page;
use crate::import::spreadsheet::codes::AMOUNT_WITHOUT_UNIT;
use crate::import::table::{Beside, Column, Entry, Note};
use crate::lang::{Text, text};
use crate::sheet::codes::UNCERTAIN_VALUE;
use crate::sheet::shape::Shape;
use crate::text::fold::name_key;

/// Takes note of the slips in an entry, each at its value.
pub(super) fn note_slips(entry: &mut Entry, columns: &[Column]) {
    for cell in &mut entry.cells {
        if let Some(label) = slip(cell.value.text().trim(), &columns[cell.column]) {
            cell.notes.push(Note { lint: &SPOILT_BY_PROGRAM, label: label.into() });
        }
    }
    // What becomes a field is looked at as a line of a page.
    for cell in entry.cells.iter_mut().filter(|cell| columns[cell.column].field().is_none()) {
        let text = cell.value.text();
        if text.split_once("{{").is_some_and(|(_, rest)| rest.contains("}}")) {
            cell.notes.push(Note { lint: &UNCERTAIN_VALUE, label: page::MARKUP.into() });
        }
    }
    for cell in &mut entry.cells {
        let is_cost = columns[cell.column].field().is_some_and(|field| field.key == "cost");
        let text = cell.value.text().trim().to_owned();
        if is_cost && may_be_thousands(&text) {
            let label =
                text!("in euros, or in thousands of euros?", "en euros, ou en milliers d'euros ?");
            cell.notes.push(Note { lint: &AMOUNT_WITHOUT_UNIT, label: label.into() });
            cell.beside.push((Beside::Original, text));
        }
    }
    let at = |key: &str| {
        entry
            .cells
            .iter()
            .position(|cell| columns[cell.column].field().is_some_and(|field| field.key == key))
    };
    if let (Some(one), Some(other)) = (at("territory.latitude"), at("territory.longitude")) {
        let (latitude, longitude) =
            (entry.cells[one].value.text(), entry.cells[other].value.text());
        if latitude.trim() == longitude.trim()
            && latitude.contains(|c: char| matches!(c, '1'..='9'))
        {
            let label = text!("the same as the latitude", "la même valeur que la latitude");
            entry.cells[other].notes.push(Note { lint: &COPIED_COORDINATE, label: label.into() });
        }
    }
}

/// The errors that spreadsheets write in the place of a value.
const ERRORS: [&str; 12] = [
    "#NOM?", "#NAME?", "#REF!", "#VALEUR!", "#VALUE!", "#DIV/0!", "#N/A", "#NUM!", "#NOMBRE!",
    "#NUL!", "#NULL!", "#SPILL!",
];

fn slip(text: &str, column: &Column) -> Option<Text> {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if text.len() >= 3 && text.bytes().all(|byte| byte == b'#') {
        return Some(text!(
            "the column was too narrow when it was saved: the value is lost",
            "la colonne était trop étroite à l'enregistrement : la valeur est perdue",
        ));
    }
    if ERRORS.contains(&text) {
        return Some(text!("an error of a spreadsheet", "une erreur de tableur"));
    }
    if let Some((number, power)) = text.split_once("E+")
        && digits(power)
        && number.split([',', '.']).all(digits)
    {
        return Some(text!(
            "a long number of which a spreadsheet kept the first digits alone",
            "un long nombre dont un tableur n'a gardé que les premiers chiffres",
        ));
    }
    if text.len() == 4 && digits(text) && is_postcode(column) {
        return Some(text!(
            "a postcode of four digits: a spreadsheet eats the leading zero",
            "un code postal de quatre chiffres : un tableur mange le zéro du début",
        ));
    }
    let is_date = column.field().is_some_and(|field| matches!(field.shape, Shape::Date));
    if is_date && text.len() == 5 && digits(text) {
        return Some(text!(
            "the number of a day as a spreadsheet counts, which may begin in 1900 or in 1904",
            "le numéro d'un jour dans un tableur, qui compte depuis 1900 ou depuis 1904",
        ));
    }
    if !is_date && is_month_of_range(text) {
        return Some(text!(
            "a range or a number that a spreadsheet took for a date",
            "un intervalle ou un nombre qu'un tableur a pris pour une date",
        ));
    }
    None
}

/// Whether an amount without its unit is so small that it may be one of thousands: `9,5`.
fn may_be_thousands(text: &str) -> bool {
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let parts = text.split_once([',', '.']);
    parts.is_some_and(|(whole, tenths)| {
        (1..4).contains(&whole.len()) && tenths.len() == 1 && digits(whole) && digits(tenths)
    })
}

fn is_postcode(column: &Column) -> bool {
    [Some(&column.name), column.label.as_ref()].into_iter().flatten().any(|name| {
        let key = name_key(name);
        key.contains("code postal") || key.contains("postcode") || key == "cp"
    })
}

/// Whether a text is what a French spreadsheet makes of `2-3`: `02-mars`, `mars-22`.
fn is_month_of_range(text: &str) -> bool {
    const MONTHS: [&str; 12] =
        ["janv", "fevr", "mars", "avr", "mai", "juin", "juil", "aout", "sept", "oct", "nov", "dec"];
    let Some((one, other)) = text.split_once('-') else {
        return false;
    };
    let is_month = |text: &str| MONTHS.contains(&name_key(text.trim_end_matches('.')).as_str());
    let is_day = |text: &str| text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
    is_month(one) && is_day(other) || is_day(one) && is_month(other)
}

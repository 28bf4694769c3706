//! The door of the crate that writes workbooks. Source: ECMA-376, and the limits that Excel publishes.

use std::sync::Arc;

use anyhow::Result;
use chrono::Datelike;
use rust_decimal::prelude::ToPrimitive;
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError,
};

use crate::export::export_format::{ExportOptions, Made};
use crate::export::workbook::cell::Cell;
use crate::export::workbook::tab::Tab;
use crate::export::workbook::tabs::tabs;
use crate::lang::{Phrase, phrase};
use crate::sheet::rev::Exported;
use crate::threads::share;

/// What tells our own workbooks from others.
pub(super) const MARK: &str = "sheet export";

/// The characters of a cell.
const LONGEST: usize = 32_767;

/// The lines of a tab, its two headers included.
const MOST: usize = 1_048_576;

/// The lines above the first sheet: words, then keys.
const HEADERS: u32 = 2;

/// How cells look.
struct Looks {
    label: Format,
    key: Format,
    date: Format,
    /// A text that begins like a formula stays one when somebody edits it.
    quoted: Format,
}

/// Writes the workbook of these sheets: the same bytes for the same sheets.
///
/// # Errors
/// Where the crate refuses a tab.
pub(in crate::export) fn write(sheets: Arc<[Exported]>, options: &ExportOptions) -> Result<Made> {
    let looks = Looks {
        label: Format::new().set_bold(),
        key: Format::new().set_font_color(Color::Gray).set_font_size(8),
        date: Format::new().set_num_format("yyyy-mm-dd"),
        quoted: Format::new().set_quote_prefix(),
    };
    let mut workbook = Workbook::new();
    let properties = DocProperties::new()
        .set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?)
        .set_company(options.organisation.unwrap_or_default())
        .set_comment(MARK);
    workbook.set_properties(&properties);
    let mut remarks = Vec::new();
    let tabs = tabs(&sheets, options.lang);
    for written in share(tabs, options.threads, |tab| write_tab(tab, &looks)) {
        let (worksheet, found) = written?;
        workbook.push_worksheet(worksheet);
        remarks.extend(found);
    }
    drop(sheets);
    Ok(Made { bytes: workbook.save_to_buffer()?, remarks })
}

/// A tab as it is written, and what of it does not fit.
fn write_tab(mut tab: Tab, looks: &Looks) -> Result<(Worksheet, Vec<Phrase>), XlsxError> {
    let mut out = Worksheet::new();
    let mut remarks = Vec::new();
    out.set_name(tab.name)?;
    for (at, column) in (0..).zip(&tab.columns) {
        out.set_column_width(at, column.width())?;
        out.write_string_with_format(0, at, &column.label, &looks.label)?;
        out.write_string_with_format(1, at, &column.key, &looks.key)?;
    }
    let mut line = HEADERS;
    for cells in tab.rows.by_ref().take(MOST - HEADERS as usize) {
        for ((at, column), cell) in (0..).zip(&tab.columns).zip(&cells) {
            let cut = beginning(cell);
            if cut.is_some()
                && let Some(Cell::Text(id)) = cells.first()
            {
                remarks.push(too_long(id, &column.key));
            }
            write_cell(cut.as_ref().unwrap_or(cell), &mut out, (line, at), looks)?;
        }
        line += 1;
    }
    let missing = tab.rows.count();
    if missing > 0 {
        remarks.push(too_many(tab.name, missing));
    }
    let last = u16::try_from(tab.columns.len()).unwrap_or(1).saturating_sub(1);
    out.set_freeze_panes(HEADERS, 1)?;
    out.autofilter(HEADERS - 1, 0, line - 1, last)?;
    Ok((out, remarks))
}

/// The beginning of a text that is too long for a cell; a character beyond the first 65,536 of
/// Unicode counts as two.
fn beginning(cell: &Cell) -> Option<Cell> {
    match cell {
        Cell::Text(text) if text.len() > LONGEST && text.encode_utf16().count() > LONGEST => {
            let mut length = 0;
            let fits = |letter: &char| {
                length += letter.len_utf16();
                length < LONGEST
            };
            let start: String = text.chars().take_while(fits).collect();
            Some(Cell::text(format!("{}…", start.trim_end())))
        }
        _ => None,
    }
}

fn write_cell(
    cell: &Cell,
    out: &mut Worksheet,
    (line, at): (u32, u16),
    looks: &Looks,
) -> Result<(), XlsxError> {
    match cell {
        Cell::Empty => {}
        Cell::Number(number) => match number.to_f64() {
            // Fifteen digits are what a spreadsheet keeps.
            Some(value) if number.mantissa().unsigned_abs() < 1_000_000_000_000_000 => {
                out.write_number(line, at, value)?;
            }
            _ => drop(out.write_string(line, at, number.to_string())?),
        },
        Cell::Flag(is) => drop(out.write_boolean(line, at, *is)?),
        Cell::Date(day) => {
            let small = |number: u32| u8::try_from(number).unwrap_or(1);
            let year = u16::try_from(day.year()).unwrap_or(1900);
            let date = ExcelDateTime::from_ymd(year, small(day.month()), small(day.day()))?;
            out.write_datetime_with_format(line, at, &date, &looks.date)?;
        }
        Cell::Text(text) => {
            if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
                out.write_string_with_format(line, at, text, &looks.quoted)?;
            } else {
                out.write_string(line, at, text)?;
            }
        }
    }
    Ok(())
}

fn too_long(id: &str, key: &str) -> Phrase {
    phrase!(
        "{id}: {key} is longer than the 32,767 characters of a cell; the end is missing",
        "{id} : {key} dépasse les 32 767 caractères d'une cellule ; la fin manque",
        id,
        key,
    )
}

fn too_many(tab: &str, count: usize) -> Phrase {
    phrase!(
        "{tab}: {count} lines do not fit in the tab and are missing",
        "{tab} : {count} lignes ne tiennent pas dans l'onglet et manquent",
        tab,
        count,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_where_a_spreadsheet_counts_too_many_characters() {
        for letter in ["a", "é", "🦉"] {
            let most = LONGEST / letter.encode_utf16().count();
            assert_eq!(beginning(&Cell::text(letter.repeat(most))), None, "{letter}");
            let cut = beginning(&Cell::text(letter.repeat(most + 1)));
            let Some(Cell::Text(text)) = cut else { panic!("{cut:?}") };
            let units = text.encode_utf16().count();
            assert!((LONGEST - 1..=LONGEST).contains(&units), "{letter}: {units}");
        }
    }
}

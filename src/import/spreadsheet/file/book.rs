//! The bytes of a file → its grids, by what sort of file it is.

use std::io::BufReader;

use crate::import::how_written::SaidOfText;
use crate::import::spreadsheet::file::grid::Grid;
use crate::import::spreadsheet::file::package::Package;
use crate::import::spreadsheet::file::refusal::{Count, Refusal};
use crate::import::spreadsheet::file::{delimited, ods, xlsx};
use crate::lang::text;

/// How files begin that are packed (ZIP), and those of Excel before 2007 (a compound file).
const PACKED: &[u8] = b"PK\x03\x04";
const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// Whether a file is a spreadsheet, and no text whose cells are told apart by a sign.
pub(crate) fn is_book(bytes: &[u8]) -> bool {
    bytes.starts_with(PACKED) || bytes.starts_with(COMPOUND) || is_flat(bytes)
}

/// Whether a file is a document of LibreOffice in one piece (FODS).
fn is_flat(bytes: &[u8]) -> bool {
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]);
    let start = start.trim_start_matches('\u{feff}').trim_start();
    start.starts_with('<') && start.contains("office:document") && start.contains("opendocument")
}

/// Reads every tab of a file.
///
/// # Errors
/// Where it is broken, of another sort, or too large.
pub(in crate::import::spreadsheet) fn read(
    bytes: &[u8],
    said: SaidOfText,
) -> Result<Vec<Grid>, Refusal> {
    let mut count = Count::default();
    let mut grids = if bytes.starts_with(PACKED) {
        packed(bytes, &mut count)?
    } else if bytes.starts_with(COMPOUND) {
        return Err(Refusal::broken(text!(
            "a workbook of Excel before 2007 (.xls); save it as .xlsx",
            "un classeur d'Excel d'avant 2007 (.xls) ; enregistrez-le en .xlsx",
        )));
    } else if is_flat(bytes) {
        ods::read(BufReader::new(bytes), &mut count)?
    } else {
        vec![delimited::read(bytes, said, &mut count)?]
    };
    for grid in &mut grids {
        grid.fill_down(&mut count)?;
    }
    Ok(grids)
}

fn packed(bytes: &[u8], count: &mut Count) -> Result<Vec<Grid>, Refusal> {
    let mut package = Package::open(bytes)?;
    if let Some(grids) = xlsx::read(&mut package, count)? {
        return Ok(grids);
    }
    let content = package.read("content.xml", |source| ods::read(source, count))?;
    content.ok_or_else(|| {
        Refusal::broken(text!(
            "neither a workbook (XLSX) nor a document of LibreOffice (ODS)",
            "ni un classeur (XLSX) ni un document de LibreOffice (ODS)",
        ))
    })
}

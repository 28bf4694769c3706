//! The bytes of a workbook → its grids.

use std::collections::HashMap;

use crate::import::spreadsheet::file::grid::Grid;
use crate::import::spreadsheet::file::package::Package;
use crate::import::spreadsheet::file::refusal::{Count, Refusal};
use crate::import::spreadsheet::file::xlsx::comments::comments;
use crate::import::spreadsheet::file::xlsx::strings::strings;
use crate::import::spreadsheet::file::xlsx::styles::styles;
use crate::import::spreadsheet::file::xlsx::workbook::{Relations, relations, workbook};
use crate::import::spreadsheet::file::xlsx::worksheet::{Shared, worksheet};

/// Reads every tab of a workbook; nothing where the file is none.
pub(in crate::import::spreadsheet::file) fn read(
    package: &mut Package,
    count: &mut Count,
) -> Result<Option<Vec<Grid>>, Refusal> {
    let root = relations_of(package, "")?;
    let path = root.of_kind("officeDocument").unwrap_or("xl/workbook.xml").to_owned();
    let Some(book) = package.read(&path, |source| workbook(source))? else {
        return Ok(None);
    };
    let parts = relations_of(package, &path)?;
    let part = |kind: &str| parts.of_kind(kind).unwrap_or_default();
    let texts = package.read(part("sharedStrings"), |source| strings(source))?;
    let looks = package.read(part("styles"), |source| styles(source))?;
    let shared = Shared {
        strings: texts.unwrap_or_default(),
        styles: looks.unwrap_or_default(),
        is_from_1904: book.is_from_1904,
    };
    let mut grids = Vec::new();
    for tab in book.tabs {
        let Some(path) = parts.of_id(&tab.relation).map(str::to_owned) else {
            continue;
        };
        let own = relations_of(package, &path)?;
        let path_of_comments = own.of_kind("comments").unwrap_or_default();
        let notes = package.read(path_of_comments, |source| comments(source))?;
        let notes: HashMap<String, String> = notes.unwrap_or_default();
        let grid =
            package.read(&path, |source| worksheet(source, &shared, (&notes, &own), count))?;
        let grid = grid.unwrap_or_default();
        grids.push(Grid { name: Some(tab.name), is_hidden: tab.is_hidden, ..grid });
    }
    Ok(Some(grids))
}

/// The relations of a part: `xl/_rels/workbook.xml.rels`.
fn relations_of(package: &mut Package, path: &str) -> Result<Relations, Refusal> {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let start = if folder.is_empty() { String::new() } else { format!("{folder}/") };
    let read =
        package.read(&format!("{start}_rels/{name}.rels"), |source| relations(source, folder))?;
    Ok(read.unwrap_or_default())
}

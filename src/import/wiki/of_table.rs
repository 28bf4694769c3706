//! The importer of the wiki's CSV, with labels or with property names above its columns.

use std::collections::HashMap;

use crate::finding::Finding;
use crate::import::codes::{NOT_A_WIKI_EXPORT, UNREADABLE_ROW};
use crate::import::rows::{self, Row, nested};
use crate::import::table::{Cell, CellValue, Entry, Table};
use crate::import::wiki::cell::{coded, plain};
use crate::import::wiki::form::{Form, FormField};
use crate::import::wiki::json::Json;
use crate::import::wiki::place::{LATITUDE, LONGITUDE};
use crate::import::wiki::rights;
use crate::import::wiki::system::{self, Own};
use crate::import::{EntryText, ImportOptions, Imported, Problem};
use crate::lang::{phrase, plural, text};
use crate::text::Span;
use crate::text::fold::{composed, name_key};

/// The name of this importer.
pub(in crate::import) const NAME_CSV: &str = "wiki-csv";

/// Whether the first line is one of an export of the wiki.
pub(in crate::import) fn recognizes_csv(bytes: &[u8]) -> bool {
    let head = bytes.split(|byte| matches!(byte, b'\n' | b'\r')).next().unwrap_or_default();
    let names = ["datetime_create", "datetime_latest", "bf_titre", LATITUDE];
    let head = String::from_utf8_lossy(head);
    !head.trim_start().starts_with(['{', '[']) && names.iter().any(|name| head.contains(name))
}

/// A column of the file.
struct Header<'f> {
    /// The column of the table; none where the wiki says it by itself.
    column: Option<usize>,
    field: Option<&'f FormField>,
    /// The name of its property, as far as it is known.
    property: String,
}

/// Reads the entries of a file.
pub(in crate::import) fn read_csv(bytes: &[u8], options: &ImportOptions) -> Imported {
    let text = rows::read(bytes, options.said, rows::Stroke::KeepsMark);
    let Some((first, rows)) = text.rows.split_first() else {
        let label = text!("an empty file", "un fichier vide");
        return Err(Box::new(Finding::new(&NOT_A_WIKI_EXPORT, Span::TOP, label)));
    };
    let form = match options.forms {
        [form] => Some(form),
        forms => forms.iter().max_by_key(|form| known(form, &first.cells)),
    };
    let mut table = Table { read_name: system::words, ..Table::default() };
    let headers = headers(&first.cells, form, &mut table);
    let mut problems = Vec::new();
    for row in rows {
        match problem(row, headers.len()) {
            Some(problem) => problems.push(problem),
            None => table.entries.push(entry(row, &headers)),
        }
    }
    let count = table.entries.len();
    let mut import = table.read(options);
    import.findings.extend(rights::finding(&import.columns, count, options.forms));
    import.drafts.extend(problems.into_iter().map(Err));
    import.how_read = Some(text.how.words());
    Ok(import)
}

/// How many columns of a file a form knows.
fn known(form: &Form, cells: &[String]) -> usize {
    cells.iter().filter(|cell| field(form, cell).is_some()).count()
}

fn field<'f>(form: &'f Form, name: &str) -> Option<&'f FormField> {
    let key = name_key(name.trim_end_matches([' ', '*']));
    let by_label = || form.fields.iter().find(|field| name_key(&field.label) == key);
    form.field(name).or_else(by_label)
}

/// The columns of the table; those of one name are told apart by a number.
fn headers<'f>(cells: &[String], form: Option<&'f Form>, table: &mut Table) -> Vec<Header<'f>> {
    let mut met: HashMap<String, usize> = HashMap::new();
    let mut headers = Vec::new();
    for cell in cells {
        let written = unescaped(cell);
        let name = composed(written.trim_end_matches([' ', '*']).trim()).into_owned();
        let field = form.and_then(|form| field(form, &name));
        let property = field.map_or(name.clone(), |field| field.name.clone());
        let own = system::own(&property, false);
        let times = met.entry(name.clone()).or_default();
        *times += 1;
        let name = if *times > 1 { format!("{name} {times}") } else { name };
        let label = field.map(|field| field.label.clone());
        let column = match (own, property.as_str()) {
            (Some(Own::Title), _) => Some(table.settled(&name, label, "title")),
            (Some(_), _) => None,
            (None, LATITUDE) => Some(table.settled(&name, None, "territory.latitude")),
            (None, LONGITUDE) => Some(table.settled(&name, None, "territory.longitude")),
            (None, _) => {
                let column = table.column(&name, label);
                table.choose_from(column, field.map_or(&[][..], |field| &field.options));
                Some(column)
            }
        };
        headers.push(Header { column, field, property });
    }
    headers
}

/// Why a row is no entry, if it is none.
fn problem(row: &Row, columns: usize) -> Option<Problem> {
    let says_more = row.cells.iter().skip(columns).any(|cell| !cell.trim().is_empty());
    let label = if row.is_open {
        text!("a quotation mark is never closed", "un guillemet n'est jamais refermé").into()
    } else if says_more {
        phrase!(
            "{cells} cells under {columns}",
            "{cells} cellules sous {columns}",
            cells = row.cells.len().to_string(),
            columns = plural::COLUMN.phrase(columns),
        )
    } else {
        return None;
    };
    let text = row.cells.join(" | ").replace('\n', " ");
    let entry = Some(EntryText { name: row.line.to_string(), text });
    Some(Problem { entry, finding: Box::new(Finding::new(&UNREADABLE_ROW, Span::TOP, label)) })
}

fn entry(row: &Row, headers: &[Header]) -> Entry {
    let cells = headers.iter().zip(&row.cells).filter_map(|(header, text)| {
        let column = header.column.filter(|_| !text.trim().is_empty())?;
        let text = unescaped(text);
        let options = header.field.map_or(&[][..], |field| &field.options);
        if let Some(items) = nested(&text) {
            let known = items.iter().all(|item| options.iter().any(|(_, label)| label == item));
            if known || options.is_empty() {
                return Some(Cell::of(column, (CellValue::Items(items), None)));
            }
        }
        let is_date = text.starts_with("0000-00-00");
        if !options.is_empty() || system::is_list(&header.property) {
            return coded(column, &Json::Text(text), options);
        }
        (!is_date).then(|| Cell::of(column, plain(&text)))
    });
    Entry { name: row.line.to_string(), cells: cells.collect(), ..Entry::default() }
}

/// The two entities with which the wiki writes its CSV, once: what they stand for may be HTML.
fn unescaped(text: &str) -> String {
    text.replace("&nbsp;", "\u{a0}").replace("&amp;", "&")
}

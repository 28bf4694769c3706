//! The importer of the wiki's JSON.

use crate::finding::Finding;
use crate::import::codes::{ENTRY_OF_OTHER_FORM, NOT_A_WIKI_EXPORT, NOT_PUBLISHED};
use crate::import::table::{Cell, CellValue, Entry, Note, Table};
use crate::import::wiki::cell::{cell, plain};
use crate::import::wiki::form::{self, Form};
use crate::import::wiki::json;
use crate::import::wiki::place::Place;
use crate::import::wiki::rights;
use crate::import::wiki::shapes::{RawEntry, entries};
use crate::import::wiki::system::{self, Own};
use crate::import::{EntryText, ImportOptions, Imported, Problem};
use crate::lang::{Phrase, phrase, text};
use crate::text::Span;
use crate::text::fold::composed;

/// The name of this importer.
pub(in crate::import) const NAME_JSON: &str = "wiki-json";

/// So many bytes are looked at to recognise a file.
const LOOKED_AT: usize = 64 * 1024;

/// Whether these are entries of the wiki: their own keys stand in them.
pub(in crate::import) fn recognizes_json(bytes: &[u8]) -> bool {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(LOOKED_AT)]);
    let head = head.trim_start_matches('\u{feff}').trim_start();
    let keys =
        ["\"id_fiche\"", "\"bf_titre\"", "\"form_id\"", "\"id_typeannonce\"", "\"fieldMapping\""];
    head == "{}"
        || head.trim_end() == "{}"
        || head.starts_with(['{', '[']) && keys.iter().any(|key| head.contains(key))
}

/// Reads the entries of a file.
pub(in crate::import) fn read_json(bytes: &[u8], options: &ImportOptions) -> Imported {
    let json = json::parse(bytes, &NOT_A_WIKI_EXPORT)?;
    let not_entries = || {
        let label = text!("no entries of the wiki in it", "aucune entrée du wiki dedans");
        Box::new(Finding::new(&NOT_A_WIKI_EXPORT, Span::TOP, label))
    };
    if form::of_json(&json).is_some() {
        return Err(not_entries());
    }
    let raw = entries(&json).ok_or_else(not_entries)?;
    let mut table = Table { read_name: system::words, ..Table::default() };
    let mut problems = Vec::new();
    for (index, raw_entry) in raw.entries.iter().enumerate() {
        match entry(raw_entry, index, options, &mut table) {
            Ok(entry) => table.entries.push(entry),
            Err(problem) => problems.push(problem),
        }
    }
    let count = table.entries.len();
    let mut import = table.read(options);
    import.findings.extend(rights::finding(&import.columns, count, options.forms));
    import.drafts.extend(problems.into_iter().map(Err));
    import.is_whole = raw.is_whole;
    Ok(import)
}

/// An entry without what the wiki says of it by itself.
fn entry(
    raw: &RawEntry,
    index: usize,
    options: &ImportOptions,
    table: &mut Table,
) -> Result<Entry, Problem> {
    let names = raw.members.iter().map(|(name, _)| name.as_str());
    let is_new = system::is_new(names);
    let own = |wanted: Own| {
        let found =
            raw.members.iter().filter(|(name, _)| system::own(name, is_new) == Some(wanted));
        found.filter_map(|(_, value)| value.text()).next()
    };
    let id = own(Own::Id).or(raw.key.as_deref());
    let name = id.map_or_else(|| (index + 1).to_string(), str::to_owned);
    let refused = |lint, label: Phrase| Problem {
        entry: Some(EntryText {
            name: name.clone(),
            text: own(Own::Title).unwrap_or_default().to_owned(),
        }),
        finding: Box::new(Finding::new(lint, Span::TOP, label)),
    };
    if raw.members.is_empty() {
        return Err(refused(&NOT_A_WIKI_EXPORT, text!("not an entry", "pas une entrée").into()));
    }
    let form = form_of(own(Own::Form), options.forms);
    if let (None, Some(number), false) = (form, own(Own::Form), options.forms.is_empty()) {
        let label = phrase!(
            "`{name}` is an entry of form {number}, whose schema was not given",
            "`{name}` est une entrée du formulaire {number}, dont le schéma n'est pas donné",
            name,
            number,
        );
        return Err(refused(&ENTRY_OF_OTHER_FORM, label));
    }
    let mut entry = Entry {
        name: name.clone(),
        id: id.map(|id| composed(id).into_owned()),
        url: own(Own::Url).map(str::to_owned),
        ..Entry::default()
    };
    fill(&mut entry, raw, form, is_new, table);
    Ok(entry)
}

/// Fills an entry with what its properties say.
fn fill(entry: &mut Entry, raw: &RawEntry, form: Option<&Form>, is_new: bool, table: &mut Table) {
    let field = |name: &str| form.and_then(|form| form.field(name));
    let label = |name: &str| field(name).map(|field| field.label.clone());
    let mut place = Place::default();
    let mut title = None;
    for (name, value) in &raw.members {
        match system::own(name, is_new) {
            Some(Own::Title)
                if title.is_none() || value.text().is_none() || value.text() == title =>
            {
                title = title.or(value.text());
            }
            Some(Own::Published) if value.text().is_some_and(|text| text != "1") => {
                let label = text!("not published on the wiki", "pas publiée sur le wiki");
                entry.notes.push(Note { lint: &NOT_PUBLISHED, label: label.into() });
            }
            None if place.takes(name, value) => {}
            // What says something else than what stood before it is kept.
            None | Some(Own::Title) => {
                let column = table.column(name, label(name));
                table.choose_from(column, field(name).map_or(&[][..], |field| &field.options));
                entry.cells.extend(cell(column, name, value, field(name)));
            }
            Some(_) => {}
        }
    }
    if let Some(point) = raw.point.as_ref().filter(|point| !place.take_point(point)) {
        let column = table.column("geometry", None);
        let text = format!("{}, {}", point.0, point.1);
        entry.cells.push(Cell::of(column, (CellValue::Text(text), None)));
    }
    if let Some(title) = title {
        let column = table.settled("bf_titre", label("bf_titre"), "title");
        entry.cells.insert(0, Cell::of(column, plain(title)));
    }
    for (name, key, value) in place.coordinates() {
        let column = table.settled(name, None, key);
        entry.cells.push(Cell::of(column, (CellValue::Text(value), None)));
    }
}

/// The form of an entry: that of its number, or the only one, where either has none.
fn form_of<'f>(number: Option<&str>, forms: &'f [Form]) -> Option<&'f Form> {
    let same = |form: &&Form| match (form.id.as_deref(), number) {
        (Some(id), Some(number)) => id == number,
        _ => forms.len() == 1,
    };
    forms.iter().find(same)
}

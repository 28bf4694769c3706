//! CSV as the forms of the wiki take it. Source: the import of YesWiki's forms (Bazar): columns are
//! known by their labels, a list is a line of CSV in its cell, and a quotation mark behind a backslash
//! is not doubled.

use anyhow::Result;

use crate::export::export_format::{ExportOptions, Made};
use crate::lang::{Lang, Phrase, phrase};
use crate::sheet::Sheet;
use crate::sheet::fields;
use crate::sheet::rev::Exported;
use crate::sheet::shape::Shape;
use crate::value::any::Value;

/// A column: its label in the form, `*` standing for the name of the organisation, and its field.
type Column = (&'static str, &'static str);

/// The columns, in the order of the form. The id stands first, where the form ignores it.
const COLUMNS: [Column; 20] = [
    ("id", "id"),
    ("Titre", "title"),
    ("Nom du territoire", "territory.name"),
    ("Nombre d'habitants", "territory.population"),
    ("Commanditaire", "commissioners"),
    ("Adresse", "territory.address"),
    ("bf_latitude", "territory.latitude"),
    ("bf_longitude", "territory.longitude"),
    ("Coût", "cost"),
    ("Duree", "dates.duration"),
    ("Date de début", "dates.start"),
    ("Date de fin", "dates.end"),
    ("Personnes qui ont travaillé sur ce projet", "team"),
    ("Structures partenaires sur ce projet", "partners"),
    ("Demande Client", "description.request"),
    ("Proposition *", "description.proposal"),
    ("Outils utilisés dans ce projet", "tools"),
    ("Les pépites méthodo !", "lessons.nuggets"),
    ("Documents produits sur ce projet, résultats/livrables", "documents"),
    ("Ce qui m'a étonné/marqué", "lessons.surprises"),
];

/// The last columns, which newer forms have.
const LAST: [Column; 2] = [
    ("Le petit mot de chaque membre de l'équipe", "lessons.words"),
    ("Avec quels membres de * ?", "members"),
];

fn columns() -> impl Iterator<Item = &'static Column> {
    COLUMNS.iter().chain(&LAST)
}

/// A line for each sheet, and what the form has no place for.
pub(super) fn lines(sheets: &[Exported], options: &ExportOptions) -> Result<Made> {
    let organisation = options.organisation.unwrap_or_default();
    let labels = columns().map(|(label, _)| label.replace('*', organisation).trim().to_owned());
    let mut text = line(labels);
    for exported in sheets {
        text += &line(columns().map(|(_, key)| cell(key, &exported.sheet)));
    }
    let remarks = without_place(sheets).into_iter().collect();
    Ok(Made { bytes: text.into_bytes(), remarks })
}

/// What a sheet says in a cell, in French, as it would be typed there.
fn cell(key: &str, sheet: &Sheet) -> String {
    let Some(field) = fields::find(key) else {
        return String::new();
    };
    let value = field.stored(sheet);
    match (field.shape, &value) {
        (Shape::Lines, Value::List(items)) => {
            let items = items.iter().map(|item| item.details(Lang::Fr));
            items.map(|item| quoted(&item)).collect::<Vec<_>>().join(",")
        }
        (Shape::Lessons | Shape::Words | Shape::Documents, Value::List(_)) => {
            let items = value.items(Lang::Fr).into_iter();
            items
                .map(|item| format!("- {}", item.replace('\n', " ")))
                .collect::<Vec<_>>()
                .join("\n")
        }
        (_, Value::List(items)) => {
            let items = items.iter().map(|item| item.details(Lang::Fr));
            items.collect::<Vec<_>>().join(" ; ")
        }
        // The form takes dates as ISO 8601 has them, and numbers with a dot.
        (Shape::Date, Value::Date(date)) => date.to_string(),
        (Shape::Decimal, Value::Number(number)) => number.to_string(),
        _ => value.details(Lang::Fr),
    }
}

/// Which fields of these sheets the form does not have.
fn without_place(sheets: &[Exported]) -> Option<Phrase> {
    let placed = |key: &str| columns().any(|(_, known)| *known == key);
    let lost = fields::written().filter(|field| {
        !placed(field.key) && sheets.iter().any(|one| !field.stored(&one.sheet).is_missing())
    });
    let lost: Vec<_> = lost.collect();
    let names = Phrase::per_lang(|lang| {
        lost.iter().map(|field| field.label.get(lang)).collect::<Vec<_>>().join(", ")
    });
    (!lost.is_empty()).then(|| {
        phrase!(
            "the form of the wiki has no place for: {names}",
            "le formulaire du wiki n'a pas de place pour : {names}",
            names,
        )
    })
}

fn line(cells: impl Iterator<Item = String>) -> String {
    let plain = |cell: &str| !cell.contains([',', '"', '\n', '\r', ' ', '\\']);
    let cells = cells.map(|cell| if plain(&cell) { cell } else { quoted(&cell) });
    cells.collect::<Vec<_>>().join(",") + "\n"
}

/// A cell in quotation marks. One behind a backslash is not doubled, and no backslash stands before
/// the last one.
fn quoted(text: &str) -> String {
    let mut out = "\"".to_owned();
    let mut before = ' ';
    for letter in text.chars() {
        if letter == '"' && before != '\\' {
            out.push('"');
        }
        out.push(letter);
        before = letter;
    }
    if before == '\\' {
        out.push(' ');
    }
    out + "\""
}

/// Every text of such a file: its lines, without quotation marks.
pub(super) fn texts(bytes: &[u8], give: &mut dyn FnMut(&str)) {
    give(&String::from_utf8_lossy(bytes).replace('"', ""));
}

/// Whether a file is an earlier export: it begins with our columns.
pub(super) fn is_mine(file: &[u8]) -> bool {
    let begin = line(COLUMNS.iter().take(4).map(|(label, _)| (*label).to_owned()));
    file.starts_with(begin.trim_end().as_bytes())
}

//! What `sheet` alone says: what is there, and the commands that come next.

use crate::lang::{Lang, Phrase, phrase, plural, text};
use crate::report::{Block, Cell, FieldCell, Report, Tone};

/// What a collection holds, in figures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Overview {
    pub sheets: usize,
    /// Sheets that cannot be read, or hold a value that cannot.
    pub with_errors: usize,
    /// Sheets in which something is left to write.
    pub incomplete: usize,
    pub first_year: Option<i32>,
    pub last_year: Option<i32>,
}

/// The report of a collection.
pub fn report(overview: &Overview, lang: Lang) -> Report {
    let number = |key: &str, number: Option<usize>| {
        let cell = number.map_or_else(Cell::empty, |number| Cell::count(number, lang));
        FieldCell::for_machines(key, cell)
    };
    let year = |year: Option<i32>| year.and_then(|year| usize::try_from(year).ok());
    let fields = vec![
        number("sheets", Some(overview.sheets)),
        number("withErrors", Some(overview.with_errors)),
        number("incomplete", Some(overview.incomplete)),
        number("firstYear", year(overview.first_year)),
        number("lastYear", year(overview.last_year)),
    ];
    let steps = next_steps(overview).into_iter();
    let steps =
        steps.map(|(command, why)| FieldCell::for_people(command, Cell::text(why.get(lang))));
    Report::new("overview")
        .with(Block::Fields { key: "collection", fields })
        .with(Block::Line(holdings(overview).get(lang).to_owned(), Tone::Strong))
        .with(Block::Fields { key: "next", fields: steps.collect() })
}

/// The sheets, and the years in which their projects took place.
fn holdings(overview: &Overview) -> Phrase {
    let sheets = plural::SHEET.phrase(overview.sheets);
    match (overview.first_year, overview.last_year) {
        (Some(first), Some(last)) if first == last => {
            phrase!("{sheets}, {first}", "{sheets}, {first}", sheets, first)
        }
        (Some(first), Some(last)) => phrase!(
            "{sheets}, from {first} to {last}",
            "{sheets}, de {first} à {last}",
            sheets,
            first,
            last,
        ),
        _ => sheets,
    }
}

/// What is useful next, the most urgent first.
fn next_steps(overview: &Overview) -> Vec<(&'static str, Phrase)> {
    let counted = |count| plural::SHEET.phrase(count);
    let mut steps = Vec::new();
    if overview.with_errors > 0 {
        let sheets = counted(overview.with_errors);
        let why = phrase!("{sheets} with errors", "{sheets} avec des erreurs", sheets);
        steps.push(("sheet validate", why));
    }
    if overview.sheets == 0 {
        let why = text!("write the first one, by questions", "écrire la première, pas à pas");
        steps.push(("sheet new", why.into()));
    } else {
        if overview.incomplete > 0 {
            let sheets = counted(overview.incomplete);
            let why = phrase!("{sheets} to complete", "{sheets} à compléter", sheets);
            steps.push(("sheet todo", why));
        }
        let list = text!("the sheets, in a table", "les fiches, en tableau");
        steps.push(("sheet list", list.into()));
        let new = text!("write another one, by questions", "en écrire une autre, pas à pas");
        steps.push(("sheet new", new.into()));
    }
    steps.push(("sheet help", text!("all commands", "toutes les commandes").into()));
    steps
}

/// What is said where there is no collection yet: how to begin.
pub fn no_collection(lang: Lang) -> Report {
    let lines = [
        text!(
            "No project sheets here yet (no `projects` folder, here or above).",
            "Pas encore de fiches projet ici (aucun dossier `projects`, ici ou au-dessus).",
        ),
        text!("To start in this folder: sheet init", "Pour commencer dans ce dossier : sheet init"),
        text!(
            "For sheets that are elsewhere: sheet --dir FOLDER; all commands: sheet help",
            "Pour des fiches qui sont ailleurs : sheet --dir DOSSIER ; l'aide : sheet help",
        ),
    ];
    let lines = lines.map(|line| line.get(lang)).join("\n");
    Report::new("overview").with(Block::Line(lines, Tone::Plain))
}

//! What `todo` says: who owes which one missing thing.

use chrono::NaiveDate;

use crate::lang::choice::Choice;
use crate::lang::{Lang, Text, text};
use crate::report::{Block, Cell, Column, Report, Table, Tone};
use crate::sheet::completeness::{MissingField, Step};
use crate::text::fold::name_key;

/// One missing thing of one sheet.
#[derive(Clone, Debug)]
pub struct TodoItem {
    pub who: Option<String>,
    pub id: String,
    pub title: String,
    pub year: Cell,
    pub last: Option<NaiveDate>,
    pub step: Step,
    pub need: MissingField,
}

/// The report of what is missing, in the order given: a table for each person.
pub fn report(missing: &[TodoItem], lang: Lang) -> Report {
    if missing.is_empty() {
        return Report::new("todo").with(Block::Table(table(missing, lang)));
    }
    let who = |one: &TodoItem| one.who.as_deref().map(name_key);
    let people = missing.chunk_by(|one, next| who(one) == who(next));
    people.fold(Report::new("todo"), |report, of_one| {
        let heading = match of_one.first().and_then(|one| one.who.clone()) {
            Some(who) => who,
            None => NOBODY.get(lang).to_owned(),
        };
        report.with(Block::Heading(heading)).with(Block::Table(table(of_one, lang)))
    })
}

const NOBODY: Text = text!("No team given", "Sans équipe indiquée");

fn table(missing: &[TodoItem], lang: Lang) -> Table {
    Table::of("missing", missing, &COLUMNS, lang)
}

const COLUMNS: [Column<TodoItem>; 6] = [
    Column::for_machines("who", |one, _| one.who.as_ref().map_or_else(Cell::empty, Cell::text)),
    Column::new("id", text!("Sheet", "Fiche"), |one, _| {
        Cell::text(&one.id).with_tone(Tone::Strong)
    }),
    Column::new("missing", text!("Next to write", "À écrire ensuite"), |one, lang| {
        Cell::labelled(one.need.key, one.need.label, lang)
    }),
    Column::new("completeness", text!("Step", "Étape"), |one: &TodoItem, lang| {
        Cell::labelled(one.step.code(), one.step.label(), lang)
    })
    .optional(),
    Column::new("year", text!("Year", "Année"), |one: &TodoItem, _| one.year.clone()).optional(),
    Column::new("title", text!("Title", "Titre"), |one: &TodoItem, _| Cell::text(&one.title))
        .optional(),
];

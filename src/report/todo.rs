//! What `todo` says: who owes which one missing thing.

use chrono::NaiveDate;

use crate::lang::choice::Choice;
use crate::lang::{Lang, Text, text};
use crate::report::{Block, Cell, Column, Report, Table, Tone};
use crate::sheet::completeness::{MissingField, Step};
use crate::text::fold::{name_key, sort_key};

/// Who owes something, with what the name is sorted and compared by.
#[derive(Clone, Debug)]
pub struct Who {
    pub name: String,
    pub sort_key: String,
    pub name_key: String,
}

impl Who {
    pub fn of(name: &str) -> Who {
        Who { name: name.to_owned(), sort_key: sort_key(name).0, name_key: name_key(name) }
    }
}

/// One missing thing of one sheet.
#[derive(Clone, Debug)]
pub struct TodoItem {
    pub who: Option<Who>,
    pub id: String,
    pub title: String,
    pub year: Cell,
    pub last: Option<NaiveDate>,
    pub step: Step,
    pub need: MissingField,
}

impl TodoItem {
    fn name_key(&self) -> Option<&str> {
        self.who.as_ref().map(|who| who.name_key.as_str())
    }
}

/// The report of what is missing, in the order given: a table for each person.
pub fn report(missing: &[TodoItem], lang: Lang) -> Report {
    if missing.is_empty() {
        return Report::new("todo").with(Block::Table(table(missing, lang)));
    }
    let people = missing.chunk_by(|one, next| one.name_key() == next.name_key());
    people.fold(Report::new("todo"), |report, of_one| {
        let heading = match of_one.first().and_then(|one| one.who.clone()) {
            Some(who) => who.name,
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
    Column::for_machines("who", |one: &TodoItem, _| {
        one.who.as_ref().map_or_else(Cell::empty, |who| Cell::text(&who.name))
    }),
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

//! What `todo` says: who owes which one missing thing.

use chrono::NaiveDate;

use crate::lang::choice::Choice;
use crate::lang::{Lang, Text, text};
use crate::report::{Block, Cell, Column, Report, Table, Tone};
use crate::sheet::completeness::{MissingField, Step};

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
    let people = missing.chunk_by(|one, next| one.who == next.who);
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
    let get = |text: Text| text.get(lang);
    let columns = vec![
        Column::new("who", ""),
        Column::new("id", get(text!("Sheet", "Fiche"))),
        Column::new("missing", get(text!("Next to write", "À écrire ensuite"))),
        Column::new("completeness", get(text!("Step", "Étape"))).optional(),
        Column::new("year", get(text!("Year", "Année"))).optional(),
        Column::new("title", get(text!("Title", "Titre"))).optional(),
    ];
    Table::new(
        "missing",
        columns,
        missing
            .iter()
            .map(|one| {
                vec![
                    one.who.as_ref().map_or(Cell::text_only(""), Cell::text).data_only(),
                    Cell::text(&one.id).with_tone(Tone::Strong),
                    Cell { text: one.need.label.get(lang).to_owned(), ..Cell::text(one.need.key) },
                    Cell {
                        text: one.step.label().get(lang).to_owned(),
                        ..Cell::text(one.step.code())
                    },
                    one.year.clone(),
                    Cell::text(&one.title),
                ]
            })
            .collect(),
    )
}

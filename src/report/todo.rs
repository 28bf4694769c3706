//! What `todo` and `checklist` say: who owes which one missing thing, and what to do with a tool.

use chrono::NaiveDate;

use crate::lang::{Lang, Phrase, Text};
use crate::report::{Block, Cell, Column, Report, Table, Tone};
use crate::sheet::choice::Choice;
use crate::sheet::completeness::Step;

/// One missing thing of one sheet.
#[derive(Clone, Debug)]
pub struct Missing {
    pub who: Option<String>,
    pub id: String,
    pub title: String,
    pub year: Cell,
    pub last: Option<NaiveDate>,
    pub step: Step,
    pub what: Phrase,
}

/// The report of what is missing, in the order given.
pub fn report(missing: &[Missing], lang: Lang) -> Report {
    let say = |en, fr| Text::new(en, fr).say(lang);
    let columns = vec![
        Column::new("who", say("Who", "Qui")),
        Column::new("id", say("Sheet", "Fiche")),
        Column::new("title", say("Title", "Titre")),
        Column::new("year", say("Year", "Année")),
        Column::new("completeness", say("Step", "Étape")),
        Column::new("missing", say("To write next", "À écrire ensuite")),
    ];
    let row = |one: &Missing| {
        let who = match &one.who {
            Some(who) => Cell::text(who),
            None => {
                Cell::words(say("(nobody named)", "(personne de nommé)")).with_tone(Tone::Muted)
            }
        };
        let step = Cell::text(one.step.code());
        vec![
            who,
            Cell::text(&one.id).with_tone(Tone::Strong),
            Cell::text(&one.title),
            one.year.clone(),
            Cell { words: one.step.label().say(lang).to_owned(), ..step },
            Cell::text(one.what.say(lang)),
        ]
    };
    let rows = missing.iter().map(row).collect();
    Report::new("todo").with(Block::Table(Table::new("missing", columns, rows)))
}

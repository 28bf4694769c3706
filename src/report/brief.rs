//! What `brief` says: what is known already, on one screen, before a new project.

use crate::lang::{Lang, Text};
use crate::query::closeness::Closeness;
use crate::query::search::Passage;
use crate::report::money::{self, Purses, Spent};
use crate::report::passages::{self, Attributed};
use crate::report::{Block, Cell, Column, Report, Table, Tone};
use crate::sheet::Sheet;
use crate::sheet::field;
use crate::sheet::lesson::Lesson;
use crate::sheet::value::Value;

/// An earlier sheet that is close, and what it can tell.
#[derive(Clone, Debug)]
pub struct Close {
    pub closeness: Closeness,
    pub last: Option<chrono::NaiveDate>,
    /// Its row: id, title, years, outcome, cost.
    pub row: Vec<Cell>,
    pub spent: Option<Spent>,
    /// Its lessons: those that went well, and those that did not; whether another sheet
    /// confirms them.
    pub worked: Vec<(bool, Attributed)>,
    pub difficult: Vec<(bool, Attributed)>,
}

/// So many sheets, and so many lessons of each sort, are shown.
const SHEETS: usize = 8;
const LESSONS: usize = 6;

impl Close {
    pub fn of(closeness: Closeness, sheet: &Sheet, lang: Lang) -> Close {
        let attributed = |key: &'static str, lessons: &[Lesson]| -> Vec<(bool, Attributed)> {
            let kind = field::find(key).map(|field| field.label.into()).unwrap_or_default();
            let one = |lesson: &Lesson| {
                let passage = Passage {
                    key,
                    kind: Clone::clone(&kind),
                    who: lesson.by.clone(),
                    text: lesson.text.clone(),
                    action: lesson.action.clone(),
                    found: 0,
                    score: 0,
                };
                (!lesson.confirmed_in.is_empty(), Attributed::of(passage, sheet, lang))
            };
            lessons.iter().map(one).collect()
        };
        let value = |key: &str| field::find(key).map_or(Value::Missing, |field| (field.get)(sheet));
        let row = vec![
            Cell::text(&sheet.id).with_tone(Tone::Strong),
            Cell::text(sheet.name()),
            Cell::short(&Value::years(sheet.dates.period()), lang),
            Cell::short(&value("outcome.level"), lang),
            Cell::short(&value("cost"), lang),
            Cell::text(closeness.why.say(lang)),
        ];
        Close {
            closeness,
            last: sheet.dates.period().last(),
            row,
            spent: Spent::of(sheet),
            worked: attributed("lessons.nuggets", &sheet.lessons.nuggets),
            difficult: attributed("lessons.difficulties", &sheet.lessons.difficulties),
        }
    }
}

/// The report of the sheets that are close, the closest first.
pub fn report(mut close: Vec<Close>, lang: Lang) -> Report {
    close.truncate(SHEETS);
    let say = |en, fr| Text::new(en, fr).say(lang).to_owned();
    let columns = vec![
        Column::new("id", say("Sheet", "Fiche")),
        Column::new("title", say("Title", "Titre")),
        Column::new("year", say("Year", "Année")),
        Column::new("outcome.level", say("Outcome", "Résultat")),
        Column::new("cost", say("Cost", "Coût")).numeric(),
        Column::new("why", say("Why", "Pourquoi")),
    ];
    let rows = close.iter().map(|one| one.row.clone()).collect();
    let mut report = Report::new("brief")
        .with(Block::Heading(say("The closest projects", "Les projets les plus proches")))
        .with(Block::Table(Table::new("sheets", columns, rows)));
    let prices = prices(&close, lang);
    if !prices.rows.is_empty() {
        report.blocks.push(Block::Heading(say(
            "What similar work cost",
            "Ce qu'a coûté un travail semblable",
        )));
        report.blocks.push(Block::Table(prices));
    }
    for (key, heading, lessons) in [
        ("worked", say("What worked", "Ce qui a marché"), lessons(&close, |one| &one.worked)),
        (
            "difficult",
            say("What did not", "Ce qui n'a pas marché"),
            lessons(&close, |one| &one.difficult),
        ),
    ] {
        if !lessons.is_empty() {
            report.blocks.push(Block::Heading(heading));
            report.blocks.push(Block::Table(passages::table(key, &lessons, lang)));
        }
    }
    report
}

/// The lessons of the closest sheets: confirmed ones first, then those that say what to do.
fn lessons(close: &[Close], of: fn(&Close) -> &Vec<(bool, Attributed)>) -> Vec<Attributed> {
    let mut all: Vec<&(bool, Attributed)> = close.iter().flat_map(of).collect();
    all.sort_by_key(|(confirmed, one)| (!confirmed, one.passage.action.is_none()));
    all.into_iter().take(LESSONS).map(|(_, one)| one.clone()).collect()
}

/// What the closest sheets cost, by what may be compared.
fn prices(close: &[Close], lang: Lang) -> Table {
    let mut purses = Purses::new();
    for spent in close.iter().filter_map(|one| one.spent.clone()) {
        purses.entry(spent.purse).or_default().push(spent);
    }
    let mut columns = vec![Column::new("", Text::new("Price", "Prix").say(lang)).numeric()];
    columns.extend(money::columns(lang).into_iter().map(|column| match column.key.as_str() {
        "costed" => Column { label: Text::new("Sheets", "Fiches").say(lang).to_owned(), ..column },
        // Their sum is no price.
        "total" | "" => Column { label: String::new(), ..column },
        _ => column,
    }));
    let row = |all: &Vec<Spent>| {
        let price = Cell::words(money::ends(all, lang)).with_tone(Tone::Strong);
        std::iter::once(price).chain(money::cells(all, lang)).collect()
    };
    Table::new("prices", columns, purses.values().map(row).collect())
}

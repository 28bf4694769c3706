//! What `brief` says: what is known already, on one screen, before a new project.

use std::cmp::Reverse;
use std::collections::HashMap;

use crate::lang::{Lang, Text, text};
use crate::report::passages::{self, Attributed, KindLabel};
use crate::report::{Block, Cell, Column, Report, Table, Tone, money};
use crate::search::{Passage, Shared};
use crate::sheet::{Sheet, fields};
use crate::stats::cost::{CostsByGroup, ProjectCost};
use crate::text::fold::name_key;
use crate::tree::Tree;
use crate::value::any::Value;
use crate::value::lesson::Lesson;

/// What an earlier sheet can tell.
#[derive(Clone, Debug)]
pub struct SimilarSheet {
    /// Its row: id, title, years, outcome, cost.
    row: Vec<Cell>,
    cost: Option<ProjectCost>,
    /// Its lessons: those that went well, and those that did not.
    worked: Vec<RankedLesson>,
    difficult: Vec<RankedLesson>,
}

/// A lesson, and whether another sheet confirms it.
#[derive(Clone, Debug)]
struct RankedLesson {
    confirmed: bool,
    lesson: Attributed,
}

/// So many sheets, and so many lessons of each sort, are shown: a screen.
const SHEETS: usize = 6;
const LESSONS: usize = 4;

impl SimilarSheet {
    pub fn of(sheet: &Sheet, lang: Lang) -> SimilarSheet {
        let ranked = |key: &'static str, lessons: &[Lesson]| {
            lessons
                .iter()
                .map(|lesson| RankedLesson {
                    confirmed: !lesson.confirmed_in.is_empty(),
                    lesson: Attributed::of(Passage::of(key, lesson), sheet, lang),
                })
                .collect()
        };
        let value =
            |key: &str| fields::find(key).map_or(Value::Missing, |field| (field.get)(sheet));
        SimilarSheet {
            row: vec![
                Cell::text(&sheet.id).with_tone(Tone::Strong),
                Cell::text(sheet.name()),
                Cell::summary(&Value::years(sheet.dates.period()), lang),
                Cell::summary(&value("outcome.level"), lang),
                Cell::summary(&value("cost"), lang),
            ],
            cost: ProjectCost::of(sheet),
            worked: ranked("lessons.nuggets", &sheet.lessons.nuggets),
            difficult: ranked("lessons.difficulties", &sheet.lessons.difficulties),
        }
    }
}

/// The report of the sheets that are close, the closest first, with what they have in common.
pub fn report(mut close: Vec<(Shared, SimilarSheet)>, lang: Lang) -> Report {
    close.truncate(SHEETS);
    let get = |text: Text| text.get(lang).to_owned();
    let columns = vec![
        Column::new("id", get(text!("Sheet", "Fiche"))),
        Column::new("title", get(text!("Title", "Titre"))).optional(),
        Column::new("year", get(text!("Year", "Année"))),
        Column::new("outcome.level", get(text!("Outcome", "Résultat"))).optional(),
        Column::new("cost", get(text!("Cost", "Coût"))).numeric().optional(),
        Column::new("why", get(text!("Why", "Pourquoi"))),
    ];
    let rows = close
        .iter()
        .map(|(common, one)| {
            let shared = common.shared.iter().map(Tree::text).collect();
            let words = common.summary.get(lang).to_owned();
            let why = Cell { data: Tree::List(shared), ..Cell::text_only(words) };
            one.row.iter().cloned().chain([why]).collect()
        })
        .collect();
    let close: Vec<SimilarSheet> = close.into_iter().map(|(_, one)| one).collect();
    let mut report = Report::new("brief");
    let heading = get(text!("Similar projects", "Projets semblables"));
    push(&mut report, heading, Table::new("sheets", columns, rows));
    let prices = prices(&close, lang);
    let heading =
        get(text!("What similar projects cost", "Ce qu'ont coûté des projets semblables"));
    push(&mut report, heading, prices);
    for (key, heading, lessons) in [
        (
            "worked",
            get(text!("What worked", "Ce qui a marché")),
            lessons(&close, |one| &one.worked),
        ),
        (
            "difficult",
            get(text!("What did not work", "Ce qui n'a pas marché")),
            lessons(&close, |one| &one.difficult),
        ),
    ] {
        push(&mut report, heading, passages::table(key, &lessons, KindLabel::InHeading, lang));
    }
    report
}

/// A table below its heading; people see neither where there are no rows.
fn push(report: &mut Report, heading: String, table: Table) {
    let heading = Some(Block::Heading(heading)).filter(|_| !table.rows.is_empty());
    report.blocks.extend(heading);
    report.blocks.push(Block::Table(table));
}

/// The lessons of the closest sheets, each once: first those that were confirmed, or learnt more
/// than once, then those that say what to do.
fn lessons(close: &[SimilarSheet], of: fn(&SimilarSheet) -> &Vec<RankedLesson>) -> Vec<Attributed> {
    let mut all: Vec<(RankedLesson, usize)> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    for ranked in close.iter().flat_map(of) {
        let place = places.entry(name_key(&ranked.lesson.passage.text)).or_insert(all.len());
        match all.get_mut(*place) {
            Some((known, times)) => {
                known.confirmed |= ranked.confirmed;
                *times += 1;
            }
            None => all.push((ranked.clone(), 1)),
        }
    }
    all.sort_by_key(|(ranked, times)| {
        (!ranked.confirmed, Reverse(*times), ranked.lesson.passage.action.is_none())
    });
    all.into_iter().take(LESSONS).map(|(ranked, _)| ranked.lesson).collect()
}

/// What the closest sheets cost, by what may be compared.
fn prices(close: &[SimilarSheet], lang: Lang) -> Table {
    let mut costs = CostsByGroup::new();
    for cost in close.iter().filter_map(|one| one.cost.clone()) {
        costs.entry(cost.group).or_default().push(cost);
    }
    let mut columns = vec![Column::new("", text!("Cost", "Coût").get(lang)).numeric()];
    columns.extend(money::columns(lang).into_iter().map(|column| match column.key.as_str() {
        "costed" => Column { label: text!("Sheets", "Fiches").get(lang).to_owned(), ..column },
        // Their sum is no price.
        "total" | "" => Column { label: String::new(), ..column },
        _ => column,
    }));
    Table::new(
        "prices",
        columns,
        costs
            .values()
            .map(|all| {
                let price = Cell::text_only(money::ends(all, lang)).with_tone(Tone::Strong);
                std::iter::once(price).chain(money::cells(all, lang)).collect()
            })
            .collect(),
    )
}

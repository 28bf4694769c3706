//! What `brief` says: what is known already, on one screen, before a new project.

use crate::lang::{Lang, Text, phrase, text};
use crate::report::lessons::sides::{self, ToolLesson};
use crate::report::passages::{self, Attributed, KindLabel};
use crate::report::{Block, Cell, Column, Report, Table, Tone, Visible, money};
use crate::search::{Passage, Shared};
use crate::sheet::Sheet;
use crate::sheet::key::Key;
use crate::sheet::model::Lessons;
use crate::sheet::shape::Shape;
use crate::stats::cost::{CostStats, CostsByGroup, ProjectCost};
use crate::tree::Tree;
use crate::value::lesson::Lesson;

/// What an earlier sheet can tell.
#[derive(Clone, Debug)]
pub struct SimilarSheet {
    id: String,
    title: String,
    years: Cell,
    outcome: Cell,
    price: Cell,
    cost: Option<ProjectCost>,
    /// Its lessons: those that went well, and those that did not.
    worked: Vec<Attributed>,
    difficult: Vec<Attributed>,
    /// The tools of the project, and those that each of these lessons names as its own.
    tools: Vec<String>,
    own_tools: Vec<Vec<String>>,
}

/// So many sheets, and so many lessons of each sort, are shown: a screen.
pub const SHEETS: usize = 6;
const LESSONS: usize = 4;

/// So many tools are shown from both sides, with so many lessons of each.
const TOOLS: usize = 2;
const SIDES: usize = 2;

impl SimilarSheet {
    pub fn of(sheet: &Sheet, lang: Lang) -> SimilarSheet {
        let told = |key: &'static str, lessons: &[Lesson]| {
            let lessons = lessons.iter().enumerate();
            let passages = lessons.map(|(index, lesson)| Passage::of(key, index, lesson));
            passages.map(|passage| Attributed::of(passage, sheet, lang)).collect()
        };
        let Lessons { nuggets, difficulties, .. } = &sheet.lessons;
        let cell = |key: &str| {
            Key::find(key).map_or_else(Cell::empty, |key| Cell::of_key(&key, sheet, lang))
        };
        SimilarSheet {
            id: sheet.id.clone(),
            title: sheet.name().to_owned(),
            years: Cell::years(sheet, lang),
            outcome: cell("outcome.level"),
            price: cell("cost"),
            cost: ProjectCost::of(sheet),
            worked: told(Lessons::NUGGETS, nuggets),
            difficult: told(Lessons::DIFFICULTIES, difficulties),
            tools: sheet.tools.clone(),
            own_tools: nuggets.iter().chain(difficulties).map(|one| one.tools.clone()).collect(),
        }
    }

    /// Those of its lessons that name a tool.
    fn about_tools(&self) -> Vec<ToolLesson> {
        let lessons = self.worked.iter().chain(&self.difficult);
        sides::naming_tools(&self.tools, lessons.zip(&self.own_tools))
    }
}

/// The report of the closest sheets, at most [`SHEETS`] of so many that were found, the closest
/// first, with what they have in common.
pub fn report(close: Vec<(Shared, SimilarSheet)>, found: usize, lang: Lang) -> Report {
    let get = |text: Text| text.get(lang).to_owned();
    let sheets = Table::of("sheets", &close, &COLUMNS, lang);
    let close: Vec<SimilarSheet> = close.into_iter().map(|(_, one)| one).collect();
    let mut report = Report::new("brief");
    let heading = if found > SHEETS {
        let closest = phrase!(
            "Similar projects: the {shown} closest of {found}",
            "Projets semblables : les {shown} plus proches sur {found}",
            shown = SHEETS,
            found,
        );
        closest.get(lang).to_owned()
    } else {
        get(text!("Similar projects", "Projets semblables"))
    };
    push(&mut report, heading, sheets);
    let prices = prices(&close, lang);
    let heading = get(text!("What these projects cost", "Ce que ces projets ont coûté"));
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
    let mut about_tools: Vec<ToolLesson> =
        close.iter().flat_map(SimilarSheet::about_tools).collect();
    // Another sheet may say the same and name no tool.
    let all = close.iter().flat_map(|one| one.worked.iter().chain(&one.difficult)).cloned();
    passages::with_evidence_of(about_tools.iter_mut().map(|one| &mut one.lesson), all);
    sides::push(&mut report, about_tools, TOOLS, SIDES, lang);
    report
}

const COLUMNS: [Column<(Shared, SimilarSheet)>; 6] = [
    Column::new("id", text!("Sheet", "Fiche"), |(_, one), _| {
        Cell::text(&one.id).with_tone(Tone::Strong)
    }),
    Column::new("title", text!("Title", "Titre"), |(_, one): &(Shared, SimilarSheet), _| {
        Cell::text(&one.title)
    })
    .optional(),
    Column::new("year", text!("Year", "Année"), |(_, one), _| one.years.clone()),
    Column::new(
        "outcome.level",
        text!("Outcome", "Résultat"),
        |(_, one): &(Shared, SimilarSheet), _| one.outcome.clone(),
    )
    .optional(),
    Column::new("cost", text!("Cost", "Coût"), |(_, one): &(Shared, SimilarSheet), _| {
        one.price.clone()
    })
    .numeric()
    .of_shape(Shape::Cost)
    .optional(),
    Column::new("why", text!("Why", "Pourquoi"), |(common, _), lang| {
        let shared = common.shared.iter().map(Tree::text).collect();
        Cell { data: Tree::List(shared), ..Cell::text_only(common.summary.get(lang)) }
    }),
];

/// A table below its heading; people see neither where there are no rows.
fn push(report: &mut Report, heading: String, table: Table) {
    let heading = Some(Block::Heading(heading)).filter(|_| !table.rows.is_empty());
    report.blocks.extend(heading);
    report.blocks.push(Block::Table(table));
}

/// The lessons of the closest sheets, each once, in their order.
fn lessons(close: &[SimilarSheet], of: fn(&SimilarSheet) -> &Vec<Attributed>) -> Vec<Attributed> {
    let mut all = passages::once(close.iter().flat_map(of).cloned());
    all.sort_by_cached_key(|one| one.evidence.rank());
    all.truncate(LESSONS);
    all
}

/// What the closest sheets cost, by what may be compared.
fn prices(close: &[SimilarSheet], lang: Lang) -> Table {
    let mut costs = CostsByGroup::new();
    for cost in close.iter().filter_map(|one| one.cost.clone()) {
        costs.entry(cost.group).or_default().push(cost);
    }
    let stats: Vec<Option<CostStats>> = costs.values().map(|all| CostStats::of(all)).collect();
    let columns = money::COLUMNS.map(|column| match column.key {
        "costed" => Column { label: text!("Sheets", "Fiches"), ..column },
        // Their sum is no price.
        "total" => Column { visible: Visible::Machines, ..column },
        _ => column,
    });
    // The least and the most stand first already.
    let columns: Vec<Column<_>> = [PRICE]
        .into_iter()
        .chain(columns.into_iter().filter(|column| column.visible != Visible::People))
        .collect();
    Table::of("prices", &stats, &columns, lang)
}

const PRICE: Column<Option<CostStats>> =
    Column::for_people(text!("Cost", "Coût"), |costs: &Option<CostStats>, lang| {
        let ends = |stats| Cell::text_only(money::ends(stats, lang)).with_tone(Tone::Strong);
        costs.as_ref().map_or_else(Cell::empty, ends)
    })
    .numeric();

//! What `search`, `brief` and `checklist` say: passages, each with where it comes from.

use crate::lang::{Lang, text};
use crate::report::{Block, Cell, Column, FieldCell, Report, Table, Tone, Visible};
use crate::search::Passage;
use crate::sheet::Sheet;
use crate::sheet::lesson_address;
use crate::tree::Tree;
use crate::value::lesson::{self, Lesson};

/// A passage and the sheet that it comes from.
#[derive(Clone, Debug)]
pub struct Attributed {
    pub id: String,
    pub territory: String,
    pub years: Cell,
    pub passage: Passage,
    /// Where the passage is a lesson: its address, and the sheets where it held or did not.
    pub address: Option<String>,
    pub confirmed_in: Vec<String>,
    pub contradicted_in: Vec<String>,
    /// Other sheets that say the same.
    pub also: Vec<String>,
}

impl Attributed {
    pub fn of(passage: Passage, sheet: &Sheet, lang: Lang) -> Attributed {
        let index = passage.index;
        let lesson =
            index.and_then(|index| lesson_address::at(&sheet.lessons, &passage.key, index));
        let ids = |ids: fn(&Lesson) -> &Vec<String>| {
            lesson.map(|(_, lesson)| ids(lesson).clone()).unwrap_or_default()
        };
        Attributed {
            address: lesson.map(|(number, _)| lesson_address::address(&sheet.id, number)),
            confirmed_in: ids(|lesson| &lesson.confirmed_in),
            contradicted_in: ids(|lesson| &lesson.contradicted_in),
            id: sheet.id.clone(),
            territory: sheet.territory.name.clone().unwrap_or_default(),
            years: Cell::years(sheet, lang),
            passage,
            also: Vec::new(),
        }
    }
}

/// Where people read of which kind a passage is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KindLabel {
    InRow,
    InHeading,
}

/// A table of passages, in the order given.
pub fn table(
    key: &'static str,
    passages: &[Attributed],
    kind_label: KindLabel,
    lang: Lang,
) -> Table {
    // In the heading people read it already.
    let visible = match kind_label {
        KindLabel::InRow => Visible::Both,
        KindLabel::InHeading => Visible::Machines,
    };
    let columns = COLUMNS.map(|column| match column.key {
        "kind" => Column { visible, ..column },
        _ => column,
    });
    let marks = passages.iter().map(|one| one.passage.marks.clone()).collect();
    Table::of(key, passages, &columns, lang).of_passages(marks)
}

const COLUMNS: [Column<Attributed>; 11] = [
    Column::new("id", text!("Sheet", "Fiche"), |one, _| {
        let first = one.address.as_ref().unwrap_or(&one.id);
        let ids = std::iter::once(first).chain(&one.also).map(String::as_str);
        Cell { text: ids.collect::<Vec<_>>().join(", "), tone: Tone::Strong, ..Cell::text(&one.id) }
    }),
    Column::for_machines("address", |one, _| optional(&one.address)),
    Column::for_machines("also", |one, _| ids(&one.also)),
    Column::for_machines("confirmed-in", |one, _| ids(&one.confirmed_in)),
    Column::for_machines("contradicted-in", |one, _| ids(&one.contradicted_in)),
    Column::new("territory.name", text!("Territory", "Territoire"), |one, _| {
        Cell::text(&one.territory)
    }),
    Column::new("year", text!("Year", "Année"), |one, _| one.years.clone()),
    Column::new("kind", text!("Field", "Champ"), |one, lang| Cell {
        text: one.passage.kind.get(lang).to_owned(),
        ..Cell::text(&one.passage.key)
    }),
    Column::new("who", text!("Author", "Qui le dit"), |one, _| optional(&one.passage.who)),
    Column::for_machines("do", |one, _| optional(&one.passage.action)),
    Column::new("text", text!("Passage", "Passage"), |one, lang| {
        let Passage { text, action, .. } = &one.passage;
        let mut words = text.clone();
        if let Some(action) = action {
            words += &format!("\n→ {action}");
        }
        for found in lesson::found_in(&one.confirmed_in, &one.contradicted_in) {
            words += &format!("\n{}", found.get(lang));
        }
        Cell { text: words, ..Cell::text(text) }
    }),
];

fn ids(ids: &[String]) -> Cell {
    match ids {
        [] => Cell::empty(),
        ids => Cell::data(Tree::List(ids.iter().map(Tree::text).collect())),
    }
}

fn optional(text: &Option<String>) -> Cell {
    text.as_ref().map_or_else(Cell::empty, Cell::text)
}

/// The report of a search: the best of the passages `found`; `by_kind` sets their sorts apart.
pub fn report(passages: &[Attributed], found: usize, by_kind: bool, lang: Lang) -> Report {
    let field = FieldCell::for_machines("found", Cell::count(found, lang));
    let report = Report::new("search").with(Block::Fields { key: "summary", fields: vec![field] });
    if !by_kind || passages.is_empty() {
        return report.with(Block::Table(table("passages", passages, KindLabel::InRow, lang)));
    }
    let mut kinds: Vec<&String> = Vec::new();
    for one in passages {
        if !kinds.contains(&&one.passage.key) {
            kinds.push(&one.passage.key);
        }
    }
    kinds.into_iter().fold(report, |report, kind| {
        let alike: Vec<Attributed> =
            passages.iter().filter(|one| one.passage.key == *kind).cloned().collect();
        let heading = alike[0].passage.kind.get(lang).to_owned();
        report.with(Block::Heading(heading)).with(Block::Table(table(
            "passages",
            &alike,
            KindLabel::InHeading,
            lang,
        )))
    })
}

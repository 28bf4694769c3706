//! What `search`, `brief` and `checklist` say: passages, each with where it comes from.

use std::collections::HashMap;

use crate::lang::{Lang, text};
use crate::report::{Block, Cell, Column, FieldCell, Report, Table, Tone, Visible};
use crate::search::{Passage, keep_shared};
use crate::sheet::Sheet;
use crate::sheet::lesson_address;
use crate::text::fold::name_key;
use crate::tree::{self, Tree};
use crate::value::evidence::Evidence;
use crate::value::lesson;

/// A passage and the sheet that it comes from.
#[derive(Clone, Debug)]
pub struct Attributed {
    pub id: String,
    pub territory: String,
    pub years: Cell,
    pub passage: Passage,
    /// Where the passage is a lesson: its address.
    pub address: Option<String>,
    /// The sheets that say it, that of the passage first; where a lesson held and where not.
    pub evidence: Evidence,
}

impl Attributed {
    pub fn of(passage: Passage, sheet: &Sheet, lang: Lang) -> Attributed {
        let index = passage.index;
        let lesson =
            index.and_then(|index| lesson_address::at(&sheet.lessons, &passage.key, index));
        Attributed {
            address: lesson.map(|(number, _)| lesson_address::address(&sheet.id, number)),
            evidence: lesson.map_or_else(
                || Evidence::said_by(&sheet.id),
                |(_, lesson)| Evidence::of(&sheet.id, lesson),
            ),
            id: sheet.id.clone(),
            territory: sheet.territory.name.clone().unwrap_or_default(),
            years: Cell::years(sheet, lang),
            passage,
        }
    }

    /// The other sheets that say it.
    fn also(&self) -> &[String] {
        self.evidence.said_in.get(1..).unwrap_or_default()
    }
}

/// What passages say that are the same: under which key, and in which case it holds; and who says
/// it, unless it is a lesson.
type Said = (String, String, Option<String>, Option<String>);

fn said(one: &Attributed) -> Said {
    let Passage { key, text, when, who, .. } = &one.passage;
    let who = who.as_deref().filter(|_| one.address.is_none()).map(name_key);
    (key.clone(), name_key(text), when.as_deref().map(name_key), who)
}

/// Passages with what the sheets of others that say the same know of it.
pub(super) fn with_evidence_of<'a>(
    passages: impl IntoIterator<Item = &'a mut Attributed>,
    others: impl IntoIterator<Item = Attributed>,
) {
    let known: HashMap<Said, Evidence> =
        once(others).into_iter().map(|one| (said(&one), one.evidence)).collect();
    for one in passages {
        if let Some(evidence) = known.get(&said(one)) {
            one.evidence.join(evidence);
        }
    }
}

/// Passages of one field that say the same as one, with what their sheets know of it together, and
/// who says it where all who do are one.
pub fn once(passages: impl IntoIterator<Item = Attributed>) -> Vec<Attributed> {
    tree::once(
        passages,
        said,
        |one| one,
        |known, one| {
            known.evidence.join(&one.evidence);
            keep_shared(&mut known.passage.who, one.passage.who.as_deref());
        },
    )
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

const COLUMNS: [Column<Attributed>; 12] = [
    Column::new("id", text!("Sheet", "Fiche"), |one, _| {
        let first = one.address.as_ref().unwrap_or(&one.id);
        let ids = std::iter::once(first).chain(one.also()).map(String::as_str);
        Cell { text: ids.collect::<Vec<_>>().join(", "), tone: Tone::Strong, ..Cell::text(&one.id) }
    }),
    Column::for_machines("address", |one, _| optional(&one.address)),
    Column::for_machines("also", |one, _| ids(one.also())),
    Column::for_machines("confirmed-in", |one, _| ids(&one.evidence.confirmed_in)),
    Column::for_machines("contradicted-in", |one, _| ids(&one.evidence.contradicted_in)),
    Column::new("territory.name", text!("Territory", "Territoire"), |one, _| {
        Cell::text(&one.territory)
    }),
    Column::new("year", text!("Year", "Année"), |one, _| one.years.clone()),
    Column::new("kind", text!("Field", "Champ"), |one, lang| Cell {
        text: one.passage.kind.get(lang).to_owned(),
        ..Cell::text(&one.passage.key)
    }),
    Column::new("who", text!("Author", "Qui le dit"), |one, _| optional(&one.passage.who)),
    Column::for_machines("when", |one, _| optional(&one.passage.when)),
    Column::for_machines("do", |one, _| optional(&one.passage.action)),
    Column::new("text", text!("Passage", "Passage"), |one, lang| {
        let Passage { text, action, .. } = &one.passage;
        let mut words = with_when(&one.passage, lang);
        if let Some(action) = action {
            words += &format!("\n→ {action}");
        }
        for found in one.evidence.found() {
            words += &format!("\n{}", found.get(lang));
        }
        Cell { text: words, ..Cell::text(text) }
    }),
];

/// A passage, and in which case it holds.
pub(crate) fn with_when(passage: &Passage, lang: Lang) -> String {
    lesson::with_when(&passage.text, passage.when.as_deref(), lang)
}

fn ids(ids: &[String]) -> Cell {
    match ids {
        [] => Cell::empty(),
        ids => Cell::data(listed(ids)),
    }
}

/// Ids as machines are given them.
pub(super) fn listed(ids: &[String]) -> Tree {
    Tree::List(ids.iter().map(Tree::text).collect())
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

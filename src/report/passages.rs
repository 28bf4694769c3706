//! What `search`, `brief` and `checklist` say: passages, each with where it comes from.

use crate::lang::{Lang, Text, text};
use crate::report::{Block, Cell, Column, FieldCell, FieldLayout, Report, Table, Tone};
use crate::search::Passage;
use crate::sheet::Sheet;
use crate::tree::Tree;
use crate::value::any::Value;

/// A passage and the sheet that it comes from.
#[derive(Clone, Debug)]
pub struct Attributed {
    pub id: String,
    pub territory: String,
    pub years: Cell,
    pub passage: Passage,
}

impl Attributed {
    pub fn of(passage: Passage, sheet: &Sheet, lang: Lang) -> Attributed {
        let years = Value::years(sheet.dates.period());
        Attributed {
            id: sheet.id.clone(),
            territory: sheet.territory.name.clone().unwrap_or_default(),
            years: Cell::summary(&years, lang),
            passage,
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
    let get = |text: Text| text.get(lang);
    let columns = vec![
        Column::new("id", get(text!("Sheet", "Fiche"))),
        Column::new("territory.name", get(text!("Territory", "Territoire"))),
        Column::new("year", get(text!("Year", "Année"))),
        Column::new("kind", get(text!("Field", "Champ"))),
        Column::new("who", get(text!("Author", "Qui le dit"))),
        Column::new("do", ""),
        Column::new("text", get(text!("Passage", "Passage"))),
    ];
    let optional = |text: &Option<String>| match text {
        Some(text) => Cell::text(text),
        None => Cell::text_only(""),
    };
    let marks = passages.iter().map(|one| one.passage.marks.clone()).collect();
    Table::new(
        key,
        columns,
        passages
            .iter()
            .map(|one| {
                let Passage { key, kind, who, text, action, .. } = &one.passage;
                let words = match action {
                    Some(action) => format!("{text}\n→ {action}"),
                    None => text.clone(),
                };
                let kind = Cell { text: kind.get(lang).to_owned(), ..Cell::text(key) };
                vec![
                    Cell::text(&one.id).with_tone(Tone::Strong),
                    Cell::text(&one.territory),
                    one.years.clone(),
                    match kind_label {
                        KindLabel::InRow => kind,
                        KindLabel::InHeading => kind.data_only(),
                    },
                    optional(who),
                    optional(action).data_only(),
                    Cell { text: words, data: Tree::text(text), tone: Tone::Plain },
                ]
            })
            .collect(),
    )
    .of_passages(marks)
}

/// The report of a search: the best of the passages `found`; `by_kind` sets their sorts apart.
pub fn report(passages: &[Attributed], found: usize, by_kind: bool, lang: Lang) -> Report {
    let field = FieldCell {
        key: "found".to_owned(),
        label: String::new(),
        cell: Cell::count(found, lang).data_only(),
        layout: FieldLayout::Line,
    };
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

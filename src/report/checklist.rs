//! What `checklist` says: what the lessons tell to do, each thing once, and which sheets learnt it.

use std::cmp::Reverse;
use std::collections::HashMap;

use crate::lang::{Lang, Text, text};
use crate::report::{Block, Cell, Column, Report, Table, Tone};
use crate::text::fold::name_key;
use crate::tree::Tree;

/// What a lesson tells to do.
#[derive(Clone, Debug)]
pub struct Advice {
    pub action: String,
    /// The lesson itself: why.
    pub lesson: String,
    pub id: String,
    /// Whether another sheet confirms it.
    pub confirmed: bool,
    /// Whether the lesson names the tool, rather than its sheet alone.
    pub named: bool,
}

/// The report of the advice: first what names the tool, was confirmed, or learnt more than once.
pub fn report(advice: &[Advice], lang: Lang) -> Report {
    let mut steps: Vec<(&Advice, bool, Vec<&str>)> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    for one in advice {
        let place = places.entry(name_key(&one.action)).or_insert(steps.len());
        match steps.get_mut(*place) {
            Some((_, confirmed, ids)) => {
                *confirmed |= one.confirmed;
                // Those of one sheet come one after the other.
                ids.extend(Some(one.id.as_str()).filter(|id| ids.last() != Some(id)));
            }
            None => steps.push((one, one.confirmed, vec![&one.id])),
        }
    }
    steps.sort_by_key(|(advice, confirmed, ids)| (!advice.named, !confirmed, Reverse(ids.len())));
    let get = |text: Text| text.get(lang);
    let columns = vec![
        Column::new("do", get(text!("What to do", "Que faire"))),
        Column::new("text", get(text!("Why", "Pourquoi"))).optional(),
        Column::new("ids", get(text!("From sheet", "Appris dans la fiche"))),
    ];
    let table = Table::new(
        "steps",
        columns,
        steps
            .iter()
            .map(|(advice, _, ids)| {
                let data = Tree::List(ids.iter().map(|id| Tree::text(*id)).collect());
                vec![
                    Cell { text: format!("☐ {}", advice.action), ..Cell::text(&advice.action) },
                    Cell::text(&advice.lesson),
                    Cell { text: ids.join(" "), data, tone: Tone::Strong },
                ]
            })
            .collect(),
    );
    let report = Report::new("checklist").with(Block::Table(table));
    if steps.is_empty() {
        report
    } else {
        report.with(Block::Line(FROM.get(lang).to_owned(), Tone::Muted))
    }
}

const FROM: Text = text!(
    "Lessons that name the tool come first, then other lessons of projects that used it.",
    "D'abord les leçons qui nomment l'outil, puis les autres leçons des projets qui l'ont utilisé.",
);

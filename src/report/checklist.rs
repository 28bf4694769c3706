//! What `checklist` says: what the lessons tell to do, each thing once, and which sheets learnt it.

use std::cmp::Reverse;

use crate::lang::{Lang, Text, text};
use crate::report::{Block, Cell, Column, Report, Table, Tone};
use crate::text::fold::name_key;
use crate::tree::Tree;
use crate::tree::once;

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

/// A thing to do, and the sheets that learnt it.
struct ChecklistStep<'a> {
    advice: &'a Advice,
    confirmed: bool,
    ids: Vec<&'a str>,
}

/// The report of the advice: first what names the tool, was confirmed, or learnt more than once.
pub fn report(advice: &[Advice], lang: Lang) -> Report {
    let mut steps: Vec<ChecklistStep> = once(
        advice,
        |one| name_key(&one.action),
        |one| ChecklistStep { advice: one, confirmed: one.confirmed, ids: vec![&one.id] },
        |step, one| {
            step.confirmed |= one.confirmed;
            // Those of one sheet come one after the other.
            step.ids.extend(Some(one.id.as_str()).filter(|id| step.ids.last() != Some(id)));
        },
    );
    steps.sort_by_key(|step| (!step.advice.named, !step.confirmed, Reverse(step.ids.len())));
    let table = Table::of("steps", &steps, &columns(), lang);
    let report = Report::new("checklist").with(Block::Table(table));
    if steps.is_empty() {
        report
    } else {
        report.with(Block::Line(FROM.get(lang).to_owned(), Tone::Muted))
    }
}

fn columns<'a>() -> [Column<ChecklistStep<'a>>; 3] {
    [
        Column::new("do", text!("What to do", "Que faire"), |step, _| {
            let action = &step.advice.action;
            Cell { text: format!("☐ {action}"), ..Cell::text(action) }
        }),
        Column::new("text", text!("Why", "Pourquoi"), |step: &ChecklistStep, _| {
            Cell::text(&step.advice.lesson)
        })
        .optional(),
        Column::new("ids", text!("From sheet", "Appris dans la fiche"), |step, _| {
            let data = Tree::List(step.ids.iter().map(|id| Tree::text(*id)).collect());
            Cell { text: step.ids.join(" "), data, tone: Tone::Strong }
        }),
    ]
}

const FROM: Text = text!(
    "Lessons that name the tool come first, then other lessons of projects that used it.",
    "D'abord les leçons qui nomment l'outil, puis les autres leçons des projets qui l'ont utilisé.",
);

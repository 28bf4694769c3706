//! What `checklist` says: what the lessons tell to do, each thing once, and which sheets learnt it.

use std::cmp::Reverse;

use crate::lang::{Lang, Text, text};
use crate::report::{Block, Cell, Column, Report, Table, Tone};
use crate::text::fold::name_key;
use crate::tree::Tree;
use crate::tree::once;
use crate::value::lesson;

/// What a lesson tells to do.
#[derive(Clone, Debug)]
pub struct Advice {
    pub action: String,
    /// The lesson itself: why.
    pub lesson: String,
    pub id: String,
    /// Its address, as it is shown.
    pub address: String,
    /// The sheets where it held, and those where it did not.
    pub confirmed_in: Vec<String>,
    pub contradicted_in: Vec<String>,
    /// Whether the lesson names the tool, rather than its sheet alone.
    pub named: bool,
}

/// A thing to do, and the sheets that learnt it.
struct ChecklistStep<'a> {
    advice: &'a Advice,
    ids: Vec<&'a str>,
    addresses: Vec<&'a str>,
    confirmed_in: Vec<String>,
    contradicted_in: Vec<String>,
}

/// The report of the advice: first what names the tool, was confirmed, or learnt more than once; and
/// the address of the first lesson.
pub fn report(advice: &[Advice], lang: Lang) -> (Report, Option<String>) {
    let mut steps: Vec<ChecklistStep> = once(
        advice,
        |one| name_key(&one.action),
        |one| ChecklistStep {
            advice: one,
            ids: vec![&one.id],
            addresses: vec![&one.address],
            confirmed_in: one.confirmed_in.clone(),
            contradicted_in: one.contradicted_in.clone(),
        },
        |step, one| {
            step.addresses.push(&one.address);
            step.confirmed_in.extend(one.confirmed_in.iter().cloned());
            step.contradicted_in.extend(one.contradicted_in.iter().cloned());
            // Those of one sheet come one after the other.
            step.ids.extend(Some(one.id.as_str()).filter(|id| step.ids.last() != Some(id)));
        },
    );
    steps.sort_by_key(|step| {
        (!step.advice.named, step.confirmed_in.is_empty(), Reverse(step.ids.len()))
    });
    let table = Table::of("steps", &steps, &columns(), lang);
    let report = Report::new("checklist").with(Block::Table(table));
    if steps.is_empty() {
        return (report, None);
    }
    let first = steps.first().map(|step| step.advice.address.clone());
    (report.with(Block::Line(FROM.get(lang).to_owned(), Tone::Muted)), first)
}

fn columns<'a>() -> [Column<ChecklistStep<'a>>; 6] {
    [
        Column::new("do", text!("What to do", "Que faire"), |step: &ChecklistStep, lang| {
            let action = &step.advice.action;
            let mut words = format!("☐ {action}");
            for found in lesson::found_in(&step.confirmed_in, &step.contradicted_in) {
                words += &format!("\n{}", found.get(lang));
            }
            Cell { text: words, ..Cell::text(action) }
        }),
        Column::new("text", text!("Why", "Pourquoi"), |step: &ChecklistStep, _| {
            Cell::text(&step.advice.lesson)
        })
        .optional(),
        Column::new("ids", text!("From sheet", "Appris dans la fiche"), |step, _| Cell {
            text: step.addresses.join(" "),
            tone: Tone::Strong,
            ..listed(&step.ids)
        }),
        Column::for_machines("addresses", |step: &ChecklistStep, _| listed(&step.addresses)),
        Column::for_machines("confirmed-in", |step: &ChecklistStep, _| listed(&step.confirmed_in)),
        Column::for_machines("contradicted-in", |step: &ChecklistStep, _| {
            listed(&step.contradicted_in)
        }),
    ]
}

fn listed(ids: &[impl AsRef<str>]) -> Cell {
    Cell::data(Tree::List(ids.iter().map(|id| Tree::text(id.as_ref())).collect()))
}

const FROM: Text = text!(
    "Lessons that name the tool come first, then other lessons of projects that used it.",
    "D'abord les leçons qui nomment l'outil, puis les autres leçons des projets qui l'ont utilisé.",
);

//! What `checklist` says: what the lessons tell to do, each thing once, and which sheets learnt it.

use crate::lang::{Lang, Text, text};
use crate::report::{Block, Cell, Column, Report, Table, Tone};
use crate::sheet::evidence::Evidence;
use crate::text::fold::name_key;
use crate::tree::Tree;
use crate::tree::once;

/// What a lesson tells to do.
#[derive(Clone, Debug)]
pub struct Advice {
    pub action: String,
    /// The lesson itself: why.
    pub lesson: String,
    /// Its address, as it is shown.
    pub address: String,
    pub evidence: Evidence,
    /// Whether the lesson names the tool, rather than its sheet alone.
    pub named: bool,
}

/// A thing to do, and the sheets that learnt it.
struct ChecklistStep<'a> {
    advice: &'a Advice,
    addresses: Vec<&'a str>,
    evidence: Evidence,
    named: bool,
}

/// The report of the advice in its order, of equals first what names the tool; and the address of the
/// first lesson.
pub fn report(advice: &[Advice], lang: Lang) -> (Report, Option<String>) {
    let mut steps: Vec<ChecklistStep> = once(
        advice,
        |one| name_key(&one.action),
        |one| ChecklistStep {
            advice: one,
            addresses: vec![&one.address],
            evidence: one.evidence.clone(),
            named: one.named,
        },
        |step, one| {
            step.addresses.push(&one.address);
            step.evidence.join(&one.evidence);
            step.named |= one.named;
        },
    );
    steps.sort_by_key(|step| (step.evidence.rank(), !step.named));
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
            for found in step.evidence.found() {
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
            ..listed(&step.evidence.said_in)
        }),
        Column::for_machines("addresses", |step: &ChecklistStep, _| listed(&step.addresses)),
        Column::for_machines("confirmed-in", |step: &ChecklistStep, _| {
            listed(&step.evidence.confirmed_in)
        }),
        Column::for_machines("contradicted-in", |step: &ChecklistStep, _| {
            listed(&step.evidence.contradicted_in)
        }),
    ]
}

fn listed(ids: &[impl AsRef<str>]) -> Cell {
    Cell::data(Tree::List(ids.iter().map(|id| Tree::text(id.as_ref())).collect()))
}

const FROM: Text = text!(
    "First the lessons that several sheets say or confirm, then those that name the tool.",
    "D'abord les leçons que plusieurs fiches donnent ou confirment, puis celles qui nomment l'outil.",
);

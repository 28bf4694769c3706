//! What `checklist` says: what the lessons tell to do, each thing once, and which sheets learnt it.

use crate::lang::{Lang, Text, text};
use crate::report::lessons::sides::{self, ToolLesson};
use crate::report::passages::{self, Attributed};
use crate::report::{Block, Cell, Column, Report, Table, Tone};
use crate::search::Passage;
use crate::text::fold::name_key;
use crate::tree::once;
use crate::value::evidence::Evidence;

/// What a lesson tells to do.
#[derive(Clone, Debug)]
pub struct Advice {
    pub action: String,
    /// The lesson itself: why, and in which case.
    pub lesson: Passage,
    /// Its address, as it is shown.
    pub address: String,
    pub evidence: Evidence,
    /// Whether the lesson names the tool, rather than its sheet alone.
    pub named: bool,
}

impl Advice {
    /// What a lesson tells to do, where it tells anything.
    pub fn of(lesson: &Attributed, named: bool) -> Option<Advice> {
        Some(Advice {
            action: lesson.passage.action.clone()?,
            lesson: lesson.passage.clone(),
            address: lesson.address.clone()?,
            evidence: lesson.evidence.clone(),
            named,
        })
    }
}

/// A thing to do, and the sheets that learnt it.
struct ChecklistStep<'a> {
    advice: &'a Advice,
    addresses: Vec<String>,
    evidence: Evidence,
    named: bool,
}

/// The report of the advice in its order, of equals first what names the tool; and the address of the
/// first lesson.
pub fn report(advice: &[Advice], lessons: Vec<ToolLesson>, lang: Lang) -> (Report, Option<String>) {
    let mut steps: Vec<ChecklistStep> = once(
        advice,
        |one| name_key(&one.action),
        |one| ChecklistStep {
            advice: one,
            addresses: vec![one.address.clone()],
            evidence: one.evidence.clone(),
            named: one.named,
        },
        |step, one| {
            step.addresses.push(one.address.clone());
            step.evidence.join(&one.evidence);
            step.named |= one.named;
        },
    );
    steps.sort_by_cached_key(|step| (step.evidence.rank(), !step.named));
    let table = Table::of("steps", &steps, &columns(), lang);
    let mut report = Report::new("checklist").with(Block::Table(table));
    let first = steps.first().map(|step| step.advice.address.clone());
    let order = first.as_ref().map(|_| Block::Line(FROM.get(lang).to_owned(), Tone::Muted));
    report.blocks.extend(order);
    sides::push(&mut report, lessons, 1, usize::MAX, lang);
    (report, first)
}

fn columns<'a>() -> [Column<ChecklistStep<'a>>; 7] {
    [
        Column::new("do", text!("What to do", "Que faire"), |step: &ChecklistStep, lang| {
            let action = &step.advice.action;
            let mut words = format!("☐ {action}");
            for found in step.evidence.found() {
                words += &format!("\n{}", found.get(lang));
            }
            Cell { text: words, ..Cell::text(action) }
        }),
        Column::new("text", text!("Why", "Pourquoi"), |step: &ChecklistStep, lang| {
            let lesson = &step.advice.lesson;
            Cell { text: passages::with_when(lesson, lang), ..Cell::text(&lesson.text) }
        })
        .optional(),
        Column::for_machines("when", |step: &ChecklistStep, _| {
            step.advice.lesson.when.as_ref().map_or_else(Cell::empty, Cell::text)
        }),
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

fn listed(ids: &[String]) -> Cell {
    Cell::data(passages::listed(ids))
}

const FROM: Text = text!(
    "First the lessons that several sheets say or confirm, then those that name the tool.",
    "D'abord les leçons que plusieurs fiches donnent ou confirment, puis celles qui nomment l'outil.",
);

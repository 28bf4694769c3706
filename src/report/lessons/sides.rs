//! Both sides of a tool: what worked beside what did not, each with how many sheets say it.

use crate::lang::{Lang, Phrase, phrase, plural, text};
use crate::report::passages::{self, Attributed};
use crate::report::{Block, Cell, Column, Report, Table, Tone};
use crate::search::Passage;
use crate::sheet::model::Lessons;
use crate::text::fold::{contains_words, search_key};
use crate::text::shell::shell_quote;
use crate::tree::{Tree, once};

/// A lesson, under a tool that it speaks of.
#[derive(Clone, Debug)]
pub struct ToolLesson {
    pub tool: String,
    pub lesson: Attributed,
}

/// A tool, a lesson of each side of it, the first of either that is not shown yet.
struct Sides<'a> {
    tool: &'a str,
    worked: Option<&'a Attributed>,
    difficult: Option<&'a Attributed>,
}

/// The lessons of a project with these tools that name one: as theirs, or in their words one of the
/// project's. Each stands beside the tools that are its own.
pub fn naming_tools<'a>(
    tools: &[String],
    lessons: impl Iterator<Item = (&'a Attributed, &'a Vec<String>)>,
) -> Vec<ToolLesson> {
    let tools: Vec<(&String, String)> = tools.iter().map(|tool| (tool, search_key(tool))).collect();
    let all = lessons.flat_map(|(lesson, own)| {
        let Passage { text, when, action, .. } = &lesson.passage;
        let texts = [Some(text), when.as_ref(), action.as_ref()];
        let texts: Vec<String> = texts.into_iter().flatten().map(|text| search_key(text)).collect();
        let is_named = move |key: &str| texts.iter().any(|text| contains_words(text, key));
        let named = tools.iter().filter(move |(_, key)| is_named(key)).map(|(tool, _)| *tool);
        own.iter()
            .chain(named)
            .map(|tool| ToolLesson { tool: tool.clone(), lesson: lesson.clone() })
    });
    all.collect()
}

/// Adds the tools of which both sides are told, those of most sheets first: so many of them, with so
/// many lessons of each side.
pub fn push(report: &mut Report, lessons: Vec<ToolLesson>, tools: usize, rows: usize, lang: Lang) {
    let by_tool = once(
        lessons,
        |one| search_key(&one.tool),
        |one| (one.tool, vec![one.lesson]),
        |(_, known), one| known.push(one.lesson),
    );
    let mut both: Vec<(String, [Vec<Attributed>; 2])> = by_tool
        .into_iter()
        .map(|(tool, lessons)| {
            let of = |key: &str| {
                let side = lessons.iter().filter(|one| one.passage.key == key).cloned();
                let mut side = passages::once(side);
                side.sort_by_cached_key(|one| one.evidence.rank());
                side
            };
            (tool, [of(Lessons::NUGGETS), of(Lessons::DIFFICULTIES)])
        })
        .filter(|(_, sides)| sides.iter().all(|side| !side.is_empty()))
        .collect();
    both.sort_by_key(|(_, sides)| std::cmp::Reverse(sides.iter().map(Vec::len).sum::<usize>()));
    both.truncate(tools);
    if both.is_empty() {
        report.blocks.push(Block::Table(table(&[], lang)));
    }
    for (tool, [worked, difficult]) in &both {
        let heading = heading(tool).get(lang).to_owned();
        let all = worked.len().max(difficult.len());
        let shown = (0..rows.min(all)).map(|row| Sides {
            tool,
            worked: worked.get(row),
            difficult: difficult.get(row),
        });
        report.blocks.push(Block::Heading(heading));
        report.blocks.push(Block::Table(table(&shown.collect::<Vec<_>>(), lang)));
        if all > rows {
            report.blocks.push(Block::Line(more(tool).get(lang).to_owned(), Tone::Muted));
        }
    }
}

fn heading(tool: &str) -> Phrase {
    phrase!("Both sides: {tool}", "Les deux côtés : {tool}", tool)
}

fn more(tool: &str) -> Phrase {
    let tool = shell_quote(tool);
    phrase!(
        "all of these lessons: sheet checklist {tool}",
        "toutes ces leçons : sheet checklist {tool}",
        tool,
    )
}

fn table(rows: &[Sides], lang: Lang) -> Table {
    Table::of("sides", rows, &columns(), lang)
}

fn columns<'a>() -> [Column<Sides<'a>>; 3] {
    [
        Column::for_machines("tool", |sides: &Sides, _| Cell::text(sides.tool)),
        Column::new("worked", text!("What worked", "Ce qui a marché"), |sides: &Sides, lang| {
            sides.worked.map_or_else(Cell::empty, |one| side(one, lang))
        }),
        Column::new(
            "difficult",
            text!("What did not work", "Ce qui n'a pas marché"),
            |sides: &Sides, lang| sides.difficult.map_or_else(Cell::empty, |one| side(one, lang)),
        ),
    ]
}

/// A lesson, and how many sheets say or confirm it; its address would leave no room beside it.
fn side(lesson: &Attributed, lang: Lang) -> Cell {
    let Attributed { passage, evidence, .. } = lesson;
    let sheets = plural::SHEET.count(evidence.sheets(), lang);
    let address = lesson.address.as_ref().unwrap_or(&lesson.id);
    let mut words = format!("{} ({sheets})", passages::with_when(passage, lang));
    for found in evidence.found() {
        words += &format!("\n{}", found.get(lang));
    }
    let data = Tree::map([
        ("text", Tree::text(&passage.text)),
        ("sheets", Tree::number(evidence.sheets())),
        ("address", Tree::text(address)),
        ("confirmed-in", passages::listed(&evidence.confirmed_in)),
        ("contradicted-in", passages::listed(&evidence.contradicted_in)),
    ]);
    Cell { text: words, ..Cell::data(data) }
}

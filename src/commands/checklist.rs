//! `sheet checklist`: what to do with a tool, gathered from lessons.

use std::collections::HashSet;

use anyhow::Result;

use crate::cli::ChecklistArgs;
use crate::commands::{Context, Exit};
use crate::lang::fold::{fold, fold_letters, holds};
use crate::lang::{Lang, Phrase};
use crate::query::search::Passage;
use crate::report::passages::{self, Attributed};
use crate::report::{Block, Report};
use crate::sheet::Sheet;
use crate::sheet::field;
use crate::sheet::lesson::Lesson;

/// Gathers what to do with a tool.
pub fn run(context: &Context, args: &ChecklistArgs) -> Result<Exit> {
    let Some(query) = context.query(&[args.query.join(" ")]) else {
        return Ok(Exit::Wrong);
    };
    let wanted = fold(&args.tool);
    let lang = context.lang();
    let selected = context.ask_selected(&query, |entry| {
        let sheet = &entry.sheet;
        let uses = |tools: &[String]| tools.iter().any(|tool| holds(&fold(tool), &wanted));
        let sheet_uses = uses(&sheet.tools);
        let told = sheet.lessons.all().filter_map(|(place, lesson)| {
            // A lesson that names tools is about those alone.
            let about = if lesson.tools.is_empty() { sheet_uses } else { uses(&lesson.tools) };
            let action = lesson.action.clone().filter(|_| about)?;
            Some((!lesson.confirmed_in.is_empty(), action_of(&place, lesson, action, sheet, lang)))
        });
        told.collect::<Vec<_>>()
    })?;
    let exit = selected.exit();
    let mut all: Vec<(bool, Attributed)> = selected.answers.into_iter().flatten().collect();
    all.sort_by_key(|(confirmed, _)| !confirmed);
    let mut seen = HashSet::new();
    all.retain(|(_, one)| seen.insert(fold_letters(&one.passage.text)));
    let lines: Vec<Attributed> = all.into_iter().map(|(_, one)| one).collect();
    let table = passages::table("steps", &lines, lang);
    context.answer(&Report::new("checklist").with(Block::Table(table)))?;
    if lines.is_empty() {
        context.say(&Phrase::new(
            "no lesson says what to do with this tool; the tools: sheet facets --key tool",
            "aucune leçon ne dit quoi faire avec cet outil ; les outils : sheet facets --key tool",
        ));
        return Ok(Exit::No);
    }
    Ok(exit)
}

/// What to do, as a passage of its own: the lesson stands behind it.
fn action_of(
    place: &str,
    lesson: &Lesson,
    action: String,
    sheet: &Sheet,
    lang: Lang,
) -> Attributed {
    let key = place.split('[').next().unwrap_or(place);
    let field = field::find(key);
    let passage = Passage {
        key: field.map_or("lessons.nuggets", |field| field.key),
        kind: field.map(|field| field.label.into()).unwrap_or_default(),
        who: lesson.by.clone(),
        text: action,
        action: None,
        found: 0,
        score: 0,
    };
    Attributed::of(passage, sheet, lang)
}

//! `sheet checklist`: what to do with a tool, gathered from lessons.

use anyhow::Result;

use crate::cli::ChecklistArgs;
use crate::lang::phrase;
use crate::report::checklist::{self, Advice};
use crate::session::selection;
use crate::session::sheets;
use crate::session::{Context, Exit, Failure};
use crate::sheet::Sheet;
use crate::text::fold::{contains_words, search_key};

/// Gathers what to do with a tool.
pub(super) fn run(context: &Context, args: &ChecklistArgs) -> Result<Exit> {
    let selection = selection::selection(context, &[args.query.join(" ")])?;
    let wanted = search_key(&args.tool);
    let selected =
        sheets::map_selected(context, &selection, |entry| advice_of(&entry.sheet, &wanted))?;
    let advice: Vec<Advice> = selected.answers.into_iter().flatten().collect();
    context.answer(&checklist::report(&advice, context.lang()))?;
    if advice.is_empty() {
        return Err(Failure::no(phrase!(
            "no lesson says what to do with this tool; list the tools: sheet facets --key tool",
            "aucune leçon ne dit quoi faire avec cet outil ; la liste des outils : sheet facets \
             --key tool",
        ))
        .into());
    }
    Ok(Exit::Success)
}

/// What the lessons of a sheet tell to do with a tool. A lesson that names tools is about those
/// alone.
fn advice_of(sheet: &Sheet, wanted: &str) -> Vec<Advice> {
    let uses =
        |tools: &[String]| tools.iter().any(|tool| contains_words(&search_key(tool), wanted));
    let sheet_uses = uses(&sheet.tools);
    let advice = sheet.lessons.all().filter_map(|(_, lesson)| {
        let about = if lesson.tools.is_empty() { sheet_uses } else { uses(&lesson.tools) };
        Some(Advice {
            action: lesson.action.clone().filter(|_| about)?,
            lesson: lesson.text.clone(),
            id: sheet.id.clone(),
            confirmed: !lesson.confirmed_in.is_empty(),
            named: !lesson.tools.is_empty(),
        })
    });
    advice.collect()
}

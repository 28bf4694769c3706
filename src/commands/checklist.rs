//! `sheet checklist`: what to do with a tool, gathered from lessons.

use anyhow::Result;

use crate::cli::{ChecklistArgs, FilterFlags, WhereQuery};
use crate::lang::phrase;
use crate::report::checklist::{self, Advice};
use crate::session::selection;
use crate::session::sheets;
use crate::session::targets::is_term;
use crate::session::{Context, Exit};
use crate::sheet::Sheet;
use crate::sheet::evidence::Evidence;
use crate::sheet::lesson_address::{self, LessonNumber};
use crate::text::fold::{contains_words, search_key};

/// Gathers what to do with a tool.
pub(super) fn run(context: &Context, args: &ChecklistArgs) -> Result<Exit> {
    let (terms, words): (Vec<String>, Vec<String>) =
        args.words.iter().cloned().partition(|word| is_term(word));
    let WhereQuery { query, flags } = &args.selection;
    // Where nothing else says it, the flag names the tool.
    let (tool, flags) = match &flags.tool {
        Some(tool) if words.is_empty() => {
            (tool.clone(), FilterFlags { tool: None, ..flags.clone() })
        }
        _ => (words.join(" "), flags.clone()),
    };
    let texts = [terms, query.clone(), flags.terms()].concat();
    let selection = selection::selection(context, &texts)?;
    let wanted = search_key(&tool);
    let selected =
        sheets::map_selected(context, &selection, |entry| advice_of(&entry.sheet, &wanted))?;
    let used = selected.answers.iter().any(|(uses, _)| *uses);
    let advice: Vec<Advice> = selected.answers.into_iter().flat_map(|(_, advice)| advice).collect();
    let (report, first) = checklist::report(&advice, context.lang());
    context.answer(&report)?;
    if advice.is_empty() {
        context.note(&phrase!(
            "no lesson says what to do with this tool; list the tools: sheet facets --key tool",
            "aucune leçon ne dit quoi faire avec cet outil ; la liste des outils : sheet facets \
             --key tool",
        ));
    }
    if let Some(first) = first {
        context.note(&phrase!(
            "to note a lesson that a project applies:\n  sheet add applied ID {first}",
            "pour noter une leçon qu'un projet applique :\n  sheet add appliquée FICHE {first}",
            first,
        ));
    }
    // A tool that nobody has used is named and not there.
    Ok(if advice.is_empty() && !used { Exit::Failure } else { Exit::Success })
}

/// Whether a sheet uses a tool, and what its lessons tell to do with it.
fn advice_of(sheet: &Sheet, wanted: &str) -> (bool, Vec<Advice>) {
    let uses =
        |tools: &[String]| tools.iter().any(|tool| contains_words(&search_key(tool), wanted));
    let advice = sheet.lessons.each().filter_map(|(key, index, lesson)| {
        let number = LessonNumber::of(key, index)?;
        Some(Advice {
            action: lesson.action.clone().filter(|_| uses(sheet.tools_of(lesson)))?,
            lesson: lesson.text.clone(),
            address: lesson_address::address(&sheet.id, number),
            evidence: Evidence::of(&sheet.id, lesson),
            named: !lesson.tools.is_empty(),
        })
    });
    (uses(&sheet.tools), advice.collect())
}

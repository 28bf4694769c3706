//! `sheet checklist`: what to do with a tool, gathered from lessons.

use anyhow::Result;

use crate::cli::{ChecklistArgs, FilterFlags, WhereQuery};
use crate::lang::{Lang, phrase};
use crate::report::checklist::{self, Advice};
use crate::report::lessons::sides::ToolLesson;
use crate::report::passages::Attributed;
use crate::search::Passage;
use crate::session::lesson_address;
use crate::session::selection;
use crate::session::sheets;
use crate::session::targets::is_term;
use crate::session::{Context, Exit};
use crate::sheet::Sheet;
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
    let lang = context.lang();
    let selected =
        sheets::map_selected(context, &selection, |entry| told(&entry.sheet, &wanted, lang))?;
    let used = selected.answers.iter().any(|told| told.used);
    let (advice, lessons): (Vec<_>, Vec<_>) =
        selected.answers.into_iter().map(|told| (told.advice, told.lessons)).unzip();
    let advice = advice.concat();
    let lessons = lessons.concat().into_iter();
    let lessons = lessons.map(|lesson| ToolLesson { tool: tool.clone(), lesson }).collect();
    let (report, first) = checklist::report(&advice, lessons, lang);
    context.answer(&report)?;
    if advice.is_empty() {
        context.note(&phrase!(
            "no lesson says what to do with this tool; list the tools: sheet facets --key tool \
             --limit 1000",
            "aucune leçon ne dit quoi faire avec cet outil ; la liste des outils : sheet facets \
             --key tool --limit 1000",
        ));
    }
    if let Some(first) = first {
        lesson_address::note_applied(context, None, &first);
    }
    // A tool that nobody has used is named and not there.
    Ok(if advice.is_empty() && !used { Exit::Failure } else { Exit::Success })
}

/// What a sheet tells of a tool.
struct Told {
    /// Whether the project used it.
    used: bool,
    advice: Vec<Advice>,
    lessons: Vec<Attributed>,
}

fn told(sheet: &Sheet, wanted: &str, lang: Lang) -> Told {
    let uses =
        |tools: &[String]| tools.iter().any(|tool| contains_words(&search_key(tool), wanted));
    let (mut advice, mut lessons) = (Vec::new(), Vec::new());
    for (key, index, lesson) in sheet.lessons.each() {
        if !uses(sheet.tools_of(lesson)) {
            continue;
        }
        let told = Attributed::of(Passage::of(key, index, lesson), sheet, lang);
        advice.extend(Advice::of(&told, !lesson.tools.is_empty()));
        lessons.push(told);
    }
    Told { used: uses(&sheet.tools), advice, lessons }
}

//! `sheet timeline`: projects over time.

use anyhow::Result;

use crate::cli::TimelineArgs;
use crate::lang::{phrase, plural};
use crate::report::timeline::{self, ProjectSpan};
use crate::session::selection;
use crate::session::sheets;
use crate::session::{Context, Exit};

/// Shows projects over time.
pub(super) fn run(context: &Context, args: &TimelineArgs) -> Result<Exit> {
    let selection = selection::selection(context, &args.selection.texts())?;
    let selected =
        sheets::map_selected(context, &selection, |entry| ProjectSpan::of(&entry.sheet))?;
    let all = selected.answers.len();
    let mut spans: Vec<ProjectSpan> = selected.answers.into_iter().flatten().collect();
    spans.sort_by_key(|span| (span.first, span.last));
    context.answer(&timeline::report(&spans, context.lang()))?;
    context.note(&plural::SHEET.phrase(spans.len()));
    let undated = all - spans.len();
    if undated > 0 {
        let sheets = plural::SHEET.phrase(undated);
        context.note(&phrase!(
            "{sheets} without a date; list them: sheet list -- -year:",
            "{sheets} sans date ; la liste : sheet list -- -year:",
            sheets,
        ));
    }
    Ok(Exit::Success)
}

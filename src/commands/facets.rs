//! `sheet facets`: the values of each key, and how many sheets stand under them.

use anyhow::Result;

use crate::cli::FacetsArgs;
use crate::lang::plural;
use crate::report::groups;
use crate::session::query_args;
use crate::session::selection;
use crate::session::sheets;
use crate::session::{Context, Exit};
use crate::stats::allocation::AskedYears;
use crate::stats::groups::GroupedSheet;

/// The keys whose values are counted where none are asked for.
const FACETS: [&str; 10] = [
    "status",
    "year",
    "kind",
    "territory",
    "commissioner",
    "cost",
    "population",
    "team",
    "tool",
    "outcome",
];

/// Counts the values of each key.
pub(super) fn run(context: &Context, args: &FacetsArgs) -> Result<Exit> {
    let selection = selection::selection(context, &args.selection.texts())?;
    let names =
        if args.keys.is_empty() { FACETS.map(str::to_owned).to_vec() } else { args.keys.clone() };
    let keys = query_args::groupings(context, names.iter())?;
    let selected = sheets::map_selected(context, &selection, |entry| {
        GroupedSheet::of(&entry.sheet, &keys, &AskedYears::ALL)
    })?;
    let most = args.limit.unwrap_or(10);
    context.answer(&groups::facets(&selected.answers, &keys, most, context.lang()))?;
    context.note(&plural::SHEET.phrase(selected.answers.len()));
    Ok(Exit::Success)
}

//! `sheet summarize`: how many, how much, with whom, when.

use anyhow::Result;

use crate::cli::SummarizeArgs;
use crate::lang::{Text, phrase, plural, text};
use crate::portfolio::Portfolio;
use crate::render::Reader;
use crate::report::groups;
use crate::report::lessons::counts;
use crate::report::summary::{self, Totals};
use crate::session::query_args;
use crate::session::selection::{self, Selection};
use crate::session::sheets;
use crate::session::{Context, Exit, Failure};
use crate::stats;
use crate::stats::allocation::AskedYears;
use crate::stats::grouping::Grouping;
use crate::stats::groups::GroupedSheet;
use crate::stats::lessons::SheetLessons;

/// Adds up the sheets that are selected.
pub(super) fn run(context: &Context, args: &SummarizeArgs) -> Result<Exit> {
    let selection = selection::selection(context, &args.selection.texts())?;
    if args.lessons {
        return lessons(context, &selection);
    }
    let filter = selection.query.years();
    let accepts = |year| filter.as_ref().is_none_or(|filter| filter.accepts(year));
    let asked = AskedYears { accepts: filter.as_ref().map(|_| &accepts as _), spread: args.spread };
    if !args.by.is_empty() {
        return by(context, args, &selection, &asked);
    }
    if args.spread && filter.is_none() {
        return Err(Failure::usage(SPREAD_WHAT).into());
    }
    let team = Grouping::of(query_args::key("team")?, &context.loaded.config);
    let selected = sheets::map_selected(context, &selection, |entry| {
        summary::facts(&entry.sheet, &team, &asked)
    })?;
    let mut sums = Totals::default();
    for facts in &selected.answers {
        sums.add(facts);
    }
    context.answer(&summary::report(&sums, &team, &asked, context.lang()))?;
    Ok(Exit::Success)
}

/// Counts what became of the lessons of the sheets that are selected, wherever they were applied.
fn lessons(context: &Context, selection: &Selection) -> Result<Exit> {
    let query = &selection.query;
    let asked = sheets::map_all(context, |entry| {
        let sheet = &entry.sheet;
        let lessons = query.matches(sheet).then(|| SheetLessons::of(sheet));
        (sheet.applied.clone(), lessons)
    })?;
    let Portfolio { answers, unreadable, with_errors } = asked;
    let (applied, lessons): (Vec<Vec<String>>, Vec<_>) = answers.into_iter().unzip();
    let asked = Portfolio { answers: lessons, unreadable, with_errors };
    let selected = sheets::selected(context, selection, asked)?;
    let by_year = stats::lessons::counts(&selected.answers, &applied.concat());
    context.answer(&counts::report(&by_year, context.lang()))?;
    context.note(&plural::SHEET.phrase(selected.answers.len()));
    Ok(Exit::Success)
}

/// Groups the sheets by one key, or by two.
fn by(
    context: &Context,
    args: &SummarizeArgs,
    selection: &Selection,
    asked: &AskedYears,
) -> Result<Exit> {
    let names = args.by.iter().chain(&args.with);
    let keys = query_args::groupings(context, names)?;
    let by_year = matches!(keys.as_slice(), [key] if key.is_by_year());
    if args.spread && !by_year && asked.accepts.is_none() {
        return Err(Failure::usage(SPREAD_WHAT).into());
    }
    // By year, each row has its share of the whole.
    let whole = AskedYears { spread: args.spread && !by_year, ..*asked };
    let selected = sheets::map_selected(context, selection, |entry| {
        GroupedSheet::of(&entry.sheet, &keys, &whole)
    })?;
    let (members, lang) = (&selected.answers, context.lang());
    let report = match keys.as_slice() {
        [key] => groups::by(members, key, asked, lang),
        [one, other] => {
            let speaks = matches!(context.format.reader, Reader::Terminal | Reader::Document);
            let (report, left_out) = groups::across(members, [one, other], speaks, lang);
            if let Some(left_out) = left_out.filter(|_| !speaks) {
                context.note(&left_out);
            }
            report
        }
        _ => {
            return Err(Failure::usage(phrase!(
                "--by takes one or two keys, e.g. --by tool,outcome",
                "--by prend une ou deux clés, par exemple --by tool,outcome",
            ))
            .into());
        }
    };
    context.answer(&report)?;
    context.note(&plural::SHEET.phrase(members.len()));
    Ok(Exit::Success)
}

const SPREAD_WHAT: Text = text!(
    "--spread needs years to split costs over: --by year, or --year 2023",
    "--spread demande des années entre lesquelles répartir : --by year, ou --year 2023",
);

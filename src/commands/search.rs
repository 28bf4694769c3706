//! `sheet search TEXT`: what was learnt and said about something, wherever it is written.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use anyhow::Result;
use chrono::NaiveDate;

use crate::cli::SearchArgs;
use crate::lang::{Lang, phrase, plural};
use crate::report::passages::{self, Attributed};
use crate::search::{Match, ONLY_STOP_WORDS, SearchTerms};
use crate::session::selection;
use crate::session::sheets;
use crate::session::{Context, Exit, Failure};
use crate::store::SheetPath;

/// Searches the sheets that are selected.
pub(super) fn run(context: &Context, args: &SearchArgs) -> Result<Exit> {
    let selection = selection::selection(context, &args.selection.texts())?;
    let text = args.text.join(" ");
    let Some(terms) = SearchTerms::read(&text) else {
        return Err(Failure::usage(ONLY_STOP_WORDS).into());
    };
    let lang = context.lang();
    let selected = sheets::map_selected(context, &selection, |entry| {
        let sheet = &entry.sheet;
        let found = terms.found(sheet);
        (!found.is_empty()).then(|| (entry.source.path.clone(), sheet.period().last(), found))
    })?;
    let sheets: Vec<_> = selected.answers.into_iter().flatten().collect();
    let all = sheets
        .iter()
        .flat_map(|(path, last, found)| found.iter().map(move |one| (path, last, one)));
    let mut found: Vec<(&String, &Option<NaiveDate>, &Match)> = all.collect();
    // Where all the words stand together somewhere, passages with some of them are noise.
    let best = found.iter().map(|(_, _, one)| one.words).max().unwrap_or(0);
    let least = if best == terms.count() { best } else { 1 };
    found.retain(|(_, _, one)| one.words >= least);
    found.sort_by_key(|(_, last, one)| Reverse((one.score, **last)));
    let count = found.len();
    found.truncate(args.limit.unwrap_or(20));
    let shown = passages(context, &terms, &found, lang)?;
    context.answer(&passages::report(&shown, count, args.by_kind, lang))?;
    let passages = plural::PASSAGE.phrase(count);
    context.note(&if count <= shown.len() {
        passages
    } else {
        phrase!(
            "{part} of {passages}, best first; all: --limit {count}",
            "{part} sur {passages}, les meilleurs d'abord ; tous : --limit {count}",
            part = shown.len(),
            passages,
            count,
        )
    });
    Ok(if count == 0 { Exit::Failure } else { Exit::Success })
}

/// The passages of what was found, in its order. Their sheets are read once more: of all that was
/// found, most is never shown.
fn passages(
    context: &Context,
    terms: &SearchTerms,
    found: &[(&String, &Option<NaiveDate>, &Match)],
    lang: Lang,
) -> Result<Vec<Attributed>> {
    let mut wanted: HashMap<&str, HashSet<usize>> = HashMap::new();
    for (path, _, one) in found {
        wanted.entry(path).or_default().insert(one.segment);
    }
    let mut paths: Vec<SheetPath> = context.collection()?.paths();
    paths.retain(|path| wanted.contains_key(path.shown.as_str()));
    let read = sheets::map_files(context, &paths, |entry| {
        let passages = wanted.get(entry.source.path.as_str());
        let passages = passages.map(|numbers| terms.passages(&entry.sheet, numbers));
        let passages = passages.unwrap_or_default().into_iter();
        let passages: HashMap<usize, Attributed> = passages
            .map(|(number, passage)| (number, Attributed::of(passage, &entry.sheet, lang)))
            .collect();
        (entry.source.path.clone(), passages)
    });
    let mut sheets: HashMap<String, HashMap<usize, Attributed>> =
        read.answers.into_iter().collect();
    let shown =
        found.iter().filter_map(|(path, _, one)| sheets.get_mut(*path)?.remove(&one.segment));
    Ok(shown.collect())
}

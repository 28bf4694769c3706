//! `sheet search TEXT`: what was learnt and said about something, wherever it is written.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use anyhow::Result;
use chrono::NaiveDate;

use crate::cli::SearchArgs;
use crate::lang::{Lang, Phrase, Text, phrase, plural, text};
use crate::report::passages::{self, Attributed};
use crate::search::{Match, ONLY_STOP_WORDS, Passage, SearchTerms, keep_shared};
use crate::session::selection::{self, Selection};
use crate::session::sheets;
use crate::session::{Context, Exit, Failure};
use crate::text::shell::shell_quote;
use crate::tree::once;

/// Searches the sheets that are selected; without a word to look for, lists their lessons.
pub(super) fn run(context: &Context, args: &SearchArgs) -> Result<Exit> {
    let texts = args.selection.texts();
    let text = args.text.join(" ");
    if text.trim().is_empty() && !texts.is_empty() {
        return lessons(context, args, &selection::selection(context, &texts)?);
    }
    let selection = selection::selection(context, &texts)?;
    let Some(terms) = SearchTerms::read(&text) else {
        return Err(Failure::usage(ONLY_STOP_WORDS).into());
    };
    let lang = context.lang();
    let selected = sheets::map_selected(context, &selection, |entry| {
        let sheet = &entry.sheet;
        let found = terms.found(sheet);
        let last = sheet.period().last();
        (!found.is_empty()).then(|| Found::all(&entry.source.path, last, found))
    })?;
    let mut found: Vec<Found> = selected.answers.into_iter().flatten().flatten().collect();
    // Where all the words stand together somewhere, passages with some of them are noise.
    let best = found.iter().map(|one| one.hit.words).max().unwrap_or(0);
    let least = if best == terms.count() { best } else { 1 };
    found.retain(|one| one.hit.words >= least);
    // The latest of those that say the same is shown.
    found.sort_by_cached_key(|one| Reverse((one.hit.score, one.last)));
    let mut found = each_once(found);
    found.sort_by_cached_key(|one| {
        (Reverse(one.hit.score), one.hit.evidence.rank(), Reverse(one.last))
    });
    let count = found.len();
    found.truncate(args.limit.unwrap_or(20));
    let shown = passages(context, &terms, &found, lang)?;
    context.answer(&passages::report(&shown, count, args.by_kind, lang))?;
    context.note(&how_many(shown.len(), count, BEST_FIRST));
    if count == 0 {
        note_sheets(context, texts, &text)?;
    }
    if let Some(tool) = shown.iter().find(|one| one.passage.key == "tools") {
        context.note(&phrase!(
            "what to do with this tool: sheet checklist {tool}",
            "que faire avec cet outil : sheet checklist {tool}",
            tool = shell_quote(&tool.passage.text),
        ));
    }
    Ok(Exit::Success)
}

/// Says how to list the sheets that have these words elsewhere than in what was said: a name.
fn note_sheets(context: &Context, mut query: Vec<String>, text: &str) -> Result<()> {
    query.push(text.trim().to_owned());
    query.retain(|term| !term.is_empty());
    let Ok(selection) = selection::selection(context, &query) else {
        return Ok(());
    };
    let found = sheets::map_all(context, |entry| selection.query.matches(&entry.sheet))?;
    let count = found.answers.iter().filter(|found| **found).count();
    if count > 0 {
        context.note(&phrase!(
            "these words are elsewhere, in {sheets}: sheet list {words}",
            "ces mots figurent ailleurs, dans {sheets} : sheet list {words}",
            sheets = plural::SHEET.phrase(count),
            words = query.iter().map(|word| shell_quote(word)).collect::<Vec<_>>().join(" "),
        ));
    }
    Ok(())
}

/// A passage that was found, and where.
struct Found {
    path: Arc<str>,
    last: Option<NaiveDate>,
    hit: Match,
}

impl Found {
    fn all(path: &str, last: Option<NaiveDate>, hits: Vec<Match>) -> Vec<Found> {
        let path: Arc<str> = path.into();
        let found = |hit| Found { path: Arc::clone(&path), last, hit };
        hits.into_iter().map(found).collect()
    }
}

/// What several sheets say is found once, with all of them.
fn each_once(found: Vec<Found>) -> Vec<Found> {
    once(
        found,
        |one| Arc::clone(&one.hit.said),
        |one| one,
        |known, one| {
            known.hit.evidence.join(&one.hit.evidence);
            keep_shared(&mut known.hit.who, one.hit.who.as_deref());
        },
    )
}

/// Lists the lessons of the sheets that are selected, each once in their order, of equals the latest
/// first.
fn lessons(context: &Context, args: &SearchArgs, selection: &Selection) -> Result<Exit> {
    let lang = context.lang();
    let selected = sheets::map_selected(context, selection, |entry| {
        let sheet = &entry.sheet;
        let lessons = sheet.lessons.each().map(|(key, index, lesson)| {
            (sheet.period().last(), Attributed::of(Passage::of(key, index, lesson), sheet, lang))
        });
        lessons.collect::<Vec<_>>()
    })?;
    let mut all: Vec<(Option<NaiveDate>, Attributed)> =
        selected.answers.into_iter().flatten().collect();
    all.sort_by_key(|(last, _)| Reverse(*last));
    let mut once = passages::once(all.into_iter().map(|(_, one)| one));
    once.sort_by_cached_key(|one| one.evidence.rank());
    let count = once.len();
    once.truncate(args.limit.unwrap_or(usize::MAX));
    context.answer(&passages::report(&once, count, args.by_kind, lang))?;
    context.note(&how_many(once.len(), count, CONFIRMED_FIRST));
    Ok(Exit::Success)
}

fn how_many(shown: usize, count: usize, order: Text) -> Phrase {
    let passages = plural::PASSAGE.phrase(count);
    if count <= shown {
        return passages;
    }
    phrase!(
        "{shown} of {passages}, {order}; all: --limit {count}",
        "{shown} sur {passages}, {order} ; tous : --limit {count}",
        shown,
        passages,
        order,
        count,
    )
}

const BEST_FIRST: Text = text!("best first", "les meilleurs d'abord");
const CONFIRMED_FIRST: Text = text!("confirmed lessons first", "les leçons confirmées d'abord");

/// The passages of what was found, in its order. Their sheets are read once more: of all that was
/// found, most is never shown.
fn passages(
    context: &Context,
    terms: &SearchTerms,
    found: &[Found],
    lang: Lang,
) -> Result<Vec<Attributed>> {
    let mut wanted: HashMap<&str, HashSet<usize>> = HashMap::new();
    for one in found {
        wanted.entry(&one.path).or_default().insert(one.hit.segment);
    }
    let shown = wanted.keys().map(|path| (*path).to_owned()).collect();
    let paths = sheets::shown_as(&context.collection()?, &shown);
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
    let shown = found.iter().filter_map(|one| {
        let mut found = sheets.get_mut(&*one.path)?.remove(&one.hit.segment)?;
        found.passage.who.clone_from(&one.hit.who);
        Some(Attributed { evidence: one.hit.evidence.clone(), ..found })
    });
    Ok(shown.collect())
}

//! The sheets that a command reads: all, some files, or those that a query selects.

use std::collections::HashSet;

use anyhow::Result;

use crate::finding::Diagnostic;
use crate::lang::{Phrase, phrase, plural};
use crate::portfolio::{self, Entry, Portfolio};
use crate::session::Context;
use crate::session::selection::Selection;
use crate::store::{self, Collection, SheetPath};
use crate::terminal::progress::Progress;

/// Asks every sheet of the collection a question.
pub(crate) fn map_all<T: Send>(
    context: &Context,
    question: impl Fn(Entry) -> T + Sync,
) -> Result<Portfolio<T>> {
    Ok(map_files(context, &context.collection()?.paths(), question))
}

/// Asks the sheets at these paths a question; what cannot be read is reported at once, and makes
/// the verdict a no.
pub(crate) fn map_files<T: Send>(
    context: &Context,
    paths: &[SheetPath],
    question: impl Fn(Entry) -> T + Sync,
) -> Portfolio<T> {
    let portfolio = load(context, paths, question);
    report_unreadable(context, &portfolio.unreadable);
    portfolio
}

/// The same for a command that tells by itself what cannot be read.
pub(crate) fn load<T: Send>(
    context: &Context,
    paths: &[SheetPath],
    question: impl Fn(Entry) -> T + Sync,
) -> Portfolio<T> {
    let (today, known) = (context.today, context.known());
    let progress = Progress::of(context.terminal, paths.len());
    let answers = store::load(paths, context.threads, |source| {
        let answer = portfolio::ask(source, today, known, &question);
        progress.step();
        answer
    });
    Portfolio::of(answers)
}

/// Tells what cannot be read, once.
pub(crate) fn report_unreadable(context: &Context, diagnostics: &[Diagnostic]) {
    for diagnostic in diagnostics {
        if context.skipped.record(&diagnostic.path, Some(diagnostic)) {
            context.show_diagnostics(std::slice::from_ref(diagnostic));
        }
    }
}

/// The files of a collection that are shown as these.
pub(crate) fn shown_as(collection: &Collection, shown: &HashSet<String>) -> Vec<SheetPath> {
    collection.paths().into_iter().filter(|path| shown.contains(&path.shown)).collect()
}

/// Asks those sheets that a query selects; says how many there are, and where sheets with
/// unreadable values may lack among them.
pub(crate) fn map_selected<T: Send>(
    context: &Context,
    selection: &Selection,
    question: impl Fn(&Entry) -> T + Sync,
) -> Result<Portfolio<T>> {
    let query = &selection.query;
    let asked = map_all(context, |entry| query.matches(&entry.sheet).then(|| question(&entry)))?;
    selected(context, selection, asked)
}

/// What the sheets that a query selects answer, where all were asked; says as much.
pub(crate) fn selected<T>(
    context: &Context,
    selection: &Selection,
    portfolio: Portfolio<Option<T>>,
) -> Result<Portfolio<T>> {
    if !portfolio.answers.is_empty() && portfolio.answers.iter().all(Option::is_none) {
        context.note(&why_none(context, selection)?);
    }
    if portfolio.with_errors > 0 {
        let sheets = plural::SHEET.phrase(portfolio.with_errors);
        context.note(&phrase!(
            "{sheets} with errors; details: sheet validate",
            "{sheets} avec des erreurs ; détails : sheet validate",
            sheets,
        ));
    }
    Ok(Portfolio {
        answers: portfolio.answers.into_iter().flatten().collect(),
        unreadable: portfolio.unreadable,
        with_errors: portfolio.with_errors,
    })
}

/// Says why a query selects no sheet: which term none answers, or without which some would be left.
fn why_none(context: &Context, selection: &Selection) -> Result<Phrase> {
    let terms = selection.terms(context);
    let holding = map_all(context, |entry| {
        terms.iter().map(|(_, term)| term.matches(&entry.sheet)).collect::<Vec<bool>>()
    })?;
    let unanswered = |index: &usize| !holding.answers.iter().any(|holds| holds[*index]);
    if let Some(index) = (0..terms.len()).find(unanswered) {
        let term = terms[index].0;
        return Ok(phrase!("no sheet matches {term}", "aucune fiche ne répond à {term}", term));
    }
    let but_for = |index: usize| {
        let others = |holds: &&Vec<bool>| {
            holds.iter().enumerate().all(|(other, holds)| *holds || other == index)
        };
        holding.answers.iter().filter(others).count()
    };
    let most = (0..terms.len()).max_by_key(|index| (but_for(*index), usize::MAX - index));
    Ok(match most.map(|index| (terms[index].0, but_for(index))) {
        Some((term, count)) if count > 0 => phrase!(
            "no sheet matches all of this; without {term}: {sheets}",
            "aucune fiche ne répond à tous ces critères ; sans {term} : {sheets}",
            term,
            sheets = plural::SHEET.phrase(count),
        ),
        _ => phrase!("no sheet matches all of this", "aucune fiche ne répond à tous ces critères"),
    })
}

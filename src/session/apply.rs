//! How a command changes sheets: every new text is made and checked, shown, and only then saved.

use anyhow::Result;

use crate::cli::{BulkArgs, WriteArgs};
use crate::finding::{Diagnostic, Finding};
use crate::lang::{Phrase, phrase, plural};
use crate::session::Failure;
use crate::session::assignment::Assignment;
use crate::session::changes::labelled;
use crate::session::revision::{self, EditError, NO_CHANGE, Revision, Stage, meanwhile};
use crate::session::{Context, Exit, find_sheet, selection, sheets};
use crate::sheet::Sheet;
use crate::store::{self, Collection, Lock, SheetPath};
use crate::text::Source;

/// The right to write in a collection; what there is to say of that is said.
pub(crate) fn lock<'c>(context: &'c Context, collection: &Collection) -> Result<Lock<'c>> {
    Lock::of(collection, |words| context.note(words))
}

/// Changes values of one sheet, or of all that a query selects, and says what they were and
/// are. Nothing is saved where one of the changes cannot be made.
pub(crate) fn to_sheets(
    context: &Context,
    name: &'static str,
    id: Option<&str>,
    assignments: &[Assignment],
    writing: &WriteArgs,
    every: &BulkArgs,
) -> Result<Exit> {
    let collection = context.collection()?;
    match (id, &every.query) {
        (_, Some(query)) => {
            apply_to_selected(context, name, &collection, query, assignments, writing, every)
        }
        (Some(id), None) => {
            let (exit, _) = to_one(context, name, id, assignments, !writing.dry_run)?;
            Ok(exit)
        }
        (None, None) => Ok(Exit::Usage),
    }
}

/// Shows or saves what becomes of one sheet; whether that is anything new.
pub(crate) fn to_one(
    context: &Context,
    name: &'static str,
    id: &str,
    assignments: &[Assignment],
    is_saved: bool,
) -> Result<(Exit, bool)> {
    let collection = context.collection()?;
    let path = find_sheet::find_sheet(context, &collection, id)?;
    let lock = if is_saved { Some(lock(context, &collection)?) } else { None };
    match revise(context, &path, assignments) {
        Ok(revision) => {
            let differs = !revision.is_unchanged();
            let exit = revision::write(context, name, &collection, &[revision], lock.as_ref())?;
            Ok((exit, differs))
        }
        Err(refusal) => Ok((revision::refuse(context, &[refusal]), false)),
    }
}

/// Shows what becomes of every sheet that a query selects, asks once, and saves them all.
fn apply_to_selected(
    context: &Context,
    name: &'static str,
    collection: &Collection,
    query: &str,
    assignments: &[Assignment],
    writing: &WriteArgs,
    every: &BulkArgs,
) -> Result<Exit> {
    let selection = selection::selection(context, &[query.to_owned()])?;
    let selected = sheets::map_selected(context, &selection, |entry| entry.source.path.clone())?;
    let paths = sheets::shown_as(collection, &selected.answers.into_iter().collect());
    if paths.is_empty() {
        context.note(&phrase!(
            "no sheet matches this query",
            "aucune fiche ne répond à cette requête",
        ));
    }
    let revisions = match revise_all(context, &paths, assignments) {
        Ok(revisions) => revisions,
        Err(refusals) => return Ok(revision::refuse(context, &refusals)),
    };
    if writing.dry_run || revisions.iter().all(Revision::is_unchanged) {
        return revision::write(context, name, collection, &revisions, None);
    }
    if !every.yes {
        context.show(&revision::report(context, name, &revisions, Stage::Selected));
        let count = revisions.iter().filter(|revision| !revision.is_unchanged()).count();
        match context.confirm(&written(count), false)? {
            Some(true) => {}
            Some(false) => {
                return Err(Failure::no(NO_CHANGE).into());
            }
            None => {
                return Err(Failure::usage(phrase!(
                    "nothing was written: not run in a terminal, so cannot ask; to save \
                     without asking: --yes",
                    "rien n'a été enregistré : pas de terminal pour demander confirmation ; \
                     pour enregistrer sans confirmation : --yes",
                ))
                .into());
            }
        }
    }
    let lock = lock(context, collection)?;
    let again = match revise_all(context, &paths, assignments) {
        Ok(revisions) => revisions,
        Err(refusals) => return Ok(revision::refuse(context, &refusals)),
    };
    let changed = again.iter().zip(&revisions);
    let mut changed = changed.filter(|(now, then)| now.before.text() != then.before.text());
    if let Some((revision, _)) = changed.next() {
        return Err(Failure::no(meanwhile(&revision.path.shown)).into());
    }
    revision::write(context, name, collection, &again, Some(&lock))
}

fn revise_all(
    context: &Context,
    paths: &[SheetPath],
    assignments: &[Assignment],
) -> Result<Vec<Revision>, Vec<EditError>> {
    let (mut revisions, mut refusals) = (Vec::new(), Vec::new());
    for path in paths {
        match revise(context, path, assignments) {
            Ok(revision) => revisions.push(revision),
            Err(refusal) => refusals.push(refusal),
        }
    }
    if refusals.is_empty() { Ok(revisions) } else { Err(refusals) }
}

/// The text of a sheet, and what it says.
///
/// # Errors
/// Why it cannot be read.
pub(crate) fn read(context: &Context, path: &SheetPath) -> Result<(Source, Sheet), EditError> {
    let source = store::read(path).map_err(|found| refused(&found.source, found.finding))?;
    decoded(context, source)
}

/// A text of a sheet, and what it says.
///
/// # Errors
/// Why it cannot be read.
pub(crate) fn decoded(context: &Context, source: Source) -> Result<(Source, Sheet), EditError> {
    let decoded = context.decode(&source).map(|entry| entry.sheet);
    let sheet = decoded.map_err(|found| refused(&source, *found))?;
    Ok((source, sheet))
}

fn refused(source: &Source, finding: Finding) -> EditError {
    EditError::Findings(vec![Diagnostic::new(source, finding)])
}

/// Makes and checks the new text of a sheet.
///
/// # Errors
/// Why one of the changes cannot be made.
pub(crate) fn revise(
    context: &Context,
    path: &SheetPath,
    assignments: &[Assignment],
) -> Result<Revision, EditError> {
    let (before, _) = read(context, path)?;
    let mut unchanged = Vec::new();
    let mut after = before.with_text(before.text().to_owned());
    for assignment in assignments {
        let made = assignment.apply(&after, context.known()).map_err(EditError::Message)?;
        unchanged.extend(made.unchanged.map(|why| labelled(&assignment.path, why)));
        after = made.after;
    }
    Ok(Revision { path: path.clone(), after, before, unchanged })
}

fn written(count: usize) -> Phrase {
    let sheets = plural::SHEET.phrase(count);
    phrase!("Save {sheets}?", "Enregistrer {sheets} ?", sheets)
}

//! How a command changes sheets: every new text is made and checked, shown, and only then saved.

use std::collections::HashSet;

use anyhow::Result;
use chrono::NaiveDate;

use crate::cli::{Every, Writing};
use crate::finding::Diagnostic;
use crate::lang::{Phrase, Text, phrase, plural, text};
use crate::portfolio::Entry;
use crate::session::assignment::Request;
use crate::session::find_sheet;
use crate::session::query_args;
use crate::session::revision;
use crate::session::revision::{EditError, NOTHING, Revision, Shown, meanwhile};
use crate::session::sheets;
use crate::session::{Context, Exit};
use crate::sheet::canonical::{AsWritten, is_below};
use crate::sheet::field::REQUIRED;
use crate::sheet::key::Key;
use crate::sheet::{Sheet, edit};
use crate::store::{self, Collection, Lock, SheetPath};
use crate::terminal::prompt::{Answer, Prompt};
use crate::text::Source;
use crate::tree::{Change, Tree, same};
use crate::yaml::edit::Refused;

/// The right to write in a collection; what there is to say of that is said.
pub fn lock<'c>(context: &'c Context, collection: &Collection) -> Result<Lock<'c>> {
    Lock::of(collection, |words| context.say(words))
}

/// Changes values of one sheet, or of all that a query selects, and says what they were and
/// are. Nothing is saved where one of the changes cannot be made.
pub fn to_sheets(
    context: &Context,
    name: &'static str,
    id: Option<&str>,
    requests: &[Request],
    writing: &Writing,
    every: &Every,
) -> Result<Exit> {
    let collection = context.collection()?;
    match (id, &every.query) {
        (_, Some(query)) => {
            apply_to_selected(context, name, &collection, query, requests, writing, every)
        }
        (Some(id), None) => match find_sheet::find_sheet(context, &collection, id)? {
            Some(path) => apply_to_one(context, name, &collection, &path, requests, writing),
            None => Ok(Exit::No),
        },
        (None, None) => Ok(Exit::Wrong),
    }
}

fn apply_to_one(
    context: &Context,
    name: &'static str,
    collection: &Collection,
    path: &SheetPath,
    requests: &[Request],
    writing: &Writing,
) -> Result<Exit> {
    let lock = if writing.dry_run { None } else { Some(lock(context, collection)?) };
    match revise(context, path, requests) {
        Ok(revision) => revision::write(context, name, collection, &[revision], lock.as_ref()),
        Err(refusal) => Ok(revision::refuse(context, &[refusal])),
    }
}

/// Shows what becomes of every sheet that a query selects, asks once, and saves them all.
fn apply_to_selected(
    context: &Context,
    name: &'static str,
    collection: &Collection,
    query: &str,
    requests: &[Request],
    writing: &Writing,
    every: &Every,
) -> Result<Exit> {
    let Some(query) = query_args::query(context, &[query.to_owned()]) else {
        return Ok(Exit::Wrong);
    };
    let selected = sheets::map_selected(context, &query, |entry| entry.source.path.clone())?;
    let selected: HashSet<String> = selected.answers.into_iter().collect();
    let mut paths = collection.paths();
    paths.retain(|path| selected.contains(&path.shown));
    if paths.is_empty() {
        context
            .say(
                &phrase!("no sheet matches this query", "aucune fiche ne répond à cette requête",),
            );
    }
    let revisions = match revise_all(context, &paths, requests) {
        Ok(revisions) => revisions,
        Err(refusals) => return Ok(revision::refuse(context, &refusals)),
    };
    if writing.dry_run || revisions.iter().all(Revision::is_idle) {
        return revision::write(context, name, collection, &revisions, None);
    }
    if !every.yes {
        context.show(&revision::report(context, name, &revisions, Shown::Selected));
        let count = revisions.iter().filter(|revision| !revision.is_idle()).count();
        match ask(context, &written(count), false)? {
            Some(true) => {}
            Some(false) => {
                context.say(&NOTHING.into());
                return Ok(Exit::No);
            }
            None => {
                context.say(&phrase!(
                    "nothing was written: not run in a terminal, so cannot ask; to save \
                     without asking: --yes",
                    "rien n'a été enregistré : pas de terminal pour demander confirmation ; \
                     pour enregistrer sans confirmation : --yes",
                ));
                return Ok(Exit::Wrong);
            }
        }
    }
    let lock = lock(context, collection)?;
    let again = match revise_all(context, &paths, requests) {
        Ok(revisions) => revisions,
        Err(refusals) => return Ok(revision::refuse(context, &refusals)),
    };
    let changed = again.iter().zip(&revisions);
    let mut changed = changed.filter(|(now, then)| now.before.text() != then.before.text());
    if let Some((revision, _)) = changed.next() {
        context.say(&meanwhile(&revision.path.shown));
        return Ok(Exit::No);
    }
    revision::write(context, name, collection, &again, Some(&lock))
}

/// Asks yes or no on a terminal; nothing where nobody can be asked.
pub fn ask(context: &Context, question: &Phrase, usual: bool) -> Result<Option<bool>> {
    let Some(mut prompt) = Prompt::start(context.terminal)? else {
        return Ok(None);
    };
    Ok(Some(prompt.confirm(question.say(context.lang()), usual) == Answer::Given(true)))
}

fn revise_all(
    context: &Context,
    paths: &[SheetPath],
    requests: &[Request],
) -> Result<Vec<Revision>, Vec<EditError>> {
    let (mut revisions, mut refusals) = (Vec::new(), Vec::new());
    for path in paths {
        match revise(context, path, requests) {
            Ok(revision) => revisions.push(revision),
            Err(refusal) => refusals.push(refusal),
        }
    }
    if refusals.is_empty() { Ok(revisions) } else { Err(refusals) }
}

/// Makes and checks the new text of a sheet.
///
/// # Errors
/// Why one of the changes cannot be made.
pub fn revise(
    context: &Context,
    path: &SheetPath,
    requests: &[Request],
) -> Result<Revision, EditError> {
    let told =
        |source: &Source, finding| EditError::Findings(vec![Diagnostic::new(source, finding)]);
    let before = store::read(path).map_err(|found| told(&found.source, found.finding))?;
    if let Err(found) = Entry::decode(&before, context.today) {
        return Err(told(&before, *found));
    }
    let mut idle = Vec::new();
    let mut after = before.with_text(before.text().to_owned());
    for request in requests {
        let made = request.made(&after).map_err(EditError::Message)?;
        idle.extend(made.idle.map(|why| labelled(&request.path, why)));
        after = made.after;
    }
    Ok(Revision { path: path.clone(), after, before, idle })
}

/// A text after changes.
#[derive(Debug)]
pub struct Edited {
    pub after: Source,
    /// Why nothing changed, where nothing did.
    pub idle: Option<Text>,
}

/// A text after changes, all of them; what it says already stays in the form in which it says it.
///
/// # Errors
/// Which of them cannot be made, and why.
pub fn edited(source: &Source, changes: &[(String, Change)]) -> Result<Edited, Phrase> {
    let mut after = source.with_text(source.text().to_owned());
    let mut said = Vec::new();
    for (key, change) in changes {
        let sheet = Entry::decode(&after, NaiveDate::default()).map(|entry| entry.sheet);
        match sheet.ok().and_then(|sheet| says_already(&sheet, key, change)) {
            Some(why) => said.push(why),
            None => {
                let made = edit::change(&after, key, change);
                after = made.map_err(|why| refused(&source.path, key, &why))?;
            }
        }
    }
    let idle = if said.len() == changes.len() {
        said.first().copied()
    } else {
        (after.text() == source.text()).then_some(ALREADY)
    };
    Ok(Edited { after, idle })
}

/// Why a value of a sheet is not changed, with its place.
pub fn refused(path: &str, key: &str, why: &Refused) -> Phrase {
    let place = match why.line {
        Some(line) => format!("{path}:{line}"),
        None => path.to_owned(),
    };
    let reason = &why.reason;
    phrase!("{place}: {key}: {reason}", "{place} : {key} : {reason}", place, key, reason)
}

/// Why a change would change nothing, if it would not: in whatever form it is written, the sheet
/// says that already.
fn says_already(sheet: &Sheet, key: &str, change: &Change) -> Option<Text> {
    let doubted = sheet.doubts.iter().any(|doubt| is_below(key, doubt));
    let certain = !doubted && AsWritten::of(sheet).why(key).is_none();
    let sheet = sheet.as_written();
    let now = match Key::find(key)? {
        // What is implied is not written.
        Key::Member(field, path) => (field.get)(&sheet).at(&path).written(),
        found => found.value(&sheet).written(),
    };
    match (change, now) {
        (Change::Set(value), now) => (certain && same(&now, value)).then_some(ALREADY),
        (Change::Unset, now) => {
            (certain && now == Tree::Missing).then_some(text!("already empty", "déjà vide"))
        }
        (Change::Add(item), Tree::List(items)) => items
            .iter()
            .any(|one| same(one, item))
            .then_some(text!("already in the sheet", "déjà dans la fiche")),
        (Change::Add(_) | Change::Items(_), _) => None,
    }
}

const ALREADY: Text = text!("unchanged", "rien n'a changé");

/// What is said of a key, behind its label.
fn labelled(key: &str, words: Text) -> Phrase {
    let label = Key::find(key).map_or(Phrase::same(key), |key| key.label());
    phrase!("{label}: {words}", "{label} : {words}", label, words)
}

fn written(count: usize) -> Phrase {
    let sheets = plural::SHEET.phrase(count);
    phrase!("Save {sheets}?", "Enregistrer {sheets} ?", sheets)
}

/// Whether a key may not be taken away: a sheet is none without it.
pub fn is_required(key: &str) -> bool {
    REQUIRED.contains(&key)
}

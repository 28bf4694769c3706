//! A sheet's new text on its way to the disk: shown, saved, and checked again.

use std::collections::HashMap;

use anyhow::Result;

use crate::error::SystemError;
use crate::finding::{Diagnostic, Severity};
use crate::lang::{Phrase, Text, phrase, text};
use crate::portfolio::id_of;
use crate::report::change::{self, Revised};
use crate::report::{Block, Report};
use crate::rules::{self, SheetFacts};
use crate::session::findings;
use crate::session::{Context, Exit};
use crate::sheet::Sheet;
use crate::store::{Collection, Lock, Replaced, SheetPath};
use crate::text::{Source, Span};
use crate::yaml::comments::{Comment, comments, missing};
use crate::yaml::parse::parse;

/// A sheet's new text, made and checked, not saved yet.
#[derive(Debug)]
pub(crate) struct Revision {
    pub path: SheetPath,
    pub before: Source,
    pub after: Source,
    /// Which changes changed nothing, and why.
    pub unchanged: Vec<Phrase>,
}

/// When a change is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stage {
    /// Before it is made, of sheets that a query selected.
    Selected,
    /// Before it is made, of sheets that somebody named.
    Planned,
    /// Once it is on the disk.
    Written,
}

/// What becomes of the other sheets where one is left alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum OnConflict {
    /// They belong together.
    StopAll,
    /// Each is a change of its own.
    SaveOthers,
}

/// Why there is no new text.
#[derive(Debug)]
pub(crate) enum EditError {
    /// What is reported of the sheet as it is.
    Findings(Vec<Diagnostic>),
    Message(Phrase),
}

/// Saves new texts, one after the other, and says what they say now; without the right to write
/// it only shows them.
pub(crate) fn write(
    context: &Context,
    name: &'static str,
    collection: &Collection,
    revisions: &[Revision],
    lock: Option<&Lock>,
) -> Result<Exit> {
    let changed = || revisions.iter().filter(|revision| !revision.is_unchanged());
    for why in revisions.iter().flat_map(|revision| &revision.unchanged) {
        context.note(why);
    }
    match lock {
        Some(lock) => {
            if !save_all(context, lock, revisions, OnConflict::StopAll)?.is_empty() {
                return Ok(Exit::Failure);
            }
            context.answer(&report(context, name, revisions, Stage::Written))?;
        }
        None => {
            let mut report = report(context, name, revisions, Stage::Planned);
            report.blocks.extend(changed().map(Revision::diff));
            context.answer(&report)?;
        }
    }
    for revision in changed() {
        context.show_diagnostics(&new_findings(context, collection, revision)?);
    }
    if lock.is_none() || changed().next().is_none() {
        context.note(&NO_CHANGE.into());
    }
    Ok(Exit::Success)
}

/// Saves new texts, one after the other, and gives those that were left alone because they
/// changed meanwhile or may not be written, with the rest or without it. Where one cannot be saved,
/// says of each sheet whether it was written.
pub(crate) fn save_all<'r>(
    context: &Context,
    lock: &Lock,
    revisions: &'r [Revision],
    on_conflict: OnConflict,
) -> Result<Vec<&'r str>> {
    let changed: Vec<&Revision> = revisions.iter().filter(|one| !one.is_unchanged()).collect();
    let mut left = Vec::new();
    for revision in &changed {
        if let Err(why) = lock.may_replace(&revision.path.full) {
            if on_conflict == OnConflict::StopAll {
                note_stopped(context, &changed, |_, _| false);
                return Err(why);
            }
            context.note(&SystemError::message(&why));
            left.push(revision.path.shown.as_str());
        }
    }
    for (tried, revision) in changed.iter().enumerate() {
        if left.contains(&revision.path.shown.as_str()) {
            continue;
        }
        let saved = save(context, lock, revision);
        if matches!(saved, Ok(false)) {
            left.push(revision.path.shown.as_str());
        }
        if saved.is_err() || on_conflict == OnConflict::StopAll && !left.is_empty() {
            note_stopped(context, &changed, |index, path| index < tried && !left.contains(&path));
            return saved.map(|_| left);
        }
    }
    Ok(left)
}

/// Saves one new text; a sheet that is no longer what was read is left alone, which is said.
fn save(context: &Context, lock: &Lock, revision: &Revision) -> Result<bool> {
    let Revision { path, before, after, .. } = revision;
    let replaced = lock.replace(&path.full, &before.bytes(), &after.bytes())?;
    if replaced == Replaced::Changed {
        context.note(&meanwhile(&path.shown));
    }
    Ok(replaced != Replaced::Changed)
}

/// Says of each sheet whether it was written, when something hinders the rest.
fn note_stopped(context: &Context, revisions: &[&Revision], saved: impl Fn(usize, &str) -> bool) {
    let paths = revisions.iter().map(|revision| revision.path.shown.as_str()).enumerate();
    let files: Vec<(&str, bool)> = paths.map(|(index, path)| (path, saved(index, path))).collect();
    let any = files.iter().any(|(_, written)| *written);
    note_saved(context, files);
    context.note(&if any { REST } else { NO_CHANGE }.into());
}

/// Says of each file whether it was written; the failure itself is reported after that.
pub(crate) fn note_saved<'f>(context: &Context, files: impl IntoIterator<Item = (&'f str, bool)>) {
    for (path, written) in files {
        context.note(&if written {
            phrase!("{path}: saved", "{path} : enregistrée", path)
        } else {
            phrase!("{path}: not saved", "{path} : pas enregistrée", path)
        });
    }
}

/// Every value of these sheets before and after.
pub(crate) fn report(
    context: &Context,
    name: &'static str,
    revisions: &[Revision],
    how: Stage,
) -> Report {
    let revisions = revisions.iter().filter(|revision| !revision.is_unchanged());
    let sheets: Vec<(&Revision, Sheet, Sheet)> = revisions
        .map(|revision| {
            let sheet = |source: &Source| {
                let read = context.decode(source).map(|entry| entry.sheet);
                read.unwrap_or_default()
            };
            (revision, sheet(&revision.before), sheet(&revision.after))
        })
        .collect();
    let revised = sheets.iter().map(|(revision, before, after)| Revised {
        path: &revision.path.shown,
        before,
        after,
        gone: revision.gone(),
        written: how == Stage::Written,
    });
    let named = how != Stage::Selected;
    change::report(name, &revised.collect::<Vec<_>>(), named, context.lang())
}

/// What is to be reported of a new text that was not of the old one.
pub(crate) fn new_findings(
    context: &Context,
    collection: &Collection,
    revision: &Revision,
) -> Result<Vec<Diagnostic>> {
    let mut known: HashMap<(&str, Phrase, &str), usize> = HashMap::new();
    for Diagnostic { finding, .. } in findings::of_source(context, &revision.before) {
        let text = text_at(&revision.before, finding.span);
        *known.entry((finding.lint.code, finding.label, text)).or_default() += 1;
    }
    let mut after = findings::of_source(context, &revision.after);
    after.retain(|Diagnostic { finding, .. }| {
        let text = text_at(&revision.after, finding.span);
        match known.get_mut(&(finding.lint.code, finding.label.clone(), text)) {
            Some(count) if *count > 0 => {
                *count -= 1;
                false
            }
            _ => true,
        }
    });
    if let Ok(entry) = context.decode(&revision.after) {
        let facts = rules::facts(&entry);
        let before = context.decode(&revision.before).map(|entry| rules::facts(&entry));
        let named = |facts: &SheetFacts| -> Vec<String> {
            facts.references().map(|(id, _)| id.to_owned()).collect()
        };
        if named(&facts) != before.map(|before| named(&before)).unwrap_or_default() {
            let paths = collection.paths();
            let ids = paths.iter().map(|path| id_of(&path.shown));
            let unknown = rules::unknown_related(&facts, ids);
            after.extend(unknown.into_iter().map(|finding| entry.diagnostic(finding)));
        }
    }
    Ok(after)
}

/// The text at a place. What is found of another text than before is another finding: a doubt of the
/// value that was just typed, a lesson that was just added.
fn text_at(source: &Source, span: Span) -> &str {
    source.text().get(source.byte(span.start)..source.byte(span.end)).unwrap_or_default()
}

/// The errors in a text that is new, if any.
pub(crate) fn errors_of_new(
    context: &Context,
    collection: &Collection,
    path: &SheetPath,
    text: &str,
) -> Result<Vec<Diagnostic>> {
    let [before, after] = ["", text].map(|text| Source::of(path.shown.clone(), text.to_owned()));
    let revision = Revision { path: path.clone(), before, after, unchanged: Vec::new() };
    errors(context, collection, &revision)
}

/// The errors in a new text that were not in the old one.
pub(crate) fn errors(
    context: &Context,
    collection: &Collection,
    revision: &Revision,
) -> Result<Vec<Diagnostic>> {
    let mut found = new_findings(context, collection, revision)?;
    found.retain(|diagnostic| diagnostic.finding.severity == Severity::Error);
    Ok(found)
}

/// Says why nothing was written.
pub(crate) fn refuse(context: &Context, refusals: &[EditError]) -> Exit {
    for refusal in refusals {
        show(context, refusal);
    }
    context.note(&NO_CHANGE.into());
    Exit::Failure
}

/// Shows why there is no new text.
pub(crate) fn show(context: &Context, refusal: &EditError) {
    match refusal {
        EditError::Findings(diagnostics) => context.show_diagnostics(diagnostics),
        EditError::Message(words) => context.note(words),
    }
}

impl Revision {
    /// Whether the new text is the old one.
    pub(crate) fn is_unchanged(&self) -> bool {
        self.before.text() == self.after.text()
    }

    /// The lines that differ.
    pub(crate) fn diff(&self) -> Block {
        Block::Diff {
            key: "diffs",
            path: self.path.shown.clone(),
            before: self.before.text().to_owned(),
            after: self.after.text().to_owned(),
        }
    }

    /// The comments that are in the old text alone.
    pub(crate) fn gone(&self) -> Vec<Comment> {
        let all = |source: &Source| {
            let parsed = parse(source).map(|parsed| comments(source, &parsed.node));
            parsed.unwrap_or_default()
        };
        missing(all(&self.before), &all(&self.after))
    }
}

/// That a sheet changed between looking at it and saving it.
pub(crate) fn meanwhile(path: &str) -> Phrase {
    phrase!(
        "{path} was changed by someone else in the meantime and was not written; run the command \
         again",
        "quelqu'un d'autre a modifié {path} entre-temps, rien n'y a été enregistré ; relancez la \
         commande",
        path,
    )
}

pub(crate) const NO_CHANGE: Text = text!("nothing was written", "rien n'a été enregistré");

/// What to do where a preview is to be more than one.
pub(crate) const PREVIEW_ONLY: Text =
    text!("preview only; to save: --write", "aperçu seulement ; pour enregistrer : --write",);

const REST: Text = text!(
    "the other sheets were not written; run the same command again for them",
    "les autres fiches n'ont pas été enregistrées ; relancez la même commande pour elles",
);

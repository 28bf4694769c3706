//! Whether a lesson that a project applies held: which are still to be told of, and where that is
//! written: on the lesson, in its own sheet.

use std::slice;

use anyhow::Result;

use crate::session::changes::refused;
use crate::session::revision::{self, EditError, OnConflict, Revision};
use crate::session::{Context, apply, sheets};
use crate::sheet::lesson_address::{address, find, split};
use crate::sheet::{Sheet, edit};
use crate::store::{Collection, Lock, SheetPath};
use crate::value::lesson::Lesson;
use crate::value::status::Status;

/// A lesson of another sheet that a project applies.
#[derive(Clone, Debug)]
pub(crate) struct AppliedLesson {
    /// The file of the sheet that says it.
    path: SheetPath,
    /// As it is stored.
    stored: String,
    /// As it is shown.
    pub address: String,
    pub lesson: Lesson,
}

/// Whether a lesson held in the project that applied it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    Held,
    DidNotHold,
}

impl Verdict {
    /// The part of a lesson in which the sheets are named of which it is true.
    fn part(self) -> &'static str {
        match self {
            Verdict::Held => "confirmed-in",
            Verdict::DidNotHold => "contradicted-in",
        }
    }

    /// Whether it is noted on a lesson already, of the project of an id.
    pub(crate) fn is_noted(self, lesson: &Lesson, id: &str) -> bool {
        let ids = match self {
            Verdict::Held => &lesson.confirmed_in,
            Verdict::DidNotHold => &lesson.contradicted_in,
        };
        ids.iter().any(|known| known == id)
    }
}

/// The lessons that a sheet applies and that are there.
pub(crate) fn applied(
    context: &Context,
    collection: &Collection,
    sheet: &Sheet,
) -> Vec<AppliedLesson> {
    let found = sheet.applied.iter().filter_map(|stored| {
        let path = collection.path_of(split(stored).0)?;
        let read = sheets::map_files(context, slice::from_ref(&path), |entry| entry.sheet);
        let taught = read.answers.into_iter().next()?;
        let (name, _, lesson) = find(&taught.lessons, stored)?;
        let address = address(&taught.id, name.number);
        Some(AppliedLesson { path, stored: stored.clone(), address, lesson: lesson.clone() })
    });
    found.collect()
}

/// Those of which the sheet has not told yet whether they held; of an idea nobody knows.
pub(crate) fn open(
    context: &Context,
    collection: &Collection,
    sheet: &Sheet,
) -> Vec<AppliedLesson> {
    if sheet.applied.is_empty() || sheet.current_status() == Some(Status::Idea) {
        return Vec::new();
    }
    let mut lessons = applied(context, collection, sheet);
    lessons.retain(|one| !one.lesson.is_judged_in(&sheet.id));
    lessons
}

impl AppliedLesson {
    /// The sheet of the lesson, in which it is told that it held in a project or did not; `None`
    /// where the lesson is gone meanwhile. Of a sheet that has new texts among these, the last counts.
    ///
    /// # Errors
    /// Why that cannot be written there.
    pub(crate) fn told(
        &self,
        context: &Context,
        made: &[Revision],
        id: &str,
        verdict: Verdict,
    ) -> Result<Option<Revision>, EditError> {
        let (before, sheet) = match made.iter().rfind(|made| made.path.shown == self.path.shown) {
            Some(made) => {
                let text = made.after.text().to_owned();
                apply::decoded(context, made.after.with_text(text))?
            }
            None => apply::read(context, &self.path)?,
        };
        let Some((_, place, _)) = find(&sheet.lessons, &self.stored) else {
            return Ok(None);
        };
        let made = edit::add_to_item(&before, place, verdict.part(), id, context.known());
        let after =
            made.map_err(|why| EditError::Message(refused(&before.path, &self.address, &why)))?;
        Ok(Some(Revision { path: self.path.clone(), before, after, unchanged: Vec::new() }))
    }

    /// The same, written; says why where it cannot be.
    ///
    /// # Errors
    /// Where the disk does not let it be written.
    pub(crate) fn tell(
        &self,
        context: &Context,
        lock: &Lock,
        id: &str,
        verdict: Verdict,
    ) -> Result<Option<Revision>> {
        let revision = match self.told(context, &[], id, verdict) {
            Ok(revision) => revision,
            Err(refusal) => {
                revision::show(context, &refusal);
                None
            }
        };
        let Some(revision) = revision else { return Ok(None) };
        let saved = slice::from_ref(&revision);
        let is_saved = revision::save_all(context, lock, saved, OnConflict::StopAll)?.is_empty();
        Ok(is_saved.then_some(revision))
    }
}

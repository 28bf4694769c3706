//! The answers as they come: kept in a draft until the new sheet is saved, or written into the
//! sheet that is there.

use std::slice;

use anyhow::Result;

use crate::commands::new::draft;
use crate::error::SystemError;
use crate::session::assignment::Assignment;
use crate::session::revision::{self, EditError, OnConflict};
use crate::session::{Context, apply};
use crate::sheet::Sheet;
use crate::store::{Collection, DraftFile, SheetPath};
use crate::text::Source;

/// The answers, and where they are kept.
pub(super) struct Answers<'a> {
    context: &'a Context,
    collection: &'a Collection,
    /// The sheet, as far as it is answered.
    pub source: Source,
    /// The key of the field that is asked.
    next: String,
    pub place: Place,
}

/// Where answers are kept.
pub(super) enum Place {
    /// The draft is begun with the first answer.
    Draft(Option<DraftFile>),
    Sheet(SheetPath),
    /// They are only shown at the end.
    Nowhere,
}

impl<'a> Answers<'a> {
    pub(super) fn new(
        context: &'a Context,
        collection: &'a Collection,
        source: Source,
        place: Place,
    ) -> Answers<'a> {
        Answers { context, collection, source, next: String::new(), place }
    }

    /// The sheet, as far as it is answered.
    pub(super) fn sheet(&self) -> Sheet {
        self.context.decode(&self.source).map(|entry| entry.sheet).unwrap_or_default()
    }

    /// Notes which field is asked next, so that an interview which is interrupted goes on there.
    pub(super) fn go_on(&mut self, next: &str) {
        next.clone_into(&mut self.next);
        if matches!(self.place, Place::Draft(Some(_))) {
            self.keep();
        }
    }

    /// Takes an answer and brings it to the disk; whether it could be taken. Where not, that is
    /// said.
    pub(super) fn apply(&mut self, assignment: &Assignment) -> bool {
        let made = match &self.place {
            Place::Sheet(path) => self.write(path, assignment),
            Place::Draft(_) | Place::Nowhere => {
                let made = assignment.apply(&self.source, self.context.known());
                Ok(made.map(|made| Some(made.after)).map_err(EditError::Message))
            }
        };
        let made = match made {
            Ok(Ok(made)) => made,
            Ok(Err(refusal)) => {
                revision::show(self.context, &refusal);
                None
            }
            Err(error) => {
                self.context.note(&SystemError::message(&error));
                None
            }
        };
        let taken = made.is_some();
        if let Some(made) = made {
            self.source = made;
        }
        self.keep();
        taken
    }

    /// Writes an answer into the sheet as it is now, which others may have changed; nothing where
    /// they do so at this moment, which is said.
    fn write(
        &self,
        path: &SheetPath,
        assignment: &Assignment,
    ) -> Result<Result<Option<Source>, EditError>> {
        let lock = apply::lock(self.context, self.collection)?;
        let revision = match apply::revise(self.context, path, slice::from_ref(assignment)) {
            Ok(revision) => revision,
            Err(refusal) => return Ok(Err(refusal)),
        };
        let stop = OnConflict::StopAll;
        let left = revision::save_all(self.context, &lock, slice::from_ref(&revision), stop)?;
        let is_saved = left.is_empty();
        Ok(Ok(is_saved.then_some(revision.after)))
    }

    /// Keeps the answers in the draft, which is begun with the first of them; says why it cannot.
    fn keep(&mut self) {
        let Place::Draft(draft) = &mut self.place else {
            return;
        };
        let root = &self.collection.root;
        if let Err(error) = draft::keep(draft, root, &self.next, self.source.text()) {
            self.context.note(&SystemError::message(&error));
        }
    }
}

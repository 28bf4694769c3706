//! Writes the sheets of an import: those that are new, and what changes in the others.

use anyhow::Result;

use crate::commands::import::update::Update;
use crate::finding::Diagnostic;
use crate::lang::phrase;
use crate::report::change::also_removed;
use crate::report::import::{ImportState, Proposal};
use crate::session::Context;
use crate::session::apply;
use crate::session::revision::{self, OnConflict, Revision};
use crate::store::{Collection, Created, Lock};

/// Makes and checks the new texts of the sheets that are there: what cannot be changed is told.
pub(super) fn revisions(
    context: &Context,
    proposals: &mut [Proposal],
    updates: &[Update],
) -> Vec<(usize, Revision)> {
    let mut revisions = Vec::new();
    for Update { draft, path, assignments } in updates {
        match apply::revise(context, path, assignments) {
            Ok(revision) => revisions.push((*draft, revision)),
            Err(refusal) => {
                revision::show(context, &refusal);
                proposals[*draft].state = ImportState::Refused;
            }
        }
    }
    revisions
}

/// Writes what is new and what is changed, one after the other; what was written before a failure
/// is told. Gives the errors in what was written that its reading has not told.
pub(super) fn save(
    context: &Context,
    collection: &Collection,
    lock: &Lock,
    proposals: &mut [Proposal],
    revisions: Vec<(usize, Revision)>,
) -> Result<Vec<Diagnostic>> {
    let mut new = Vec::new();
    for index in 0..proposals.len() {
        if proposals[index].state != ImportState::New {
            continue;
        }
        let path = collection.new_path(&proposals[index].sheet.id);
        let state = match lock.create(&path.full, &proposals[index].yaml) {
            Ok(Created::Written) => ImportState::Written,
            Ok(Created::Exists) => ImportState::Exists,
            Err(error) => {
                let new = proposals.iter().filter(|one| one.state != ImportState::Same);
                let told = new.map(|one| (one.path.as_str(), one.state == ImportState::Written));
                revision::note_saved(context, told);
                return Err(error);
            }
        };
        proposals[index].state = state;
        if state == ImportState::Written {
            new.push((index, path));
        }
    }
    let (drafts, revisions): (Vec<usize>, Vec<Revision>) = revisions.into_iter().unzip();
    let left = revision::save_all(context, lock, &revisions, OnConflict::SaveOthers)?;
    // Once all are written: one may name another.
    let mut errors = Vec::new();
    for (index, path) in new {
        let proposal = &proposals[index];
        let found = revision::errors_of_new(context, collection, &path, &proposal.yaml)?;
        errors.extend(untold(proposal, found));
    }
    for (draft, revision) in drafts.into_iter().zip(&revisions) {
        let proposal = &mut proposals[draft];
        if left.contains(&revision.path.shown.as_str()) {
            proposal.state = ImportState::Refused;
            continue;
        }
        for comment in revision.gone() {
            let (path, words) = (&revision.path.shown, also_removed(&comment));
            context.note(&phrase!("{path}: {words}", "{path} : {words}", path, words));
        }
        errors.extend(untold(proposal, revision::errors(context, collection, revision)?));
        for row in &mut proposal.keys {
            row.written = row.merged.outcome.is_taken();
        }
        if proposal.state.would_write() {
            proposal.state = ImportState::Written;
        }
    }
    Ok(errors)
}

/// Those of some findings of a sheet that are not told of what it was read from.
fn untold(proposal: &Proposal, mut found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let is = |one: &Diagnostic, other: &Diagnostic| {
        (one.finding.lint.code, &one.finding.label)
            == (other.finding.lint.code, &other.finding.label)
    };
    found.retain(|one| !proposal.diagnostics.iter().any(|told| is(one, told)));
    found
}

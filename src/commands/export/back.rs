//! An export that comes back: what was edited in it, and nothing else, goes into the sheets.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use anyhow::Result;

use crate::commands::export::chosen::hidden_ids;
use crate::import::{ExportRow, is_workbook, read_export};
use crate::lang::{Phrase, phrase};
use crate::session::apply;
use crate::session::assignment::Assignment;
use crate::session::revision::{self, EditError, PREVIEW_ONLY, Revision};
use crate::session::{Context, Exit, Failure};
use crate::sheet::audience::Audience;
use crate::sheet::returned::{CellColumn, changes, columns, edited};
use crate::sheet::rev::{Exported, audience_of};
use crate::store::Collection;
use crate::text::clip::clip;

/// Shows or writes what was edited in the lines of an export. A cell that was edited while its sheet
/// changed, too, is a conflict, and left alone.
pub(crate) fn back(context: &Context, path: &str, bytes: &[u8], write: bool) -> Result<Exit> {
    let Some(rows) = read_export(bytes) else {
        return Err(Failure::no(broken(path)).into());
    };
    if is_workbook(bytes) {
        context.note(&phrase!(
            "{path}: only the first tab is read, with a line for each sheet",
            "{path} : seul le premier onglet est lu, avec une ligne par fiche",
            path,
        ));
    }
    let collection = context.collection()?;
    let lock = if write { Some(apply::lock(context, &collection)?) } else { None };
    let columns = columns();
    let audience = |row: &ExportRow| audience_of(&row.rev).unwrap_or(Audience::All);
    let audiences: BTreeSet<Audience> = rows.iter().map(audience).collect();
    let hidden = audiences.into_iter().map(|one| Ok((one, hidden_ids(context, one)?)));
    let hidden = hidden.collect::<Result<BTreeMap<Audience, HashSet<String>>>>()?;
    let mut exit = Exit::Success;
    let mut revisions = Vec::new();
    for row in &rows {
        let audience = audience(row);
        match revised(context, &collection, row, audience, &hidden[&audience], &columns) {
            Ok(None) => {}
            Ok(Some(revision)) => revisions.push(revision),
            Err(refusal) => {
                revision::show(context, &refusal);
                exit = Exit::Failure;
            }
        }
    }
    let written = revision::write(context, "import", &collection, &revisions, lock.as_ref())?;
    if lock.is_none() && revisions.iter().any(|revision| !revision.is_unchanged()) {
        context.note(&PREVIEW_ONLY.into());
    }
    Ok(if written == Exit::Success { exit } else { written })
}

/// The new text of the sheet of a line; none where nothing was edited.
fn revised(
    context: &Context,
    collection: &Collection,
    row: &ExportRow,
    audience: Audience,
    hidden: &HashSet<String>,
    columns: &[CellColumn],
) -> Result<Option<Revision>, EditError> {
    let id = &row.id;
    let path = collection.path_of(id).ok_or_else(|| EditError::Message(unknown(id)))?;
    let (_, sheet) = apply::read(context, &path)?;
    let Some(kept) = Exported::of(&sheet, audience, hidden) else {
        return Err(EditError::Message(conflict(id, "visibility")));
    };
    let edited = edited(&kept.sheet, columns, &row.cells);
    if edited.is_empty() {
        return Ok(None);
    }
    let made = changes(&sheet, &kept.sheet, &edited, &row.cells, context.known());
    let made = made.map_err(|key| EditError::Message(not_understood(id, &key, row)))?;
    if made.is_empty() {
        return Ok(None);
    }
    if kept.rev != row.rev {
        let keys: Vec<&str> = made.iter().map(|(key, _)| key.as_str()).collect();
        return Err(EditError::Message(conflict(id, &keys.join(", "))));
    }
    let assignments: Vec<Assignment> =
        made.into_iter().map(|(path, change)| Assignment::of(path, change)).collect();
    apply::revise(context, &path, &assignments).map(Some)
}

fn unknown(id: &str) -> Phrase {
    phrase!(
        "{id}: no sheet has this id; its line was left out",
        "{id} : aucune fiche n'a cet identifiant ; sa ligne est laissée de côté",
        id,
    )
}

fn conflict(id: &str, keys: &str) -> Phrase {
    phrase!(
        "{id}: the sheet has changed since the export, and the file differs in: {keys}; nothing of it \
         was taken; export again, or: sheet edit {id}",
        "{id} : la fiche a changé depuis l'export, et le fichier en diffère : {keys} ; rien n'en a été \
         repris ; exportez de nouveau, ou : sheet edit {id}",
        id,
        keys,
    )
}

fn not_understood(id: &str, key: &str, row: &ExportRow) -> Phrase {
    let cell = row.cells.get(key).map(String::as_str).unwrap_or_default();
    let cell = clip(cell, 40).into_owned();
    phrase!(
        "{id}: {key} was not understood: {cell}; nothing of this line was taken",
        "{id} : {key} n'a pas été compris : {cell} ; rien n'a été repris de cette ligne",
        id,
        key,
        cell,
    )
}

fn broken(path: &str) -> Phrase {
    phrase!(
        "{path}: this export cannot be read; it must be XLSX, CSV or NDJSON",
        "{path} : cet export ne peut pas être lu ; il faut du XLSX, du CSV ou du NDJSON",
        path,
    )
}

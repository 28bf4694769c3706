//! An export that comes back: what was edited in it, and nothing else, goes into the sheets.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use anyhow::Result;

use crate::commands::export::chosen::hidden_ids;
use crate::import::{Export, ExportRow, LeftOut};
use crate::lang::{Phrase, phrase};
use crate::session::apply;
use crate::session::assignment::Assignment;
use crate::session::revision::{self, EditError, Revision};
use crate::session::saving::Saving;
use crate::session::{Context, Exit};
use crate::sheet::audience::Audience;
use crate::sheet::canonical::places_of_values;
use crate::sheet::field::Field;
use crate::sheet::fields;
use crate::sheet::returned::{CellColumn, Cells, OfItems, changes, columns, edited, with_items};
use crate::sheet::rev::{Exported, audience_of};
use crate::store::Collection;
use crate::text::clip::clip;
use crate::text::shell::shell_quote;
use crate::yaml::parse::parse;

/// Shows or writes what was edited in the lines of an export. A cell that was edited while its sheet
/// changed, too, is a conflict, and left alone.
pub(crate) fn back(context: &Context, path: &str, export: &Export, saving: Saving) -> Result<Exit> {
    for left_out in &export.left_out {
        context.note(&not_taken(path, left_out));
    }
    let rows = &export.rows;
    let keys: BTreeSet<&String> = rows.iter().flat_map(|row| filled(&row.cells)).collect();
    for key in keys.into_iter().filter(|key| fields::shape_at(key).is_none()) {
        context.note(&unknown_column(path, key));
    }
    let collection = context.collection()?;
    let lock = if saving.is_saved() { Some(apply::lock(context, &collection)?) } else { None };
    let columns = columns();
    let audience = |row: &ExportRow| audience_of(&row.rev).unwrap_or(Audience::All);
    let audiences: BTreeSet<Audience> = rows.iter().map(audience).collect();
    let hidden = audiences.into_iter().map(|one| Ok((one, hidden_ids(context, one)?)));
    let hidden = hidden.collect::<Result<BTreeMap<Audience, HashSet<String>>>>()?;
    let mut exit = Exit::Success;
    let mut revisions = Vec::new();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    rows.iter().for_each(|row| *counts.entry(&row.id).or_default() += 1);
    for (id, count) in counts.iter().filter(|(_, count)| **count > 1) {
        revision::show(context, &EditError::Message(in_several_lines(id, *count)));
        exit = Exit::Failure;
    }
    for row in rows.iter().filter(|row| counts[&*row.id] == 1) {
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
    let differs = revisions.iter().any(|revision| !revision.is_unchanged());
    Ok(written.and(exit).and(saving.verdict(context, differs)))
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
    let (source, sheet) = apply::read(context, &path)?;
    let Some(kept) = Exported::of(&sheet, audience, hidden) else {
        return Err(EditError::Message(conflict(id, "visibility")));
    };
    let told = with_items(&kept.sheet, columns, &row.cells, &row.items);
    let OfItems { cells, gone } = told.map_err(|key| EditError::Message(edited_twice(id, &key)))?;
    for list in gone {
        context.note(&lines_gone(id, &list));
    }
    let edited = edited(&kept.sheet, columns, &cells).into_iter();
    let (edited, fixed): (Vec<_>, Vec<_>) = edited.partition(CellColumn::comes_back);
    if !fixed.is_empty() && kept.rev == row.rev {
        context.note(&nobody_writes(id, &fixed));
    }
    if edited.is_empty() {
        return Ok(None);
    }
    let parsed = parse(&source).ok();
    let places = |field: &Field| places_of_values(field, &parsed.as_ref()?.node, context.known());
    let made = changes(&sheet, &kept.sheet, &edited, &cells, (&places, context.known()));
    let made = made.map_err(|key| EditError::Message(not_understood(id, &key, &cells)))?;
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

/// The keys of cells that say something.
fn filled(cells: &Cells) -> impl Iterator<Item = &String> {
    cells.iter().filter(|(_, cell)| !cell.is_empty()).map(|(key, _)| key)
}

fn unknown_column(path: &str, key: &str) -> Phrase {
    phrase!(
        "{path}: a sheet has no key `{key}`; this column is left out",
        "{path} : une fiche n'a pas de clé `{key}` ; cette colonne est laissée de côté",
        path,
        key,
    )
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
         was taken; export again, or: sheet edit {quoted}",
        "{id} : la fiche a changé depuis l'export, et le fichier en diffère : {keys} ; rien n'en a été \
         repris ; exportez de nouveau, ou : sheet edit {quoted}",
        id,
        quoted = shell_quote(id),
        keys,
    )
}

fn edited_twice(id: &str, key: &str) -> Phrase {
    phrase!(
        "{id}: {key} was edited in two tabs, each in its own way; nothing of this sheet was taken",
        "{id} : {key} a été modifié dans deux onglets, chaque fois autrement ; rien de cette fiche n'a \
         été repris",
        id,
        key,
    )
}

fn lines_gone(id: &str, key: &str) -> Phrase {
    phrase!(
        "{id}: lines of {key} are missing in the file; they stay in the sheet; to remove one, empty \
         its cells",
        "{id} : des lignes de {key} manquent dans le fichier ; elles restent dans la fiche ; pour en \
         retirer une, videz ses cellules",
        id,
        key,
    )
}

fn nobody_writes(id: &str, columns: &[CellColumn]) -> Phrase {
    let keys: Vec<&str> = columns.iter().map(|column| column.key.as_str()).collect();
    phrase!(
        "{id}: edited, but not taken: {keys}; that is computed, or says where the sheet comes from",
        "{id} : modifié, mais non repris : {keys} ; cela se calcule, ou dit d'où vient la fiche",
        id,
        keys = keys.join(", "),
    )
}

fn not_taken(path: &str, left_out: &LeftOut) -> Phrase {
    let (_, why) = left_out.why.reason();
    let text = clip(&left_out.text, 40).into_owned();
    phrase!(
        "{path}, {place}: not taken, {why}: {text}",
        "{path}, {place} : non repris, {why} : {text}",
        path,
        place = &left_out.place,
        why,
        text,
    )
}

fn in_several_lines(id: &str, count: usize) -> Phrase {
    phrase!(
        "{id}: {count} lines of the file are of this sheet; keep one; nothing of them was taken",
        "{id} : {count} lignes du fichier parlent de cette fiche ; gardez-en une ; rien n'en a été repris",
        id,
        count,
    )
}

fn not_understood(id: &str, key: &str, cells: &Cells) -> Phrase {
    let cell = cells.get(key).map(String::as_str).unwrap_or_default();
    if cell.trim().is_empty() {
        return phrase!(
            "{id}: {key} must not be empty; nothing of this line was taken",
            "{id} : {key} ne peut pas être vide ; rien n'a été repris de cette ligne",
            id,
            key,
        );
    }
    let cell = clip(cell, 40).into_owned();
    phrase!(
        "{id}: {key} was not understood: {cell}; nothing of this line was taken",
        "{id} : {key} n'a pas été compris : {cell} ; rien n'a été repris de cette ligne",
        id,
        key,
        cell,
    )
}

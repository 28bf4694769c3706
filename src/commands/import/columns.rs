//! The columns of the tables that were read, told and written to a file that can be corrected; what
//! stands around the tables.

use std::path::Path;

use anyhow::Result;

use crate::import::{Column, LeftOut, Mapping};
use crate::lang::phrase;
use crate::report::import::{NotImported, PlacedColumn};
use crate::session::{Context, Exit, Failure};
use crate::store::{Created, Lock, is_standard_stream};

/// A column as it is told.
pub(super) fn placed((from, column): &(String, Column)) -> PlacedColumn {
    PlacedColumn {
        from: from.clone(),
        name: column.name.clone(),
        label: column.label.clone(),
        key: column.key(),
        sure: (column.sure.code(), column.sure.label()),
        filled: column.filled,
    }
}

/// What is no project, as it is told.
pub(super) fn not_imported((from, left_out): (String, LeftOut)) -> NotImported {
    let why = left_out.why.reason();
    NotImported { from, place: left_out.place, text: left_out.text, why }
}

/// Writes the file of the columns, of each once, or to standard output.
pub(super) fn write_map(
    context: &Context,
    file: &Path,
    columns: &[(String, Column)],
) -> Result<Exit> {
    let mut once: Vec<&Column> = Vec::new();
    for (_, column) in columns {
        if !once.iter().any(|known| known.name == column.name) {
            once.push(column);
        }
    }
    if once.is_empty() {
        return Err(Failure::no(phrase!(
            "these files have no columns: nothing was written",
            "ces fichiers n'ont pas de colonnes : rien n'a été enregistré",
        ))
        .into());
    }
    let written = Mapping::written(&once, context.lang());
    if is_standard_stream(file) {
        context.answer_with(|out| out.write_all(written.as_bytes()))?;
        return Ok(Exit::Success);
    }
    let shown = file.display().to_string();
    let lock = Lock::outside(|words| context.note(words));
    match lock.create(&context.cwd.join(file), written)? {
        Created::Written => {
            context.note(&phrase!(
                "{shown}: saved; correct it, then add --map {shown}",
                "{shown} : enregistré ; corrigez-le, puis ajoutez --map {shown}",
                shown,
            ));
            Ok(Exit::Success)
        }
        Created::Exists => Err(Failure::no(phrase!(
            "{shown} already exists; nothing was written",
            "{shown} existe déjà ; rien n'a été enregistré",
            shown,
        ))
        .into()),
    }
}

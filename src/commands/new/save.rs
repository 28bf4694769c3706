//! Saves a new sheet under an id that nobody has.

use anyhow::Result;

use crate::commands::schema;
use crate::finding::Finding;
use crate::lang::phrase;
use crate::report::{Block, Report, new};
use crate::session::ids::TakenIds;
use crate::session::revision::{self, NO_CHANGE};
use crate::session::{Context, Exit, apply};
use crate::sheet::Sheet;
use crate::sheet::codes::{MISSING_TERRITORY, MISSING_TITLE};
use crate::store::{Collection, Created};
use crate::text::shell::shell_quote;
use crate::value::id;

/// Writes the new sheet under an id that nobody has, and says where.
pub(super) fn save(
    context: &Context,
    collection: &Collection,
    id: &str,
    yaml: &str,
    dry_run: bool,
) -> Result<Exit> {
    let lock = if dry_run { None } else { Some(apply::lock(context, collection)?) };
    let path = collection.new_path(id);
    let yaml = schema::with_editor_line(collection, &path, yaml);
    let taken = TakenIds::of(context, collection);
    let free = taken.by(id).is_none();
    let errors = || revision::errors_of_new(context, collection, &path, &yaml);
    if free && dry_run {
        let (before, shown) = (String::new(), path.shown.clone());
        let change = Block::Diff { key: "diffs", path: shown, before, after: yaml.clone() };
        context.answer(&Report::new("new").with(change))?;
        context.show_diagnostics(&errors()?);
        context.note(&NO_CHANGE.into());
        return Ok(Exit::Success);
    }
    let created = match &lock {
        Some(lock) if free => lock.create(&path.full, &yaml)?,
        _ => Created::Exists,
    };
    if created == Created::Exists {
        let near = taken.free(id);
        context.note(&phrase!(
            "sheet {id} already exists; nothing was written; choose another id, e.g. --id {near}",
            "la fiche {id} existe déjà ; rien n'a été enregistré ; choisissez un autre \
             identifiant, par exemple --id {near}",
            id,
            near,
        ));
        return Ok(Exit::Failure);
    }
    context.answer(&new::report(id, &path.shown, context.lang()))?;
    context.note(&phrase!(
        "next: sheet show {id}, sheet validate {path}",
        "ensuite : sheet show {id}, sheet validate {path}",
        id = shell_quote(id),
        path = shell_quote(&path.shown),
    ));
    context.show_diagnostics(&errors()?);
    Ok(Exit::Success)
}

/// The id that a sheet's title gives.
pub(super) fn id_for(sheet: &Sheet) -> String {
    let title = sheet.title.as_deref().and_then(id::from_title);
    title.unwrap_or_else(|| "project".to_owned())
}

/// Whether a finding tells that a required answer is missing.
pub(super) fn is_absence(finding: &Finding) -> bool {
    finding.lint == &MISSING_TITLE || finding.lint == &MISSING_TERRITORY
}

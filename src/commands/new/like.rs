//! What a new sheet takes from another one: who takes part and where, not what came of it.

use anyhow::Result;

use crate::finding::Diagnostic;
use crate::session::assignment::Assignment;
use crate::session::{Context, Exit, Failure, find_sheet};
use crate::sheet::fields;
use crate::sheet::section::Section;
use crate::store::{self, Collection};
use crate::tree::{Change, Tree};

/// What lasts from one project to the next, beside its territory and commissioners.
const LASTING: [&str; 5] = ["team", "partners", "participation.target", "tools", "visibility"];

/// Whether a new sheet says already what another one would give: the value, or of which territory it
/// would be.
pub(super) fn is_said(path: &str, has: impl Fn(&str) -> bool) -> bool {
    has(path) || path.starts_with("territory.") && has("territory.name")
}

/// What the sheet that somebody names gives to a new one.
///
/// # Errors
/// There is no such sheet, or it cannot be read.
pub(super) fn like(
    context: &Context,
    collection: &Collection,
    typed: &str,
) -> Result<Vec<Assignment>> {
    let path = find_sheet::find_sheet(context, collection, typed)?;
    let unreadable =
        |diagnostic| Failure { exit: Exit::Failure, message: None, diagnostics: vec![diagnostic] };
    let source = store::read(&path)
        .map_err(|found| unreadable(Diagnostic::new(&found.source, found.finding)))?;
    let entry = context
        .decode(&source)
        .map_err(|finding| unreadable(Diagnostic::new(&source, *finding)))?;
    let lasting = fields::written()
        .filter(|field| field.section == Section::Territory || LASTING.contains(&field.key));
    let values = lasting.map(|field| (field.key, field.stored(&entry.sheet).written()));
    let values = values.filter(|(_, value)| *value != Tree::Missing);
    Ok(values.map(|(key, value)| Assignment::of(key, Change::Set(value))).collect())
}

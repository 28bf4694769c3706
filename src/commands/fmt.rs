//! `sheet fmt`: values in their canonical form, comments kept.

use anyhow::Result;

use crate::cli::FmtArgs;
use crate::finding::Diagnostic;
use crate::lang::phrase;
use crate::report::fmt::{self, Formatted};
use crate::session::apply;
use crate::session::find_sheet;
use crate::session::revision;
use crate::session::revision::{OnConflict, Revision};
use crate::session::sheets;
use crate::session::{Context, Exit};
use crate::sheet::canonical::{self, Deviation};
use crate::sheet::edit;
use crate::sheet::known::KnownBySort;
use crate::sheet::loss::Allowed;
use crate::store::{self, SheetPath};
use crate::text::Source;

/// Formats the sheets that are named, or all; with `--check` it only tells. What cannot be
/// formatted without a loss is left as it is written, and reported.
pub(super) fn run(context: &Context, args: &FmtArgs) -> Result<Exit> {
    let collection = context.collection()?;
    let mut paths = Vec::new();
    for id in &args.ids {
        paths.push(find_sheet::find_sheet(context, &collection, id)?);
    }
    if args.ids.is_empty() {
        paths = find_sheet::changeable_sheets(context, &collection, collection.paths());
    }
    let writes = !args.check && !args.write_args.dry_run;
    let lock = if writes { Some(apply::lock(context, &collection)?) } else { None };
    let mut exit = Exit::Success;
    let (mut values, mut revisions) = (Vec::new(), Vec::new());
    for path in &paths {
        match formatted(context, path) {
            Ok((revision, changed)) => {
                revisions.push(revision);
                values.extend(changed);
            }
            Err(diagnostic) => {
                sheets::report_unreadable(context, &[*diagnostic]);
                exit = Exit::Failure;
            }
        }
    }
    if let Some(lock) = &lock {
        let left = revision::save_all(context, lock, &revisions, OnConflict::SaveOthers)?;
        if !left.is_empty() {
            exit = Exit::Failure;
            values.retain(|value: &Formatted| !left.contains(&value.path.as_str()));
        }
    }
    let mut report = fmt::report(&values, context.lang());
    if args.write_args.dry_run {
        let changed = revisions.iter().filter(|revision| !revision.is_unchanged());
        report.blocks.extend(changed.map(Revision::diff));
    }
    context.answer(&report)?;
    let changes = revisions.iter().any(|revision| !revision.is_unchanged());
    if values.is_empty() && exit == Exit::Success {
        context.note(&phrase!(
            "every value is already in canonical form",
            "toutes les valeurs sont déjà sous leur forme standard",
        ));
    }
    if args.check && changes || values.iter().any(|value| value.refused) {
        exit = exit.and(Exit::Failure);
    }
    Ok(exit)
}

/// Brings one sheet to its canonical form, as far as nothing is lost.
fn formatted(
    context: &Context,
    path: &SheetPath,
) -> Result<(Revision, Vec<Formatted>), Box<Diagnostic>> {
    let read = store::read(path);
    let before = read
        .map_err(|unreadable| Box::new(Diagnostic::new(&unreadable.source, unreadable.finding)))?;
    let deviations = context
        .ask(&before, |entry| canonical::deviations(&entry.node, &entry.sheet, context.known()));
    let deviations = deviations.map_err(|finding| Box::new(Diagnostic::new(&before, *finding)))?;
    let mut after = before.with_text(before.text().to_owned());
    let values = deviations
        .into_iter()
        .map(|deviation| format(&mut after, deviation, context.known()))
        .collect();
    Ok((Revision { path: path.clone(), before, after, unchanged: Vec::new() }, values))
}

fn format(source: &mut Source, deviation: Deviation, known: &KnownBySort) -> Formatted {
    let Deviation { key, written, change } = deviation;
    let path = source.path.clone();
    let left = |why, refused| Formatted {
        path: path.clone(),
        key: key.clone(),
        written: written.clone(),
        canonical: Err(why),
        refused,
    };
    match change {
        Err(why) => left(why.words(), false),
        Ok(change) => match edit::change_checked(source, &key, &change, Allowed::Form(known)) {
            Ok(after) => {
                *source = after;
                Formatted { path, key, written, canonical: Ok(change), refused: false }
            }
            Err(why) => {
                let reason = why.words(&path);
                let words = match why.line {
                    Some(line) => {
                        phrase!("line {line}: {reason}", "ligne {line} : {reason}", line, reason)
                    }
                    None => reason,
                };
                left(words, true)
            }
        },
    }
}

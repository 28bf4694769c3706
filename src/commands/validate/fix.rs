//! `sheet validate --fix`: fixes what takes no judgement, sheet by sheet, and shows what changed.

use anyhow::Result;

use crate::finding::{Diagnostic, Finding};
use crate::lang::{phrase, plural};
use crate::report::Report;
use crate::rules;
use crate::session::apply;
use crate::session::findings;
use crate::session::revision;
use crate::session::revision::{OnConflict, Revision};
use crate::session::sheets;
use crate::session::{Context, Exit};
use crate::store::{self, Collection, Lock, SheetPath};

/// Fixes what is asked for in the sheets, or only shows what would be fixed. What cannot be fixed
/// without a loss is left as it is.
pub(crate) fn run(
    context: &Context,
    collection: Option<&Collection>,
    paths: &[&SheetPath],
    dry_run: bool,
    is_asked: impl Fn(&Finding) -> bool,
) -> Result<Exit> {
    let lock = match collection {
        _ if dry_run => None,
        Some(collection) => Some(apply::lock(context, collection)?),
        None => Some(Lock::outside(|words| context.note(words))),
    };
    let mut exit = Exit::Success;
    let mut revisions = Vec::new();
    for path in paths {
        match store::read(path) {
            Ok(before) => {
                let after = rules::fixed(&before, &findings::options(context), &is_asked);
                let path = (*path).clone();
                revisions.push(Revision { path, before, after, unchanged: Vec::new() });
            }
            Err(unreadable) => {
                sheets::report_unreadable(
                    context,
                    &[Diagnostic::new(&unreadable.source, unreadable.finding)],
                );
                exit = Exit::Failure;
            }
        }
    }
    revisions.retain(|revision| !revision.is_unchanged());
    let unchanged = revisions.is_empty();
    let left: Vec<String> = match &lock {
        Some(lock) => {
            let left = revision::save_all(context, lock, &revisions, OnConflict::SaveOthers)?;
            left.into_iter().map(str::to_owned).collect()
        }
        None => Vec::new(),
    };
    if !left.is_empty() {
        exit = Exit::Failure;
        revisions.retain(|revision| !left.contains(&revision.path.shown));
    }
    let mut report = Report::new("fix");
    report.blocks = revisions.iter().map(Revision::diff).collect();
    if lock.is_none() {
        context.answer(&report)?;
    } else {
        context.show(&report);
    }
    let sheets = plural::SHEET.phrase(revisions.len());
    context.note(&match (revisions.len(), lock.is_some()) {
        _ if unchanged => phrase!("nothing to fix", "rien à corriger"),
        (_, false) => phrase!(
            "{sheets} would be fixed; nothing was written",
            "{sheets} à corriger ; rien n'a été enregistré",
            sheets,
        ),
        (1, true) => phrase!("{sheets} fixed", "{sheets} corrigée", sheets),
        (_, true) => phrase!("{sheets} fixed", "{sheets} corrigées", sheets),
    });
    Ok(if lock.is_none() && !unchanged { Exit::Failure } else { exit })
}

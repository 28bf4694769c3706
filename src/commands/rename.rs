//! `sheet rename OLD NEW`: another id, here and in every sheet that refers to it.

use anyhow::Result;

use crate::cli::RenameArgs;
use crate::finding::{Diagnostic, Finding};
use crate::lang::phrase;
use crate::portfolio::id_of;
use crate::report::{Block, Report, Tone, change};
use crate::session::Failure;
use crate::session::changes::refused;
use crate::session::revision::{self, EditError, NO_CHANGE, OnConflict, Revision, Stage};
use crate::session::{Context, Exit, apply, find_sheet, sheets};
use crate::sheet::edit;
use crate::store::{self, Collection, Created, Lock, SheetPath};
use crate::text::Source;
use crate::value::id;
use crate::yaml::arena::Arena;
use crate::yaml::parse::parse_in;

/// Renames the sheet; the sheets that refer to it first, so that an interruption leaves a name
/// too early, which `validate` can tell, and never a lost one. All new texts are made and checked
/// before the first is written.
pub(super) fn run(context: &Context, args: &RenameArgs) -> Result<Exit> {
    if let Err(refusal) = id::parse(&args.new) {
        return Err(Failure::usage(id::refused(&args.new, &refusal)).into());
    }
    let collection = context.collection()?;
    let path = find_sheet::find_sheet(context, &collection, &args.old)?;
    let dry_run = args.write_args.dry_run;
    let lock = if dry_run { None } else { Some(apply::lock(context, &collection)?) };
    let paths = collection.paths();
    let old = id_of(&path.shown).to_owned();
    let itself = (old == args.new).then_some(&path);
    let taken = itself.or_else(|| {
        paths.iter().find(|other| {
            id_of(&other.shown).eq_ignore_ascii_case(&args.new) && other.full != path.full
        })
    });
    if let Some(taken) = taken {
        context.note(&phrase!(
            "{taken} already has this id",
            "{taken} porte déjà cet identifiant",
            taken = taken.shown,
        ));
        let refused = revision::refuse(context, &[]);
        return Ok(if itself.is_some() { Exit::Success } else { refused });
    }
    let (revisions, refusals, unread) = referring(context, &paths, &old, &args.new);
    sheets::report_unreadable(context, &unread);
    if !refusals.is_empty() {
        return Ok(revision::refuse(context, &refusals));
    }
    let new = collection.beside(&path, &args.new);
    let Some(lock) = lock else {
        let mut report = report(context, &path, &new, &revisions, Stage::Planned);
        report.blocks.extend(revisions.iter().map(Revision::diff));
        context.answer(&report)?;
        context.note(&NO_CHANGE.into());
        return Ok(Exit::Success);
    };
    carry_out(context, &collection, &lock, &path, &new, revisions)
}

fn carry_out(
    context: &Context,
    collection: &Collection,
    lock: &Lock,
    path: &SheetPath,
    new: &SheetPath,
    mut revisions: Vec<Revision>,
) -> Result<Exit> {
    if !revision::save_all(context, lock, &revisions, OnConflict::StopAll)?.is_empty() {
        return Ok(Exit::Failure);
    }
    let renamed = lock.rename(&path.full, &new.full);
    if !matches!(renamed, Ok(Created::Written)) {
        revision::note_saved(context, revisions.iter().map(|one| (one.path.shown.as_str(), true)));
    }
    if renamed? == Created::Exists {
        return Err(Failure::no(phrase!(
            "{new} already exists; {path} keeps its name",
            "{new} existe déjà ; {path} garde son nom",
            new = new.shown,
            path = path.shown,
        ))
        .into());
    }
    if let Some(itself) = revisions.iter_mut().find(|one| one.path.full == path.full) {
        itself.path = new.clone();
        itself.after.path.clone_from(&new.shown);
    }
    context.answer(&report(context, path, new, &revisions, Stage::Written))?;
    for revision in &revisions {
        context.show_diagnostics(&revision::new_findings(context, collection, revision)?);
    }
    Ok(Exit::Success)
}

/// What stands in the way of a renaming, or what it makes of a sheet.
enum Renamed {
    Revised(Source, Source),
    Hidden(Diagnostic),
    EditError(EditError),
    Unread(Diagnostic),
}

/// A sheet that cannot be read may refer to the id that its text holds.
fn unreadable(source: &Source, finding: Finding, old: &str) -> Renamed {
    let diagnostic = Diagnostic::new(source, finding);
    if source.text().contains(old) {
        Renamed::Hidden(diagnostic)
    } else {
        Renamed::Unread(diagnostic)
    }
}

/// The sheets that refer to an id, with another in its place; those of which that cannot be made,
/// or that cannot be read and hold the id in their text. Whether a file that the system does not
/// let us read refers to it nobody can know: it is reported.
fn referring(
    context: &Context,
    paths: &[SheetPath],
    old: &str,
    new: &str,
) -> (Vec<Revision>, Vec<EditError>, Vec<Diagnostic>) {
    let found = store::load(paths, context.threads, |source| {
        let source = match source {
            Ok(source) => source,
            Err(failed) => return Some(unreadable(&failed.source, failed.finding, old)),
        };
        let arena = Arena::recycled();
        let places = match parse_in(&source, &arena) {
            Ok(parsed) => edit::references(&parsed.node, old, new),
            Err(finding) => return Some(unreadable(&source, *finding, old)),
        };
        if places.is_empty() {
            return None;
        }
        Some(match edit::renamed(&source, &places) {
            Ok(after) => Renamed::Revised(source, after),
            Err(why) => Renamed::EditError(EditError::Message(refused(&source.path, old, &why))),
        })
    });
    let (mut revisions, mut refusals, mut unread) = (Vec::new(), Vec::new(), Vec::new());
    for (path, found) in paths.iter().zip(found) {
        match found {
            None => {}
            Some(Renamed::Revised(before, after)) => {
                revisions.push(Revision {
                    path: path.clone(),
                    before,
                    after,
                    unchanged: Vec::new(),
                });
            }
            Some(Renamed::EditError(refusal)) => refusals.push(refusal),
            Some(Renamed::Hidden(diagnostic)) => {
                refusals.push(EditError::Findings(vec![diagnostic]))
            }
            Some(Renamed::Unread(diagnostic)) => unread.push(diagnostic),
        }
    }
    (revisions, refusals, unread)
}

fn report(
    context: &Context,
    path: &SheetPath,
    new: &SheetPath,
    revisions: &[Revision],
    how: Stage,
) -> Report {
    let mut report = revision::report(context, "rename", revisions, how);
    let line = format!("{} → {}", path.shown, new.shown);
    report.blocks.insert(0, Block::Line(line, Tone::Good));
    report.with(change::renamed(
        id_of(&path.shown),
        id_of(&new.shown),
        &new.shown,
        how == Stage::Written,
        context.lang(),
    ))
}

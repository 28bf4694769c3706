//! Shows or writes the answers of a reply.

use anyhow::Result;

use crate::cli::ImportArgs;
use crate::commands::import::replies::answer::answered;
use crate::commands::import::replies::answered::Answered;
use crate::commands::import::replies::place::place;
use crate::commands::import::replies::told::Told;
use crate::import::{Beside, Reply, Silence};
use crate::session::assignment::Assignment;
use crate::session::revision::{self, Revision};
use crate::session::saving::Saving;
use crate::session::{Context, Exit, apply};

/// Shows or writes the answers of a reply, sheet by sheet.
///
/// # Errors
/// A sheet cannot be read or written.
pub(in crate::commands::import) fn take(
    context: &Context,
    args: &ImportArgs,
    path: &str,
    reply: &Reply,
) -> Result<Exit> {
    let told = Told { context, path };
    reply.attachments.iter().for_each(|name| told.attached(name));
    if let Some(silence) = &reply.silence {
        let exit = told.silence(silence);
        reply.aside.iter().for_each(|text| told.aside(text));
        return Ok(exit);
    }
    let mut exit = Exit::Success;
    let mut lessons = Vec::new();
    let mut changes: Vec<(String, Vec<Assignment>)> = Vec::new();
    for part in &reply.parts {
        if part.passes {
            told.passed(reply, part);
            continue;
        }
        let made = match place(context, args, reply, part)? {
            Ok(place) => answered(&told, &place, reply, part, &lessons)?,
            Err(why) => {
                told.left(&why, None, &part.text);
                None
            }
        };
        match made {
            Some(Answered::Lesson(revision)) => {
                let path = &revision.path.shown;
                match lessons.iter_mut().find(|made: &&mut Revision| made.path.shown == *path) {
                    Some(made) => made.after = revision.after,
                    None => lessons.push(*revision),
                }
            }
            Some(Answered::Sheet(id, made)) => {
                match changes.iter_mut().find(|(known, _)| *known == id) {
                    Some((_, all)) => all.extend(made),
                    None => changes.push((id, made)),
                }
            }
            Some(Answered::Nothing) => {}
            None => exit = Exit::Failure,
        }
    }
    reply.aside.iter().for_each(|text| told.aside(text));
    let saving = Saving::of(args);
    let mut differs = lessons.iter().any(|lesson| !lesson.is_unchanged());
    for (id, assignments) in &changes {
        let (done, is_new) = apply::to_one(context, "add", id, assignments, saving.is_saved())?;
        differs |= is_new;
        if done != Exit::Success {
            exit = done;
        }
    }
    if !lessons.is_empty() {
        let collection = context.collection()?;
        let lock = if saving.is_saved() { Some(apply::lock(context, &collection)?) } else { None };
        let done = revision::write(context, "add", &collection, &lessons, lock.as_ref())?;
        if done != Exit::Success {
            exit = done;
        }
    }
    let is_nothing = changes.is_empty() && lessons.is_empty();
    let is_as_shown = reply.parts.iter().all(|part| part.beside == Beside::Shown);
    if is_nothing && is_as_shown && exit == Exit::Success && reply.aside.is_empty() {
        return Ok(told.silence(&Silence::Empty));
    }
    Ok(exit.and(saving.verdict(context, differs)))
}

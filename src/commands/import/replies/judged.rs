//! What an answer says of a lesson that a project applied: it is written on that lesson.

use anyhow::Result;

use crate::commands::import::replies::place::Place;
use crate::commands::import::replies::told::{NOT_UNDERSTOOD, Told};
use crate::import::ReplyPart;
use crate::lang::phrase;
use crate::session::lesson_verdict::{self, AppliedLesson, Verdict};
use crate::session::revision::{self, Revision};
use crate::sheet::Sheet;
use crate::sheet::ask::verdict;
use crate::sheet::lesson_address::{LessonDigest, address, split};

/// The sheet of the lesson as it is then; nothing where the answer is not clear, which is told.
pub(super) fn judged(
    told: &Told,
    place: &Place,
    sheet: &Sheet,
    part: &ReplyPart,
) -> Result<Option<Revision>> {
    let context = told.context;
    let asked = part.tag.as_ref().and_then(|tag| tag.lesson.as_deref());
    let (Some(asked), Some((held, rest))) = (asked, verdict(&part.text)) else {
        told.left(&NOT_UNDERSTOOD.into(), Some(place), &part.text);
        return Ok(None);
    };
    let applied = lesson_verdict::applied(context, &context.collection()?, sheet);
    let is_asked = |one: &AppliedLesson| {
        let by_digest = address(split(&one.address).0, LessonDigest::of(&one.lesson.text));
        one.address == asked || by_digest == asked
    };
    let Some(lesson) = applied.into_iter().find(is_asked) else {
        let why = phrase!("no lesson {asked}", "pas de leçon {asked}", asked);
        told.left(&why, Some(place), &part.text);
        return Ok(None);
    };
    let verdict = if held { Verdict::Held } else { Verdict::DidNotHold };
    if !rest.is_empty() {
        told.besides(&sheet.id, rest);
    }
    if lesson.lesson.is_judged_in(&sheet.id) {
        let why = phrase!("that is noted already", "c'est déjà noté");
        told.left(&why, Some(place), &part.text);
        return Ok(None);
    }
    match lesson.told(context, &sheet.id, verdict) {
        Ok(revision) => Ok(revision),
        Err(refusal) => {
            revision::show(context, &refusal);
            Ok(None)
        }
    }
}

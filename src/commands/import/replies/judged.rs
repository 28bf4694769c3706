//! What an answer says of a lesson that a project applied: it is written on that lesson.

use anyhow::Result;

use crate::commands::import::replies::answered::Answered;
use crate::commands::import::replies::place::Place;
use crate::commands::import::replies::told::{NOT_UNDERSTOOD, Told};
use crate::import::{Beside, ReplyPart};
use crate::lang::phrase;
use crate::session::lesson_verdict::{self, AppliedLesson, Verdict};
use crate::session::revision::{self, Revision};
use crate::sheet::Sheet;
use crate::sheet::ask::verdict;
use crate::sheet::lesson_address::{LessonDigest, address, split};
use crate::text::fold::letters_key;

/// What an answer changes in the sheet of the lesson, or in its new text where others have made one;
/// nothing where it is not clear, which is told.
pub(super) fn judged(
    told: &Told,
    place: &Place,
    sheet: &Sheet,
    part: &ReplyPart,
    made: &[Revision],
) -> Result<Option<Answered>> {
    let context = told.context;
    let asked = part.tag.as_ref().and_then(|tag| tag.lesson.as_deref());
    let (Some(asked), Some((held, rest))) = (asked, verdict(&part.text)) else {
        told.left(&NOT_UNDERSTOOD.into(), Some(place), &part.text);
        return Ok(None);
    };
    let applied = lesson_verdict::applied(context, &context.collection()?, sheet);
    let by_address = |one: &&AppliedLesson| {
        let by_digest = address(split(&one.address).0, LessonDigest::of(&one.lesson.text));
        one.address == asked || by_digest == asked
    };
    let mut found: Vec<&AppliedLesson> = match &part.beside {
        // Its number may be that of another lesson by now.
        Beside::Lesson(text) => applied.iter().filter(|one| begins(one, text)).collect(),
        _ => applied.iter().collect(),
    };
    if found.len() != 1 || !matches!(part.beside, Beside::Lesson(_)) {
        found.retain(by_address);
    }
    let Some(lesson) = found.first() else {
        let why = phrase!("no lesson {asked}", "pas de leçon {asked}", asked);
        told.left(&why, Some(place), &part.text);
        return Ok(None);
    };
    let verdict = if held { Verdict::Held } else { Verdict::DidNotHold };
    if !rest.is_empty() {
        told.besides(&sheet.id, rest);
    }
    if verdict.is_noted(&lesson.lesson, &sheet.id) {
        told.known(part.text[..part.text.len() - rest.len()].trim());
        return Ok(Some(Answered::Nothing));
    }
    if lesson.lesson.is_judged_in(&sheet.id) {
        let why = phrase!("the lesson says otherwise", "la leçon dit le contraire");
        told.left(&why, Some(place), &part.text);
        return Ok(None);
    }
    match lesson.told(context, made, &sheet.id, verdict) {
        Ok(revision) => Ok(revision.map(|made| Answered::Lesson(Box::new(made)))),
        Err(refusal) => {
            revision::show(context, &refusal);
            Ok(None)
        }
    }
}

/// Whether a lesson begins with a text, which may be cut and have behind it what to do.
fn begins(applied: &AppliedLesson, text: &str) -> bool {
    let lesson = letters_key(&applied.lesson.text);
    let text = letters_key(text.split(['…', '→']).next().unwrap_or_default());
    !text.is_empty() && lesson.starts_with(&text)
}

//! Asks of each lesson that a project applies whether it held.

use anyhow::Result;

use crate::lang::{Text, phrase, text};
use crate::session::lesson_verdict::{AppliedLesson, Verdict};
use crate::session::revision::{self, Revision};
use crate::session::{Context, apply};
use crate::store::Collection;
use crate::terminal::answer::{Answer, MenuItem, Question};
use crate::terminal::prompt::Prompt;

/// Asks of each lesson, and writes what is told into its sheet at once; in a dry run only shows it.
/// Gives those sheets as they are then, and why the questions end.
///
/// # Errors
/// Where the disk does not let it be written.
pub(super) fn ask(
    context: &Context,
    collection: &Collection,
    prompt: &mut Prompt,
    id: &str,
    lessons: &[AppliedLesson],
    dry_run: bool,
) -> Result<(Vec<Revision>, Answer<()>)> {
    let mut revisions = Vec::new();
    let lang = context.lang();
    for (at, lesson) in lessons.iter().enumerate() {
        let question = phrase!(
            "{at}/{count} · Did this lesson hold? {text} ({address})",
            "{at}/{count} · Cette leçon a-t-elle tenu ? {text} ({address})",
            at = at + 1,
            count = lessons.len(),
            text = lesson.lesson.text,
            address = lesson.address,
        );
        let question = Question { help: HELP.get(lang), ..Question::of(question.get(lang)) };
        let items = ANSWERS.map(|(words, also, _)| MenuItem {
            also: also.to_vec(),
            ..MenuItem::of(words.get(lang))
        });
        let verdict = loop {
            match prompt.choose(&question, &items, 0) {
                Answer::Given(index) => break ANSWERS[index].2,
                Answer::Back => {}
                other => return Ok((revisions, other.map(|_| ()))),
            }
        };
        let Some(verdict) = verdict else { continue };
        if dry_run {
            match lesson.told(context, &revisions, id, verdict) {
                Ok(revision) => revisions.extend(revision),
                Err(refusal) => revision::show(context, &refusal),
            }
        } else {
            let lock = apply::lock(context, collection)?;
            revisions.extend(lesson.tell(context, &lock, id, verdict)?);
        }
    }
    Ok((revisions, Answer::Given(())))
}

const ANSWERS: [(Text, &[&str], Option<Verdict>); 3] = [
    (text!("not known yet", "on ne sait pas encore"), &[], None),
    (text!("yes, it held", "oui, elle a tenu"), &["oui", "yes"], Some(Verdict::Held)),
    (
        text!("no, it did not hold", "non, elle n'a pas tenu"),
        &["non", "no"],
        Some(Verdict::DidNotHold),
    ),
];

const HELP: Text = text!(
    "What you say is written on the lesson, in its sheet: the next project reads where it held and \
     where not. A lesson that did not hold is worth as much.",
    "Votre réponse est écrite sur la leçon, dans sa fiche : le prochain projet lira où elle a tenu et \
     où non. Une leçon qui n'a pas tenu vaut autant.",
);

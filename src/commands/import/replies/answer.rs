//! What an answer changes in the sheet that it is for.

use anyhow::Result;

use crate::commands::import::replies::judged::judged;
use crate::commands::import::replies::place::Place;
use crate::commands::import::replies::told::{NOT_UNDERSTOOD, Told};
use crate::import::{Reply, ReplyPart};
use crate::lang::phrase;
use crate::session::apply;
use crate::session::assignment::{self, Assignment};
use crate::session::revision::{self, Revision};
use crate::sheet::Sheet;
use crate::sheet::ask::people;
use crate::sheet::key::Key;
use crate::sheet::questions::lacks;
use crate::sheet::shape::Shape;
use crate::tree::{Change, Tree};
use crate::value::any::Value;
use crate::value::bullets;
use crate::value::lesson::Word;
use crate::value::name_set::NameSet;

/// What an answer changes.
pub(super) enum Answered {
    /// The sheet that it is for, by its id.
    Sheet(String, Vec<Assignment>),
    /// The sheet of a lesson that was applied.
    Lesson(Box<Revision>),
}

/// What an answer changes, and in which sheet; nothing where it cannot be taken, which is told.
pub(super) fn answered(
    told: &Told,
    place: &Place,
    reply: &Reply,
    part: &ReplyPart,
) -> Result<Option<Answered>> {
    let sheet = match apply::read(told.context, &place.path) {
        Ok((_, sheet)) => sheet,
        Err(refusal) => {
            revision::show(told.context, &refusal);
            return Ok(None);
        }
    };
    let who = reply.from.as_deref().map(|from| named(&sheet, from));
    let (field, text) = (place.field, part.text.trim());
    let made = match field.shape {
        Shape::LessonAddresses => {
            return Ok(
                judged(told, place, &sheet, part)?.map(|made| Answered::Lesson(Box::new(made)))
            );
        }
        Shape::Words => {
            let word = match who {
                from @ Some(_) => Word { from, text: text.to_owned(), ..Word::default() },
                None => Word::parse(text),
            };
            Some(vec![Assignment::of(field.key, Change::Add(Value::Record(&word).written()))])
        }
        Shape::Lessons => {
            let is_list = text.lines().all(|line| bullets::strip_mark(line).is_some());
            let texts = if is_list { bullets::items(text) } else { vec![text.to_owned()] };
            let mut made = Vec::new();
            for text in texts {
                made.extend(understood(told, place, &sheet, &text)?.unwrap_or_default());
            }
            if let Some(who) = who {
                made.iter_mut()
                    .flat_map(|one| &mut one.changes)
                    .for_each(|(_, one)| sign(one, &who));
            }
            Some(made).filter(|made| !made.is_empty())
        }
        shape if !shape.is_list() && !lacks(&sheet, field) => {
            let there = field.stored(&sheet).echo(told.context.lang());
            let why =
                phrase!("the sheet says already: {there}", "la fiche dit déjà : {there}", there);
            told.left(&why, Some(place), text);
            None
        }
        _ => understood(told, place, &sheet, text)?,
    };
    Ok(made.map(|made| Answered::Sheet(sheet.id, made)))
}

/// What a text means under a key, where that is certain or somebody confirms it.
fn understood(
    told: &Told,
    place: &Place,
    sheet: &Sheet,
    text: &str,
) -> Result<Option<Vec<Assignment>>> {
    let (context, field) = (told.context, place.field);
    let key = Key::Field(field);
    let assignment = match assignment::parse_item(context, field.key, &key, text, &sheet.dates) {
        Ok(assignment) => assignment,
        Err(diagnostics) => {
            let why = diagnostics.first().map(|diagnostic| diagnostic.finding.lint.title);
            told.left(&why.unwrap_or(NOT_UNDERSTOOD).into(), Some(place), text);
            return Ok(None);
        }
    };
    let is_certain = assignment.warnings.is_empty();
    if !is_certain && context.confirm(&assignment::question(&assignment), true)? != Some(true) {
        let read = &assignment.read;
        told.left(&phrase!("perhaps {read}", "peut-être {read}", read), Some(place), text);
        return Ok(None);
    }
    Ok(Some(Assignment { warnings: Vec::new(), ..assignment }.split()))
}

/// The name that a sheet has for somebody; their own where it has none, or several.
fn named(sheet: &Sheet, from: &str) -> String {
    let known = NameSet::of([from].into_iter());
    let mut people = people(sheet).into_iter().filter(|name| known.may_contain(name));
    match (people.next(), people.next()) {
        (Some(name), None) => name.to_owned(),
        _ => from.to_owned(),
    }
}

/// Notes on a lesson that is added whose it is.
fn sign(change: &mut Change, who: &str) {
    let Change::Add(item) = change else {
        return;
    };
    let by = ("by".to_owned(), Tree::text(who));
    match item {
        Tree::Map(members) => members.push(by),
        _ => *item = Tree::Map(vec![("text".to_owned(), item.clone()), by]),
    }
}

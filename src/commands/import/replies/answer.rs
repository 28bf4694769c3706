//! What an answer changes in the sheet that it is for.

use anyhow::Result;

use crate::commands::import::replies::answered::Answered;
use crate::commands::import::replies::documents::{DOCUMENTS, placed};
use crate::commands::import::replies::judged::judged;
use crate::commands::import::replies::place::Place;
use crate::commands::import::replies::told::{NOT_UNDERSTOOD, Told};
use crate::import::{Beside, Reply, ReplyPart};
use crate::lang::choice::Choice;
use crate::lang::{Text, phrase, text};
use crate::session::apply;
use crate::session::assignment::{self, Assignment};
use crate::session::revision::{self, Revision};
use crate::sheet::Sheet;
use crate::sheet::ask::{can_be_private, people, with_action, without_private_mark};
use crate::sheet::debrief::is_as_shown;
use crate::sheet::key::Key;
use crate::sheet::questions::lacks;
use crate::sheet::shape::Shape;
use crate::text::fold::name_key;
use crate::tree::{Change, Tree, same};
use crate::value::any::Value;
use crate::value::bullets;
use crate::value::lesson::Word;
use crate::value::name_set::NameSet;
use crate::value::visibility::Visibility;

/// What an answer changes, and in which sheet; nothing where it cannot be taken, which is told. `made`
/// are the new texts of sheets whose lessons were judged before.
pub(super) fn answered(
    told: &Told,
    place: &Place,
    reply: &Reply,
    part: &ReplyPart,
    made: &[Revision],
) -> Result<Option<Answered>> {
    let sheet = match apply::read(told.context, &place.path) {
        Ok((_, sheet)) => sheet,
        Err(refusal) => {
            revision::show(told.context, &refusal);
            return Ok(None);
        }
    };
    let signed = reply.signed.as_deref().and_then(|name| named(&sheet, name));
    let from = || reply.from.as_deref().map(|from| named(&sheet, from).unwrap_or(from));
    let who = signed.or_else(from).map(str::to_owned);
    let (field, text) = (place.field, part.text.trim());
    if part.beside == Beside::Shown {
        if is_as_shown(&sheet, field, text) {
            return Ok(Some(Answered::Nothing));
        }
        // What was too long to be shown is not whole.
        if text.contains('…') {
            told.left(&NOT_UNDERSTOOD.into(), Some(place), text);
            return Ok(None);
        }
    }
    if matches!(field.shape, Shape::LessonAddresses) {
        return judged(told, place, &sheet, part, made);
    }
    // Each lesson of a list is private, or not, by itself.
    let is_apart = matches!(field.shape, Shape::Lessons) && marks_items(text);
    let unmarked = if is_apart { None } else { without_private_mark(text) };
    let is_private = unmarked.is_some();
    let text = unmarked.as_deref().unwrap_or(text);
    if is_private && (text.is_empty() || !can_be_private(field)) {
        let why = if text.is_empty() { NOT_UNDERSTOOD } else { NOT_PRIVATE };
        told.left(&why.into(), Some(place), &part.text);
        return Ok(None);
    }
    let made = match field.shape {
        Shape::Words => {
            let word = match who.clone() {
                from @ Some(_) => Word { from, text: text.to_owned(), ..Word::default() },
                None => Word::parse(text),
            };
            Some(vec![Assignment::of(field.key, Change::Add(Value::Record(&word).written()))])
        }
        Shape::Lessons => lessons(told, place, &sheet, text, who.as_deref())?,
        shape if !shape.is_list() && !lacks(&sheet, field) => {
            return Ok(beside(told, place, &sheet, part));
        }
        _ => understood(told, place, &sheet, text)?,
    };
    let Some(mut made) = made else {
        return Ok(None);
    };
    if is_private {
        add_to_each(&mut made, "visibility", Visibility::Private.code());
    }
    if matches!(field.shape, Shape::Documents) {
        made = placed(&sheet, made);
        if made.is_empty() {
            told.known(text);
            return Ok(Some(Answered::Nothing));
        }
    }
    Ok(Some(Answered::Sheet(sheet.id, made)))
}

/// The lessons that a text tells, each with what to do and with whoever says it.
fn lessons(
    told: &Told,
    place: &Place,
    sheet: &Sheet,
    text: &str,
    who: Option<&str>,
) -> Result<Option<Vec<Assignment>>> {
    let texts = if is_list(text) { bullets::items(text) } else { by_action(text) };
    let mut all = Vec::new();
    for text in texts {
        let unmarked = without_private_mark(&text);
        let is_private = unmarked.is_some();
        let text = unmarked.as_deref().unwrap_or(&text);
        let mut made = understood(told, place, sheet, text)?.unwrap_or_default();
        for (part, said) in
            [("by", who), ("visibility", is_private.then_some(Visibility::Private.code()))]
        {
            if let Some(said) = said {
                add_to_each(&mut made, part, said);
            }
        }
        all.extend(made);
    }
    Ok(Some(all).filter(|all| !all.is_empty()))
}

/// The lines of a text of which each says what to do; else the text as a whole.
fn by_action(text: &str) -> Vec<String> {
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
    let is_each = lines.iter().all(|line| with_action(line).1.is_some());
    if is_each { lines.into_iter().map(str::to_owned).collect() } else { vec![text.to_owned()] }
}

/// Whether a text is the items of a list, and nothing besides.
fn is_list(text: &str) -> bool {
    let mut marks = bullets::Marks::default();
    text.lines().all(|line| marks.strip(line).is_some())
}

/// Whether a text is a list in which each mark of what is private stands in the item that it is for.
fn marks_items(text: &str) -> bool {
    let is_bare = |item: &String| without_private_mark(item).is_some_and(|text| text.is_empty());
    is_list(text) && !bullets::items(text).iter().any(is_bare)
}

/// What an answer changes where the sheet says something already.
fn beside(told: &Told, place: &Place, sheet: &Sheet, part: &ReplyPart) -> Option<Answered> {
    let (field, text) = (place.field, part.text.trim());
    let there = field.stored(sheet);
    let context = told.context;
    let key = Key::Field(field);
    let read = assignment::parse_item(context, field.key, &key, text, &sheet.dates);
    let is_same = read.is_ok_and(|read| same(&read.whole, &there.written()));
    match (&there, &part.beside) {
        _ if is_same => {}
        (Value::Text(there), Beside::Added) if holds_paragraphs(there, text) => {}
        (Value::Text(there), Beside::Added) => {
            let whole = Tree::text(format!("{}\n\n{text}", there.trim_end()));
            let made = vec![Assignment::of(field.key, Change::Set(whole))];
            return Some(Answered::Sheet(sheet.id.clone(), made));
        }
        _ => {
            let there = there.echo(context.lang());
            let why =
                phrase!("the sheet says already: {there}", "la fiche dit déjà : {there}", there);
            told.left(&why, Some(place), text);
            return None;
        }
    }
    told.known(text);
    Some(Answered::Nothing)
}

/// Whether a text holds all paragraphs of another one.
fn holds_paragraphs(text: &str, sought: &str) -> bool {
    let paragraphs = |text: &str| -> Vec<String> { text.split("\n\n").map(name_key).collect() };
    let there = paragraphs(text);
    paragraphs(sought).iter().all(|one| there.contains(one))
}

const NOT_PRIVATE: Text = text!(
    "only a lesson, a word or a document can be private",
    "seuls une leçon, un petit mot ou un document peuvent être privés",
);

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

/// The name that a sheet has for somebody; nothing where it has none, or several.
fn named<'s>(sheet: &'s Sheet, from: &str) -> Option<&'s str> {
    let known = NameSet::of([from].into_iter());
    let mut people = people(sheet).into_iter().filter(|name| known.may_contain(name));
    match (people.next(), people.next()) {
        (Some(name), None) => Some(name),
        _ => None,
    }
}

/// Adds a part to each item that is added.
fn add_to_each(made: &mut [Assignment], part: &str, said: &str) {
    for (path, change) in made.iter_mut().flat_map(|one| &mut one.changes) {
        let Change::Add(item) = change else {
            continue;
        };
        let part = (part.to_owned(), Tree::text(said));
        match item {
            Tree::Map(members) => members.push(part),
            _ => *item = Tree::Map(vec![(text_of(path).to_owned(), item.clone()), part]),
        }
    }
}

/// The part that an item of a list is where it is a text alone.
fn text_of(path: &str) -> &'static str {
    if path == DOCUMENTS { "title" } else { "text" }
}

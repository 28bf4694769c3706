//! The lessons that are meant by the addresses that were typed.

use crate::error::SystemError;
use crate::finding::{Diagnostic, Finding, Severity};
use crate::lang::{Phrase, Text, phrase, text};
use crate::rules;
use crate::session::find_sheet::find_sheet;
use crate::session::sheets;
use crate::session::{Context, Failure};
use crate::sheet::lesson_address::{address, names, split};
use crate::text::shell::shell_quote;
use crate::text::{Source, Span};

/// The addresses as they are stored, so that they survive another order of the lessons; the sheet may
/// be named as anywhere else.
///
/// # Errors
/// What is reported of those that name no lesson.
pub(crate) fn resolve(
    context: &Context,
    path: &str,
    text: &str,
) -> Result<Vec<String>, Vec<Diagnostic>> {
    let typed = text.split([' ', ',', ';', '\n', '\t']).filter(|typed| !typed.is_empty());
    let (mut stored, mut told) = (Vec::new(), Vec::new());
    for typed in typed {
        match resolve_one(context, typed) {
            Ok(address) => stored.push(address),
            Err((label, help)) => {
                let source = Source::of(path.to_owned(), typed.to_owned());
                let span = Span::on_line(1, 1, typed.chars().count());
                let finding = Finding::new(rules::UNKNOWN_LESSON, span, label).with_help(help);
                // What would be a warning in a sheet is here why nothing is written.
                let finding = Finding { severity: Severity::Error, ..finding };
                told.push(Diagnostic::new(&source, finding));
            }
        }
    }
    if told.is_empty() { Ok(stored) } else { Err(told) }
}

/// Says how it is noted that a project applies a lesson: that of an id, or any.
pub(crate) fn note_applied(context: &Context, id: Option<&str>, lesson: &str) {
    let any = text!("ID", "FICHE");
    let id = id.map_or(any.into(), |id| Phrase::untranslated(shell_quote(id)));
    context.note(&phrase!(
        "to note a lesson that a project applies:\n  sheet add applied {id} {lesson}",
        "pour noter une leçon qu'un projet applique :\n  sheet add appliquée {id} {lesson}",
        id,
        lesson,
    ));
}

const AS_IN: Text = text!("as in: forum-2021#n2", "par exemple : forum-2021#n2");

/// Why an address names no lesson, and what to do.
type Refusal = (Phrase, Phrase);

fn resolve_one(context: &Context, typed: &str) -> Result<String, Refusal> {
    let (id, name) = split(typed);
    let no_sheet = |why: &anyhow::Error| {
        let told = why.downcast_ref::<Failure>().and_then(|failure| failure.message.clone());
        (told.unwrap_or_else(|| SystemError::message(why)), AS_IN.into())
    };
    let collection = context.collection().map_err(|why| no_sheet(&why))?;
    let path = find_sheet(context, &collection, id).map_err(|why| no_sheet(&why))?;
    let read = sheets::map_files(context, &[path], |entry| entry.sheet);
    let Some(sheet) = read.answers.into_iter().next() else {
        let label = phrase!("{id} cannot be read", "{id} ne peut pas être lue", id);
        return Err((label, AS_IN.into()));
    };
    let lessons: Vec<_> = names(&sheet.lessons).collect();
    let id = &sheet.id;
    if let Some(lesson) = lessons.iter().find(|lesson| lesson.is_in(typed)) {
        return Ok(address(id, lesson.digest));
    }
    let label = if name.is_empty() {
        phrase!("which lesson of {id}?", "quelle leçon de {id} ?", id)
    } else {
        phrase!("{id} has no lesson {name}", "{id} n'a pas de leçon {name}", id, name)
    };
    let known: Vec<String> = lessons.iter().map(|lesson| address(id, lesson.number)).collect();
    let help = match known.as_slice() {
        [] => phrase!("this sheet holds no lesson", "cette fiche ne contient aucune leçon"),
        known => {
            let known = known.join(", ");
            phrase!("its lessons: {known}", "ses leçons : {known}", known)
        }
    };
    Err((label, help))
}

//! What a person is asked of a project, by the interview and by the form: in which order, and what of
//! it a sheet lacks.

use std::ops::Range;

use crate::lang::{Text, text};
use crate::sheet::Sheet;
use crate::sheet::canonical::is_below;
use crate::sheet::field::Field;
use crate::sheet::fields::FIELDS;
use crate::sheet::section::Section;
use crate::sheet::shape::Shape;
use crate::value::document::Document;

/// A question, and the group in which it is asked.
#[derive(Clone, Copy)]
pub struct FieldQuestion {
    pub field: &'static Field,
    pub group: Text,
}

/// What is asked first: with it the earlier projects that are close can be found.
const FIRST: [&str; 3] = ["title", "territory.name", "commissioners"];

/// Every question, in order: what tells which project it is, then the sections of a sheet.
///
/// Codes and coordinates are not asked, nor what keeps the sheet itself: few know them by heart,
/// and `sheet set` gives them.
pub fn all() -> Vec<FieldQuestion> {
    let group = text!("Title, territory, commissioners", "Titre, territoire, commanditaires");
    let first = FIRST.iter().filter_map(|key| FIELDS.iter().find(|field| field.key == *key));
    let first = first.map(|field| FieldQuestion { field, group });
    let rest = Section::SHOWN.into_iter().flat_map(|section| {
        let asked = FIELDS.iter().filter(move |field| field.section == section && is_asked(field));
        asked.map(move |field| FieldQuestion { field, group: section.label() })
    });
    first.chain(rest).collect()
}

/// The questions that a sheet does not answer, or not for all of its team and documents.
pub fn missing(sheet: &Sheet) -> Vec<FieldQuestion> {
    let mut questions = all();
    questions.retain(|question| lacks(sheet, question.field));
    questions
}

/// The groups of questions that follow each other, each with where it stands.
pub fn groups(questions: &[FieldQuestion]) -> Vec<(Text, Range<usize>)> {
    let mut groups: Vec<(Text, Range<usize>)> = Vec::new();
    for (index, question) in questions.iter().enumerate() {
        match groups.last_mut() {
            Some((group, range)) if *group == question.group => range.end = index + 1,
            _ => groups.push((question.group, index..index + 1)),
        }
    }
    groups
}

fn is_asked(field: &Field) -> bool {
    field.section != Section::About
        && !matches!(field.shape, Shape::Code(_) | Shape::Decimal)
        && !FIRST.contains(&field.key)
}

/// Whether a sheet says nothing for a field, not even what cannot be read.
pub fn lacks(sheet: &Sheet, field: &Field) -> bool {
    if sheet.unread.iter().any(|unread| is_below(&unread.key, field.key)) {
        return false;
    }
    let nothing = (field.get)(sheet).is_missing();
    match field.shape {
        Shape::Words if !sheet.team.is_empty() => silent(sheet).next().is_some(),
        Shape::Documents => nothing || sheet.documents.iter().any(Document::is_nowhere),
        _ => nothing,
    }
}

/// The names of those of the team who have said no word.
pub fn silent(sheet: &Sheet) -> impl Iterator<Item = &str> {
    let authors = sheet.lessons.authors();
    let team = sheet.team.iter().map(|person| person.name.as_str());
    team.filter(move |name| !authors.may_contain(name))
}

//! What each person owes a sheet: the one thing that brings it furthest.

use crate::lang::text;
use crate::sheet::Sheet;
use crate::sheet::completeness::{MissingField, completeness};
use crate::value::status::Status;

/// The key of what each of the team says in their own words.
pub(super) const WORDS: &str = "lessons.words";

/// The one thing that somebody owes a sheet; of a sheet that names nobody, what it lacks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Owed<'s> {
    pub who: Option<&'s str>,
    pub need: MissingField,
}

/// What the people of a sheet owe it: a word, where the project is over and they have said none;
/// else what the sheet lacks next. Nothing where it is complete.
pub fn owed(sheet: &Sheet) -> Vec<Owed<'_>> {
    let Some(next) = completeness(sheet).1 else {
        return Vec::new();
    };
    let people = people(sheet);
    if people.is_empty() {
        return vec![Owed { who: None, need: next }];
    }
    let authors = sheet.lessons.authors();
    let over = sheet.current_status() == Some(Status::Done);
    let word = MissingField { key: WORDS, label: text!("a word", "un petit mot") };
    let of_one = |name| {
        let is_silent = over && !sheet.team.is_empty() && !authors.may_contain(name);
        Owed { who: Some(name), need: if is_silent { word } else { next } }
    };
    people.into_iter().map(of_one).collect()
}

/// Those who can be asked about a project: its team, else the members of the cooperative in it.
pub fn people(sheet: &Sheet) -> Vec<&str> {
    let people = if sheet.team.is_empty() { &sheet.members } else { &sheet.team };
    people.iter().map(|person| person.name.as_str()).collect()
}

//! What each person of a sheet can be asked about it.

use std::cmp::Reverse;

use chrono::NaiveDate;

use crate::sheet::Sheet;
use crate::sheet::ask::owed::{Owed, WORDS, owed, people};
use crate::sheet::field::Field;
use crate::sheet::fields::{self, FIELDS};
use crate::sheet::model::Lessons;
use crate::value::status::Status;

/// The key of the lessons that a project meant to apply.
pub(super) const APPLIED: &str = "applied";

/// A question to a person about a sheet.
#[derive(Clone)]
pub struct Candidate {
    pub who: String,
    /// The id of the sheet.
    pub id: String,
    pub field: &'static Field,
    /// The address of the lesson that is asked about, where it is one that the project applied.
    pub lesson: Option<String>,
    pub(super) rank: Rank,
    /// The sort of lessons of which the sheet has the fewest.
    pub(super) rarest: &'static Field,
}

/// Which question comes first for a person: whether a lesson held, then their own word, then a fact,
/// of a project that they lead before others; of the project that ended last.
pub(super) type Rank = (Sort, bool, Reverse<Option<NaiveDate>>, String);

/// What sort of question it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sort {
    Applied,
    Word,
    /// What everybody who was there would answer alike.
    Fact,
}

/// What each person of a sheet can be asked: what they owe it, and where the project is over,
/// whether the lessons that it applies held there.
pub fn candidates(sheet: &Sheet) -> Vec<Candidate> {
    let Some(rarest) = rarest(&sheet.lessons) else {
        return Vec::new();
    };
    let leads = |who: &str| people(sheet).first().is_some_and(|first| *first == who);
    let candidate = |who: &str, field, sort, lesson| Candidate {
        who: who.to_owned(),
        id: sheet.id.clone(),
        field,
        lesson,
        rank: (
            sort,
            sort == Sort::Fact && !leads(who),
            Reverse(sheet.period().last()),
            sheet.id.clone(),
        ),
        rarest,
    };
    let mut all = Vec::new();
    if let Some(field) = fields::find(APPLIED)
        && sheet.current_status() == Some(Status::Done)
    {
        for lesson in &sheet.applied {
            let of_one = |who| candidate(who, field, Sort::Applied, Some(lesson.clone()));
            all.extend(people(sheet).into_iter().map(of_one));
        }
    }
    for Owed { who, need } in owed(sheet) {
        if let (Some(who), Some(field)) = (who, field_of(need.key)) {
            let sort = if need.key == WORDS { Sort::Word } else { Sort::Fact };
            all.push(candidate(who, field, sort, None));
        }
    }
    all
}

/// The field by which something that a sheet lacks is asked: itself, or the first of its group that
/// has a question.
fn field_of(key: &str) -> Option<&'static Field> {
    let asked = |field: &&Field| field.more.question.is_some();
    let begins = |field: &&Field| {
        field.key.strip_prefix(key).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    };
    // Of a part, the whole is asked.
    let whole =
        |field: &&Field| key.strip_prefix(field.key).is_some_and(|rest| rest.starts_with('.'));
    FIELDS.iter().filter(asked).find(begins).or_else(|| FIELDS.iter().filter(asked).find(whole))
}

fn rarest(lessons: &Lessons) -> Option<&'static Field> {
    let (key, _) = lessons.sorts().into_iter().min_by_key(|(_, lessons)| lessons.len())?;
    fields::find(key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheet::completeness::completeness;
    use crate::sheet::questions;

    #[test]
    fn whatever_a_sheet_can_lack_next_is_asked() {
        let mut sheet = Sheet::default();
        let (_, need) = completeness(&sheet);
        assert!(field_of(need.expect("it lacks all").key).is_some());
        sheet.team.push(crate::value::person::Person::named("Alix Durand"));
        assert_eq!(candidates(&sheet).len(), 1);
        for key in ["dates", "lessons", "outcome", "documents.url", "participation.reached"] {
            assert!(field_of(key).is_some(), "{key}");
        }
        assert_eq!(field_of("lessons").map(|field| field.key), Some("lessons.nuggets"));
    }

    #[test]
    fn what_is_asked_by_mail_is_asked_by_the_interview_too() {
        let asked: Vec<&str> = questions::all().iter().map(|question| question.field.key).collect();
        for field in FIELDS.iter().filter(|field| field.more.question.is_some()) {
            assert!(asked.contains(&field.key) || field.key == APPLIED, "{}", field.key);
        }
    }
}

//! Chooses the one question that each person is asked.

use std::collections::{BTreeMap, HashSet};

use crate::sheet::ask::candidates::{Candidate, Sort};
use crate::text::fold::{name_key, sort_key};

/// The one question of each person, in the order of their names.
///
/// A fact, and whether a lesson held, is asked of one person only; whoever has no other question left
/// is asked for a lesson, of the sort of which the sheet has the fewest.
pub fn choose(candidates: Vec<Candidate>) -> Vec<Candidate> {
    let mut people: BTreeMap<(String, String), Vec<Candidate>> = BTreeMap::new();
    for candidate in candidates {
        people.entry(sort_key(&name_key(&candidate.who))).or_default().push(candidate);
    }
    let mut asked = HashSet::new();
    let one = |mut all: Vec<Candidate>| {
        all.sort_by(|one, other| one.rank.cmp(&other.rank));
        let is_open = |one: &&Candidate| one.rank.0 == Sort::Word || !asked.contains(&what(one));
        let open = all.iter().find(is_open).cloned();
        let chosen = open.or_else(|| {
            let first = all.first()?.clone();
            Some(Candidate { field: first.rarest, lesson: None, ..first })
        })?;
        asked.insert(what(&chosen));
        Some(chosen)
    };
    people.into_values().filter_map(one).collect()
}

/// What is asked: of which sheet, for which key, about which lesson.
fn what(one: &Candidate) -> (String, &'static str, Option<String>) {
    (one.id.clone(), one.field.key, one.lesson.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheet::Sheet;
    use crate::sheet::ask::candidates;
    use crate::value::person::Person;
    use crate::value::status::Status;

    fn sheet(id: &str, team: &[&str]) -> Sheet {
        let team = team.iter().map(|name| Person::named(*name)).collect();
        Sheet { id: id.to_owned(), team, ..Sheet::default() }
    }

    fn chosen(sheets: &[Sheet]) -> Vec<(String, String)> {
        let all = sheets.iter().flat_map(candidates).collect();
        choose(all)
            .into_iter()
            .map(|one| (one.who, format!("{} {}", one.id, one.field.key)))
            .collect()
    }

    #[test]
    fn each_person_has_one_question_and_a_fact_is_asked_once() {
        let sheets = [sheet("one", &["Sam", "Alix", "Lou"]), sheet("two", &["Lou"])];
        let told = |who: &str, what: &str| (who.to_owned(), what.to_owned());
        assert_eq!(
            chosen(&sheets),
            [
                told("Alix", "one dates.start"),
                told("Lou", "two dates.start"),
                told("Sam", "one lessons.nuggets"),
            ]
        );
    }

    #[test]
    fn whether_a_lesson_held_comes_first_and_only_when_the_project_is_over() {
        let mut over = sheet("one", &["Sam"]);
        over.applied = vec!["two#1f2e3d4c".to_owned()];
        assert!(candidates(&over).iter().all(|one| one.lesson.is_none()));
        over.status = Some(Status::Done);
        let chosen = choose(candidates(&over));
        assert_eq!(chosen[0].lesson.as_deref(), Some("two#1f2e3d4c"));
    }

    #[test]
    fn each_applied_lesson_is_asked_about_and_of_one_person() {
        let mut over = sheet("one", &["Alix", "Lou", "Sam"]);
        over.status = Some(Status::Done);
        over.applied = vec!["two#n1".to_owned(), "two#n2".to_owned()];
        let chosen = choose(candidates(&over));
        let lessons: Vec<Option<&str>> = chosen.iter().map(|one| one.lesson.as_deref()).collect();
        assert_eq!(lessons, [Some("two#n1"), Some("two#n2"), None]);
        assert_eq!(chosen[2].field.key, "lessons.words");
    }
}

//! How far a sheet has been written, and the one thing that is missing next.

use crate::lang::Text;
use crate::sheet::Sheet;
use crate::sheet::choice::{Choice, choices};
use crate::sheet::person::Known;

choices! {
    /// The step that a sheet has reached; each needs all of those before it.
    Step {
        Stub: "stub", "a stub", "ébauchée";
        Dated: "dated", "dated", "datée";
        Told: "told", "told", "racontée";
        Useful: "useful", "useful", "utile";
        Complete: "complete", "complete", "complète";
    }
}

/// What a sheet lacks, and the key under which it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Need {
    pub key: &'static str,
    pub words: Text,
}

const fn need(key: &'static str, en: &'static str, fr: &'static str) -> Need {
    Need { key, words: Text::new(en, fr) }
}

/// The step that a sheet has reached, and what the next one needs first; nothing where it is
/// complete.
pub fn completeness(sheet: &Sheet) -> (Step, Option<Need>) {
    let lessons = &sheet.lessons;
    let speakers = Known::of(lessons.words.iter().filter_map(|word| word.from.as_deref()));
    let spoke = |name: &str| speakers.may_be(name);
    let needs = [
        (
            Step::Stub,
            sheet.dates.start.is_some() || sheet.dates.end.is_some(),
            need("dates", "its dates", "ses dates"),
        ),
        (Step::Stub, sheet.cost.amount.is_some(), need("cost", "its cost", "son coût")),
        (Step::Stub, !sheet.team.is_empty(), need("team", "its team", "son équipe")),
        (
            Step::Dated,
            sheet.description.request.is_some(),
            need("description.request", "what the client asked", "la demande du client"),
        ),
        (Step::Dated, lessons.all().next().is_some(), need("lessons", "one lesson", "une leçon")),
        (
            Step::Told,
            sheet.outcome.level.is_some() || sheet.outcome.text.is_some(),
            need("outcome", "its outcome", "son résultat"),
        ),
        (Step::Told, !sheet.tools.is_empty(), need("tools", "its tools", "ses outils")),
        (
            Step::Told,
            !lessons.difficulties.is_empty(),
            need("lessons.difficulties", "one difficulty", "une difficulté"),
        ),
        (
            Step::Useful,
            sheet.participation.reached.is_some(),
            need(
                "participation.reached",
                "how many people were reached",
                "le nombre de personnes touchées",
            ),
        ),
        (
            Step::Useful,
            sheet.team.iter().all(|person| spoke(&person.name)),
            need(
                "lessons.words",
                "a word from everyone in the team",
                "un mot de chaque membre de l'équipe",
            ),
        ),
        (
            Step::Useful,
            !sheet.documents.is_empty(),
            need("documents", "its documents", "ses documents"),
        ),
        (
            Step::Useful,
            sheet.documents.iter().all(|one| one.file.is_some() || one.url.is_some()),
            need("documents.url", "where its documents are", "l'emplacement de ses documents"),
        ),
    ];
    match needs.into_iter().find(|(_, there, _)| !there) {
        Some((step, _, missing)) => (step, Some(missing)),
        None => (Step::Complete, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;
    use crate::sheet::document::Document;
    use crate::sheet::lesson::{Lesson, Word};
    use crate::sheet::person::Person;
    use crate::sheet::{date, money};

    #[test]
    fn each_step_names_the_next_missing_thing_only() {
        let mut sheet = Sheet::default();
        let step = |sheet: &Sheet| {
            let (step, missing) = completeness(sheet);
            (step.code(), missing.map_or("", |missing| missing.words.say(Lang::En)))
        };
        assert_eq!(step(&sheet), ("stub", "its dates"));
        sheet.dates.start = date::read("2023").value();
        sheet.cost = money::read("gratuit").value().expect("it is money");
        assert_eq!(step(&sheet), ("stub", "its team"));
        sheet.team = vec![Person::named("Alix Durand")];
        sheet.description.request = Some("Un forum".to_owned());
        assert_eq!(step(&sheet), ("dated", "one lesson"));
        sheet.lessons.nuggets = vec![Lesson::of("Marcher")];
        sheet.tools = vec!["Forum".to_owned()];
        assert_eq!(step(&sheet), ("told", "its outcome"));
        sheet.outcome.text = Some("Une navette".to_owned());
        sheet.lessons.difficulties = vec![Lesson::of("La pluie")];
        sheet.participation.reached = Some(12);
        assert_eq!(step(&sheet), ("useful", "a word from everyone in the team"));
        sheet.lessons.words = vec![Word::read("Alix : oui")];
        sheet.documents = vec![Document { title: Some("Bilan".to_owned()), ..Document::default() }];
        assert_eq!(step(&sheet), ("useful", "where its documents are"));
        sheet.documents[0].url = Some("https://example.org".to_owned());
        assert_eq!(step(&sheet), ("complete", ""));
    }
}

//! How far a sheet has been written, and the one thing that is missing next.

use crate::lang::choice::{Choice, choices};
use crate::lang::{Text, text};
use crate::sheet::Sheet;

choices! {
    /// The step that a sheet has reached; each needs all of those before it.
    Step {
        Stub: "stub", "stub", "ébauche", also "ébauchée";
        Scoped: "scoped", "scoped", "cadrée", also "dated", also "datée";
        Described: "described", "described", "racontée", also "told";
        Useful: "useful", "useful", "utile";
        Complete: "complete", "complete", "complète";
    }
}

/// What a sheet lacks, and the key under which it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MissingField {
    pub key: &'static str,
    pub label: Text,
}

const fn need(key: &'static str, label: Text) -> MissingField {
    MissingField { key, label }
}

/// The step that a sheet has reached, and what the next one needs first; nothing where it is
/// complete.
pub fn completeness(sheet: &Sheet) -> (Step, Option<MissingField>) {
    let lessons = &sheet.lessons;
    let authors = lessons.authors();
    let needs = [
        (
            Step::Stub,
            sheet.dates.start.is_some() || sheet.dates.end.is_some(),
            need("dates", text!("the dates", "les dates")),
        ),
        (
            Step::Stub,
            sheet.known_cost().is_some_and(|cost| cost.amount.is_some()),
            need("cost", text!("the cost", "le coût")),
        ),
        (Step::Stub, !sheet.team.is_empty(), need("team", text!("the team", "l'équipe"))),
        (
            Step::Scoped,
            sheet.description.request.is_some(),
            need(
                "description.request",
                text!("the commissioner's request", "la demande du commanditaire"),
            ),
        ),
        (
            Step::Scoped,
            lessons.all().next().is_some(),
            need("lessons", text!("a first lesson", "une première leçon")),
        ),
        (
            Step::Described,
            sheet.outcome.level.is_some() || sheet.outcome.text.is_some(),
            need("outcome", text!("the outcome", "le résultat")),
        ),
        (
            Step::Described,
            !sheet.tools.is_empty(),
            need("tools", text!("the tools used", "les outils utilisés")),
        ),
        (
            Step::Described,
            !lessons.difficulties.is_empty(),
            need("lessons.difficulties", text!("a difficulty", "une difficulté")),
        ),
        (
            Step::Useful,
            sheet.participation.reached.is_some(),
            need(
                "participation.reached",
                text!("the number of people reached", "le nombre de personnes rencontrées"),
            ),
        ),
        (
            Step::Useful,
            sheet.team.iter().all(|person| authors.may_contain(&person.name)),
            need(
                "lessons.words",
                text!("a word from each team member", "un petit mot de chaque membre de l'équipe",),
            ),
        ),
        (
            Step::Useful,
            !sheet.documents.is_empty(),
            need("documents", text!("the documents produced", "les documents produits")),
        ),
        (
            Step::Useful,
            sheet.documents.iter().all(|one| one.file.is_some() || one.url.is_some()),
            need(
                "documents.url",
                text!("the location of the documents", "l'emplacement des documents"),
            ),
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
    use crate::value::document::Document;
    use crate::value::lesson::{Lesson, Word};
    use crate::value::person::Person;
    use crate::value::{date, money};

    #[test]
    fn each_step_names_the_next_missing_thing_only() {
        let mut sheet = Sheet::default();
        let step = |sheet: &Sheet| {
            let (step, missing) = completeness(sheet);
            (step.code(), missing.map_or("", |missing| missing.label.get(Lang::En)))
        };
        assert_eq!(step(&sheet), ("stub", "the dates"));
        sheet.dates.start = date::parse("2023").value();
        sheet.cost = money::parse("gratuit").value().expect("it is money");
        assert_eq!(step(&sheet), ("stub", "the team"));
        sheet.team = vec![Person::named("Alix Durand")];
        sheet.description.request = Some("Un forum".to_owned());
        assert_eq!(step(&sheet), ("scoped", "a first lesson"));
        sheet.lessons.nuggets = vec![Lesson::of("Marcher")];
        sheet.tools = vec!["Forum".to_owned()];
        assert_eq!(step(&sheet), ("described", "the outcome"));
        sheet.outcome.text = Some("Une navette".to_owned());
        sheet.lessons.difficulties = vec![Lesson::of("La pluie")];
        sheet.participation.reached = Some(12);
        assert_eq!(step(&sheet), ("useful", "a word from each team member"));
        sheet.lessons.words = vec![Word::parse("Alix : oui")];
        sheet.documents = vec![Document { title: Some("Bilan".to_owned()), ..Document::default() }];
        assert_eq!(step(&sheet), ("useful", "the location of the documents"));
        sheet.documents[0].url = Some("https://example.org".to_owned());
        assert_eq!(step(&sheet), ("complete", ""));
    }
}

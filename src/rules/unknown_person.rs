//! A person whom the vocabulary of the collection does not know.

use crate::finding::{Kind, Severity};
use crate::lang::Text;
use crate::rules::unknown_tool::strangers;
use crate::rules::{Check, Remark, Rule, Subject};

pub static RULE: Rule = Rule {
    kind: Kind {
        code: "unknown-person",
        severity: Severity::Warning,
        title: Text::new(
            "a person who is not in the vocabulary",
            "une personne hors du vocabulaire",
        ),
        why: Text::new(
            "The collection has agreed on its names in `sheet.yaml`; under another name it is not found.",
            "La collection est convenue de ses noms dans « sheet.yaml » ; sous un autre nom, on ne le trouve pas.",
        ),
        fix: Text::new(
            "use a name of the vocabulary, or add this one to `vocabulary: people:` in sheet.yaml",
            "prenez un nom du vocabulaire, ou ajoutez celui-ci sous « vocabulary: people: » dans sheet.yaml",
        ),
        bad: "# sheet.yaml\nvocabulary:\n  people: [Alix Durand, Sam Petit]\n# projects/forum.yaml\ntitle: Forum ouvert\nterritory:\n  name: Trifouilly\nteam:\n  - ⟦Alix Dupond⟧\n",
        good: "# sheet.yaml\nvocabulary:\n  people: [Alix Durand, Sam Petit]\n# projects/forum.yaml\ntitle: Forum ouvert\nterritory:\n  name: Trifouilly\nteam:\n  - Alix Durand\n",
    },
    check: Check::Within(check),
};

fn check(subject: &Subject) -> Vec<Remark> {
    let people = [("team", &subject.sheet.team), ("members", &subject.sheet.members)];
    let named = people.into_iter().flat_map(|(key, people)| {
        let numbered = people.iter().enumerate();
        numbered.map(move |(index, person)| (format!("{key}[{index}]"), person.name.as_str()))
    });
    strangers(&subject.setting.settings.people, named)
}

//! A word from someone who is not in the team.

use crate::finding::{Kind, Severity};
use crate::lang::{Phrase, Text};
use crate::portfolio::Place;
use crate::rules::{Check, Remark, Rule, Subject};
use crate::sheet::person::Known;

pub static RULE: Rule = Rule {
    kind: Kind {
        code: "word-from-outsider",
        severity: Severity::Warning,
        title: Text::new(
            "a word from someone who is not in the team",
            "un mot de quelqu'un qui n'est pas de l'équipe",
        ),
        why: Text::new(
            "The name may be spelt otherwise than in the team, or the person was forgotten there.",
            "Le nom est peut-être écrit autrement que dans l'équipe, ou la personne y a été oubliée.",
        ),
        fix: Text::new(
            "write the name as in `team`, or add the person there",
            "écrivez le nom comme dans « team », ou ajoutez-y la personne",
        ),
        bad: "title: Forum ouvert\nterritory:\n  name: Trifouilly\nteam:\n  - Alix Durand\nlessons:\n  words:\n    - from: Alix Durand\n      text: Une belle année.\n    - from: ⟦Sam⟧\n      text: Trop court.\n",
        good: "title: Forum ouvert\nterritory:\n  name: Trifouilly\nteam:\n  - Alix Durand\n  - Sam Petit\nlessons:\n  words:\n    - from: Alix Durand\n      text: Une belle année.\n    - from: Sam\n      text: Trop court.\n",
    },
    check: Check::Within(check),
};

fn check(subject: &Subject) -> Vec<Remark> {
    let sheet = subject.sheet;
    if sheet.team.is_empty() {
        return Vec::new();
    }
    let people =
        Known::of(sheet.team.iter().chain(&sheet.members).map(|person| person.name.as_str()));
    let words = sheet.lessons.words.iter().enumerate();
    let outsiders = words.filter_map(|(index, word)| {
        let from = word.from.as_deref()?;
        let known = people.may_be(from);
        (!known).then(|| {
            let label = Phrase::new(
                format!("{from} is not in the team"),
                format!("{from} n'est pas dans l'équipe"),
            );
            Remark::at(format!("lessons.words[{index}].from"), label)
                .with_also(Place::field("team"), Text::new("the team", "l'équipe"))
        })
    });
    outsiders.collect()
}

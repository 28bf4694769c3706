//! A person who stands twice in the team.

use std::collections::HashMap;

use crate::finding::{Kind, Severity};
use crate::lang::Text;
use crate::lang::fold::fold_letters;
use crate::portfolio::Place;
use crate::rules::{Check, Remark, Rule, Subject};

pub static RULE: Rule = Rule {
    kind: Kind {
        code: "repeated-member",
        severity: Severity::Warning,
        title: Text::new(
            "a person who stands twice in the team",
            "une personne qui figure deux fois dans l'équipe",
        ),
        why: Text::new(
            "Counted twice, and asked twice for a word. The same person for two organisations is fine.",
            "Comptée deux fois, et sollicitée deux fois pour un petit mot. La même personne pour deux organisations, c'est bien.",
        ),
        fix: Text::new("remove one of the two", "retirez l'une des deux"),
        bad: "title: Forum ouvert\nterritory:\n  name: Trifouilly\nteam:\n  - Alix Durand\n  - ⟦Alix Durand⟧\n",
        good: "title: Forum ouvert\nterritory:\n  name: Trifouilly\nteam:\n  - Alix Durand\n  - name: Alix Durand\n    organisation: Habitat 74\n",
    },
    check: Check::Within(check),
};

fn check(subject: &Subject) -> Vec<Remark> {
    let mut first = HashMap::new();
    let team = subject.sheet.team.iter().enumerate();
    let twice = team.filter_map(|(index, person)| {
        let organisation = person.organisation.as_deref().map(fold_letters);
        let earlier = *first.entry((fold_letters(&person.name), organisation)).or_insert(index);
        (earlier < index).then(|| {
            let label = Text::new("again", "de nouveau");
            let also = Place::field(format!("team[{earlier}]"));
            Remark::at(format!("team[{index}]"), label).with_also(also, FIRST)
        })
    });
    twice.collect()
}

const FIRST: Text = Text::new("first here", "d'abord ici");

//! A person who stands twice in the team.

use std::collections::HashMap;

use crate::finding::{Lint, Severity};
use crate::lang::{Text, text};
use crate::portfolio::Location;
use crate::rules::{Check, CheckContext, FieldFinding, Rule};
use crate::text::fold::name_key;

pub static RULE: Rule = Rule {
    lint: Lint {
        code: "repeated-member",
        severity: Severity::Warning,
        title: text!(
            "person listed twice in the team",
            "personne inscrite deux fois dans l'équipe",
        ),
        why: text!(
            "They are counted twice and asked twice for a word. One person under two \
             organisations is fine.",
            "Cette personne compte double, et son petit mot lui est demandé deux fois. La même \
             personne pour deux organisations est admise.",
        ),
        help: text!("remove one of the two lines", "retirez l'une des deux lignes"),
        bad: "\
title: Forum ouvert
territory:
  name: Trifouilly
team:
  - Alix Durand
  - ⟦Alix Durand⟧
",
        good: "\
title: Forum ouvert
territory:
  name: Trifouilly
team:
  - Alix Durand
  - name: Alix Durand
    organisation: Habitat 74
",
    },
    check: Check::Sheet(check),
};

fn check(context: &CheckContext) -> Vec<FieldFinding> {
    let mut first = HashMap::new();
    let team = context.sheet.team.iter().enumerate();
    let twice = team.filter_map(|(index, person)| {
        let organisation = person.organisation.as_deref().map(name_key);
        let earlier = *first.entry((name_key(&person.name), organisation)).or_insert(index);
        (earlier < index).then(|| {
            let label = text!("repeated here", "répété ici");
            let also = Location::field(format!("team[{earlier}]"));
            FieldFinding::at(format!("team[{index}]"), label).with_related(also, FIRST)
        })
    });
    twice.collect()
}

const FIRST: Text = text!("first here", "d'abord ici");

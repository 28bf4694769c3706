//! A related sheet that is not there.

use std::collections::HashSet;

use crate::finding::{Finding, Kind, Severity};
use crate::lang::nearest::nearest;
use crate::lang::{Phrase, Text};
use crate::rules::{Check, Fact, Named, Rule};

pub static RULE: Rule = Rule {
    kind: Kind {
        code: "unknown-related",
        severity: Severity::Error,
        title: Text::new("a related sheet that does not exist", "une fiche liée qui n'existe pas"),
        why: Text::new(
            "`related` names the id of another sheet; a link to nothing was mistyped, or the sheet was renamed by hand.",
            "« related » nomme l'identifiant d'une autre fiche ; un lien vers rien est une faute de frappe, ou la fiche a été renommée à la main.",
        ),
        fix: Text::new(
            "write the id of a sheet: sheet list --columns id,title",
            "écrivez l'identifiant d'une fiche : sheet list --columns id,title",
        ),
        bad: "# projects/forum.yaml\ntitle: Forum ouvert\nterritory:\n  name: Trifouilly\nrelated:\n  - ⟦la-place⟧\n# projects/place.yaml\ntitle: La place\nterritory:\n  name: Perpète\n",
        good: "# projects/forum.yaml\ntitle: Forum ouvert\nterritory:\n  name: Trifouilly\nrelated:\n  - place\n# projects/place.yaml\ntitle: La place\nterritory:\n  name: Perpète\n",
    },
    check: Check::Across(check),
};

fn check(facts: &[Fact]) -> Vec<(usize, Finding)> {
    let ids: HashSet<&str> = facts.iter().map(|fact| fact.id.as_str()).collect();
    let all = facts.iter().enumerate();
    all.flat_map(|(index, fact)| unknown(fact, &ids).into_iter().map(move |one| (index, one)))
        .collect()
}

/// What is told of the sheets that one names as related, among these ids.
pub fn among<'a>(fact: &Fact, ids: impl Iterator<Item = &'a str>) -> Vec<Finding> {
    unknown(fact, &ids.collect())
}

fn unknown(fact: &Fact, ids: &HashSet<&str>) -> Vec<Finding> {
    let unknown = fact.related.iter().filter(|related| !ids.contains(related.name.as_str()));
    let finding = |related: &Named| {
        let label = Text::new("there is no sheet of this id", "aucune fiche n'a cet identifiant");
        let finding = Finding::new(&RULE.kind, related.at, label);
        match near(&related.name, ids) {
            Some(near) => finding.with_help(Phrase::new(
                format!("did you mean {near}?"),
                format!("vouliez-vous dire {near} ?"),
            )),
            None => finding,
        }
    };
    unknown.map(finding).collect()
}

/// The nearest id, the same one however often it is asked.
fn near<'a>(id: &str, ids: &HashSet<&'a str>) -> Option<&'a str> {
    let mut sorted: Vec<&str> = ids.iter().copied().collect();
    sorted.sort_unstable();
    nearest(id, sorted.into_iter())
}

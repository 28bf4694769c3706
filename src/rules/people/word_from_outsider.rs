//! A word from someone who is not in the team.

use crate::finding::{Lint, Severity};
use crate::lang::{phrase, text};
use crate::portfolio::Location;
use crate::rules::{Check, CheckContext, FieldFinding, Rule};
use crate::value::list::judge::{Nobody, no_item};
use crate::value::list::words;
use crate::value::name_set::NameSet;

pub static RULE: Rule = Rule {
    lint: Lint {
        code: "word-from-outsider",
        severity: Severity::Warning,
        title: text!(
            "word from someone outside the team",
            "petit mot d'une personne hors de l'équipe",
        ),
        why: text!(
            "The name is spelt differently in the team, or the person is missing there.",
            "Le nom est écrit autrement dans l'équipe, ou la personne y manque.",
        ),
        help: text!(
            "write the name as in `team`, add the person there, or say who speaks: `as: resident`",
            "écrivez le nom comme dans `team`, ajoutez-y la personne, ou dites qui parle : \
             `as: resident`",
        ),
        bad: "\
title: Forum ouvert
territory:
  name: Trifouilly
team:
  - Alix Durand
lessons:
  words:
    - from: Alix Durand
      text: Une belle année.
    - from: ⟦Sam⟧
      text: Trop court.
",
        good: "\
title: Forum ouvert
territory:
  name: Trifouilly
team:
  - Alix Durand
  - Sam Petit
lessons:
  words:
    - from: Alix Durand
      text: Une belle année.
    - from: Sam
      text: Trop court.
    - from: Une habitante
      text: Merci.
    - from: Lou
      as: elected
      text: À refaire.
",
    },
    check: Check::Sheet(check),
};

fn check(context: &CheckContext) -> Vec<FieldFinding> {
    let sheet = context.sheet;
    if sheet.team.is_empty() {
        return Vec::new();
    }
    let people =
        NameSet::of(sheet.team.iter().chain(&sheet.members).map(|person| person.name.as_str()));
    let words = sheet.lessons.words.iter().enumerate();
    let outsiders = words.filter_map(|(index, word)| {
        let from = word.from.as_deref().filter(|_| word.role.is_none())?;
        let known = people.may_contain(from) || is_role(from);
        (!known).then(|| {
            let label =
                phrase!("{from} is not in the team", "{from} n'est pas dans l'équipe", from);
            FieldFinding::at(format!("lessons.words[{index}].from"), label)
                .with_related(Location::field("team"), text!("the team", "l'équipe"))
        })
    });
    outsiders.collect()
}

/// Whether a role stands in the place of a name: `une habitante`, `Le maire`.
fn is_role(from: &str) -> bool {
    words::is_role(from) || no_item(from, Nobody::Always).is_some()
}

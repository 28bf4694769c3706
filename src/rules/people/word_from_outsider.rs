//! A word from someone who is not in the team.

use crate::finding::{Lint, Severity};
use crate::lang::{phrase, text};
use crate::portfolio::Location;
use crate::rules::{Check, CheckContext, FieldFinding, Rule};
use crate::value::list::words;
use crate::value::name_set::NameSet;
use crate::value::person::stands_for_name;

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

/// Whether a role or a body stands in the place of a name, or beside it: `une habitante`, `Madame le
/// maire`, `La mairie`, `Lou (habitante)`.
fn is_role(from: &str) -> bool {
    let beside = from.strip_suffix(')').and_then(|text| text.split_once('('));
    let titled = from.split_once(' ').filter(|(title, _)| words::is_title(title));
    let bare = titled.map_or(from, |(_, rest)| rest);
    beside.is_some_and(|(_, role)| is_role(role))
        || stands_for_name(bare)
        || words::is_common_noun(bare)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_is_named_by_what_they_are_is_no_outsider() {
        for from in [
            "une habitante",
            "Le maire",
            "Madame la maire",
            "La mairie",
            "Ville de Bourg",
            "Lou (habitante)",
            "Une institutrice",
            "L’instituteur du village",
            "les enfants",
            "Anonyme",
            "Collège d'Oie",
        ] {
            assert!(is_role(from), "{from}");
        }
        for from in ["Jo", "Jo Dur", "Le Gall Jo", "Mme Petit", "Jo (Bourg)"] {
            assert!(!is_role(from), "{from}");
        }
    }
}

//! A lesson that another sheet taught already.

use crate::finding::{Finding, Lint, Severity};
use crate::lang::{phrase, text};
use crate::rules::repeats::find_repeats;
use crate::rules::{Check, Rule, SheetFacts};

pub static RULE: Rule = Rule {
    lint: Lint {
        code: "confirmed-elsewhere",
        severity: Severity::Hint,
        title: text!("lesson already in another sheet", "leçon déjà dans une autre fiche"),
        why: text!(
            "A lesson learnt in two projects carries more weight: `confirmed-in` records the \
             link, and the lesson is shown first.",
            "Une leçon apprise dans deux projets a plus de poids : `confirmed-in` note le lien, \
             et la leçon est montrée en premier.",
        ),
        help: text!(
            "add the other sheet to the lesson, under `confirmed-in:`",
            "ajoutez l'autre fiche à la leçon, sous `confirmed-in:`",
        ),
        bad: "\
# projects/forum.yaml
title: Forum ouvert
territory:
  name: Trifouilly
lessons:
  surprises:
    - text: Les affiches n'ont fait venir personne.
      do: Frapper aux portes.
# projects/place.yaml
title: La place
territory:
  name: Perpète
lessons:
  surprises:
    - text: ⟦Personne ! Les affiches n'ont fait venir personne.⟧
      do: Frapper aux portes.
",
        good: "\
# projects/forum.yaml
title: Forum ouvert
territory:
  name: Trifouilly
lessons:
  surprises:
    - text: Les affiches n'ont fait venir personne.
      do: Frapper aux portes.
# projects/place.yaml
title: La place
territory:
  name: Perpète
lessons:
  surprises:
    - text: Les affiches n'ont fait venir personne.
      do: Frapper aux portes.
      confirmed-in: [forum]
",
    },
    check: Check::Collection(check),
};

fn check(facts: &[&SheetFacts], report: &mut dyn FnMut(usize, Finding)) {
    find_repeats(
        facts,
        |fact| &fact.lessons,
        |index, at, first| {
            let (path, id) = (&facts[first].path, &facts[first].id);
            let label = phrase!("also in {path}", "aussi dans {path}", path);
            let help = phrase!(
                "add `confirmed-in: [{id}]` to this lesson",
                "ajoutez `confirmed-in: [{id}]` à cette leçon",
                id,
            );
            report(index, Finding::new(&RULE.lint, at, label).with_help(help));
        },
    );
}

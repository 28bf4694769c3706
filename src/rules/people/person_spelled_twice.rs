//! One person under two spellings.

use crate::finding::{Finding, Lint, Severity};
use crate::lang::text;
use crate::rules::spellings::spelled_twice;
use crate::rules::{Check, Rule, SheetFacts};

pub static RULE: Rule = Rule {
    lint: Lint {
        code: "person-spelled-twice",
        severity: Severity::Warning,
        title: text!("same person, two spellings", "même personne, nom écrit de deux façons"),
        why: text!(
            "People who read both take them for two. Names are compared without case, accents, \
             hyphens and spaces: Frédéric and Frédérique remain two people.",
            "À la lecture, on croit à deux personnes. Les noms sont comparés sans majuscules, accents, \
             tirets ni espaces : Frédéric et Frédérique restent deux personnes.",
        ),
        help: text!("use one spelling everywhere", "écrivez ce nom partout de la même façon"),
        bad: "\
# projects/forum.yaml
title: Forum ouvert
territory:
  name: Trifouilly
team:
  - Zoé Petit-Jean
# projects/place.yaml
title: La place
territory:
  name: Perpète
team:
  - ⟦Zoe Petit Jean⟧
",
        good: "\
# projects/forum.yaml
title: Forum ouvert
territory:
  name: Trifouilly
team:
  - Frédéric Petit
# projects/place.yaml
title: La place
territory:
  name: Perpète
team:
  - Frédérique Petit
",
    },
    check: Check::Collection(check),
};

fn check(facts: &[&SheetFacts], report: &mut dyn FnMut(usize, Finding)) {
    spelled_twice(&RULE.lint, facts, |fact| &fact.people, report);
}

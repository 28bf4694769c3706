//! One organisation under two spellings.

use crate::finding::{Finding, Lint, Severity};
use crate::lang::text;
use crate::rules::spellings::spelled_twice;
use crate::rules::{Check, Rule, SheetFacts};

pub static RULE: Rule = Rule {
    lint: Lint {
        code: "organisation-spelled-twice",
        severity: Severity::Warning,
        title: text!(
            "same organisation, two spellings",
            "même organisation, nom écrit de deux façons",
        ),
        why: text!(
            "People who read both take them for two, and totals count “Ville de” and “Mairie \
             de” as two. Names are compared without case, accents, hyphens, and without “Ville \
             de”, “Mairie de”, “Commune de”; similar names remain two.",
            "À la lecture, on croit à deux organisations, et les totaux comptent “Ville de” et \
             “Mairie de” pour deux. Les noms sont comparés sans majuscules, accents ni tirets, et \
             sans “Ville de”, “Mairie de”, “Commune de” ; deux noms qui se ressemblent seulement \
             restent deux.",
        ),
        help: text!("use one spelling everywhere", "écrivez ce nom partout de la même façon"),
        bad: "\
# projects/forum.yaml
title: Forum ouvert
territory:
  name: Trifouilly
commissioners:
  - Ville de Perpète
# projects/place.yaml
title: La place
territory:
  name: Perpète
commissioners:
  - ⟦Mairie de Perpete⟧
",
        good: "\
# projects/forum.yaml
title: Forum ouvert
territory:
  name: Trifouilly
commissioners:
  - Habitat 74
# projects/place.yaml
title: La place
territory:
  name: Perpète
commissioners:
  - Habitat 73
",
    },
    check: Check::Collection(check),
};

fn check(facts: &[&SheetFacts], report: &mut dyn FnMut(usize, Finding)) {
    spelled_twice(&RULE.lint, facts, |fact| &fact.organisations, report);
}

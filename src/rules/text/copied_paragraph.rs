//! A long paragraph that stands in another sheet, too.

use crate::finding::{Finding, Lint, Severity};
use crate::lang::{phrase, text};
use crate::rules::repeats::find_repeats;
use crate::rules::{Check, Rule, SheetFacts};

pub static RULE: Rule = Rule {
    lint: Lint {
        code: "copied-paragraph",
        severity: Severity::Hint,
        title: text!("paragraph copied from another sheet", "paragraphe recopié d'une autre fiche",),
        why: text!(
            "A copied paragraph is not about this project, and appears twice in every search.",
            "Un paragraphe recopié ne parle pas de ce projet, et apparaît deux fois dans chaque \
             recherche.",
        ),
        help: text!(
            "write what was specific to this project, or link the other sheet under `related:`",
            "écrivez ce qui était propre à ce projet, ou liez l'autre fiche sous `related:`",
        ),
        bad: "\
# projects/forum.yaml
title: Forum ouvert
territory:
  name: Trifouilly
summary: La commune souhaite que les habitants de chaque hameau décident ensemble du budget des fêtes.
# projects/place.yaml
title: La place
territory:
  name: Perpète
summary: ⟦La commune souhaite que les habitants de chaque hameau décident ensemble du budget des fêtes.⟧
",
        good: "\
# projects/forum.yaml
title: Forum ouvert
territory:
  name: Trifouilly
summary: La commune souhaite que les habitants de chaque hameau décident ensemble du budget des fêtes.
# projects/place.yaml
title: La place
territory:
  name: Perpète
summary: La commune souhaite autre chose.
",
    },
    check: Check::Collection(check),
};

fn check(facts: &[&SheetFacts], report: &mut dyn FnMut(usize, Finding)) {
    find_repeats(
        facts,
        |fact| &fact.paragraphs,
        |index, at, first| {
            let path = &facts[first].path;
            let label = phrase!("also in {path}", "aussi dans {path}", path);
            report(index, Finding::new(&RULE.lint, at, label));
        },
    );
}

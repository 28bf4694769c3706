//! One commissioner that is probably two.

use crate::finding::{Lint, Severity};
use crate::lang::{Phrase, text};
use crate::rules::{Check, CheckContext, FieldFinding, Rule};
use crate::value::organisation;

pub static RULE: Rule = Rule {
    lint: Lint {
        code: "several-organisations-in-one",
        severity: Severity::Hint,
        title: text!(
            "probably several organisations on one line",
            "sans doute plusieurs organisations sur une ligne",
        ),
        why: text!(
            "Two organisations on one line are searched and counted as a third one, which does \
             not exist.",
            "Deux organisations sur une ligne sont cherchées et comptées comme une troisième, qui \
             n'existe pas.",
        ),
        help: text!("put each on its own `- …` line", "mettez chacune sur sa propre ligne `- …`"),
        bad: "\
title: Forum ouvert
territory:
  name: Trifouilly
commissioners:
  - ⟦Habitat 74 et Ville de Trifouilly⟧
",
        good: "\
title: Forum ouvert
territory:
  name: Trifouilly
commissioners:
  - Habitat 74
  - Ville de Trifouilly
  - Département de Saône et Loire
",
    },
    check: Check::Sheet(check),
};

fn check(context: &CheckContext) -> Vec<FieldFinding> {
    let commissioners = context.sheet.commissioners.iter().enumerate();
    let several = commissioners.filter(|(_, one)| organisation::probably_several(&one.name));
    several
        .map(|(index, one)| {
            let parts = organisation::split(&one.name);
            let names: Vec<&str> = parts.iter().map(|part| part.name.as_str()).collect();
            FieldFinding::at(
                format!("commissioners[{index}]"),
                Phrase::untranslated(names.join(" | ")),
            )
        })
        .collect()
}

//! A person whom the vocabulary of the collection does not know.

use crate::finding::{Lint, Severity};
use crate::lang::text;
use crate::rules::vocabulary::unknown_names;
use crate::rules::{Check, CheckContext, FieldFinding, Rule};
use crate::sheet::field::Names;

pub static RULE: Rule = Rule {
    lint: Lint {
        code: "unknown-person",
        severity: Severity::Warning,
        title: text!(
            "person not listed in sheet.yaml",
            "personne absente de la liste de sheet.yaml",
        ),
        why: text!(
            "`sheet.yaml` lists the names to use; under another name a person is not found.",
            "`sheet.yaml` liste les noms à employer ; sous un autre nom, une personne est \
             introuvable.",
        ),
        help: text!(
            "use a listed name, or add this one under `vocabulary: people:` in sheet.yaml",
            "prenez un nom de la liste, ou ajoutez celui-ci sous `vocabulary: people:` dans \
             sheet.yaml",
        ),
        bad: "\
# sheet.yaml
vocabulary:
  people: [Alix Durand, Sam Petit]
# projects/forum.yaml
title: Forum ouvert
territory:
  name: Trifouilly
team:
  - ⟦Alix Dupond⟧
",
        good: "\
# sheet.yaml
vocabulary:
  people: [Alix Durand, Sam Petit]
# projects/forum.yaml
title: Forum ouvert
territory:
  name: Trifouilly
team:
  - Alix Durand
",
    },
    check: Check::Sheet(check),
};

fn check(context: &CheckContext) -> Vec<FieldFinding> {
    unknown_names(context, Names::People)
}

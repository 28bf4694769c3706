//! A tool that the vocabulary of the collection does not know.

use crate::finding::{Lint, Severity};
use crate::lang::text;
use crate::rules::vocabulary::unknown_names;
use crate::rules::{Check, CheckContext, FieldFinding, Rule};
use crate::sheet::field::Names;

pub static RULE: Rule = Rule {
    lint: Lint {
        code: "unknown-tool",
        severity: Severity::Warning,
        title: text!("tool not listed in sheet.yaml", "outil absent de la liste de sheet.yaml"),
        why: text!(
            "`sheet.yaml` lists the names to use; under another name a tool is not found.",
            "`sheet.yaml` liste les noms à employer ; sous un autre nom, un outil est introuvable.",
        ),
        help: text!(
            "use a listed name, or add this one under `vocabulary: tools:` in sheet.yaml",
            "prenez un nom de la liste, ou ajoutez celui-ci sous `vocabulary: tools:` dans \
             sheet.yaml",
        ),
        bad: "\
# sheet.yaml
vocabulary:
  tools: [Forum ouvert, Porte à porte]
# projects/forum.yaml
title: Forum ouvert
territory:
  name: Trifouilly
tools:
  - ⟦Porte-à-porta⟧
",
        good: "\
# sheet.yaml
vocabulary:
  tools: [Forum ouvert, Porte à porte]
# projects/forum.yaml
title: Forum ouvert
territory:
  name: Trifouilly
tools:
  - porte-à-porte
",
    },
    check: Check::Sheet(check),
};

fn check(context: &CheckContext) -> Vec<FieldFinding> {
    unknown_names(context, Names::Tools)
}

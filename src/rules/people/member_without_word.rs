//! Members of the team without a word of their own.

use crate::finding::{Lint, Severity};
use crate::lang::{list, phrase, text};
use crate::rules::{Check, CheckContext, FieldFinding, Rule, done_field};
use crate::text::shell::shell_quote;

pub static RULE: Rule = Rule {
    lint: Lint {
        code: "member-without-word",
        severity: Severity::Hint,
        title: text!("team members without a word", "membres de l'équipe sans petit mot"),
        why: text!(
            "Only each person knows what they take away from a project, and it is the first thing \
             to be lost.",
            "Ce que chaque personne retient d'un projet, les autres ne peuvent pas le deviner, et \
             c'est ce qui se perd d'abord.",
        ),
        help: text!(
            "ask them for a sentence, then: sheet add word {id} 'Name: …'",
            "demandez-leur une phrase, puis : sheet add word {id} 'Nom: …'",
        ),
        bad: "\
title: Forum ouvert
territory:
  name: Trifouilly
⟦team⟧:
  - Alix Durand
  - Sam Petit
lessons:
  words:
    - from: Alix
      text: Une belle année.
",
        good: "\
title: Forum ouvert
territory:
  name: Trifouilly
team:
  - Alix Durand
lessons:
  words:
    - from: Alix
      text: Une belle année.
",
    },
    check: Check::Sheet(check),
};

fn check(context: &CheckContext) -> Vec<FieldFinding> {
    let sheet = context.sheet;
    let words = &sheet.lessons.words;
    if words.is_empty() && done_field(context).is_none() {
        return Vec::new();
    }
    let authors = sheet.lessons.authors();
    let missing: Vec<&str> = sheet
        .team
        .iter()
        .map(|person| person.name.as_str())
        .filter(|name| !authors.may_contain(name))
        .collect();
    if missing.is_empty() {
        return Vec::new();
    }
    let names = list::and(&missing);
    let label = phrase!("no word yet from {names}", "pas encore de petit mot : {names}", names);
    vec![FieldFinding::at("team", label).with_help(phrase!(
        "ask them for a sentence, then: sheet add word {id} {word}",
        "demandez-leur une phrase, puis : sheet add word {id} {word}",
        id = shell_quote(&sheet.id),
        word = shell_quote(&format!("{}: …", missing[0])),
    ))]
}

//! A lesson that a sheet applies and that is not there, or no longer.

use std::collections::HashMap;

use crate::finding::{Finding, Lint, Severity};
use crate::lang::{phrase, text};
use crate::rules::{Check, NamedSpan, Rule, SheetFacts};
use crate::sheet::lesson_address::{LessonName, address, split};
use crate::text::shell::shell_quote;

/// The kind of the finding, for an address that was typed.
pub const UNKNOWN_LESSON: &Lint = &RULE.lint;

pub static RULE: Rule = Rule {
    lint: Lint {
        code: "unknown-lesson",
        severity: Severity::Warning,
        title: text!("lesson address to correct", "adresse de leçon à corriger"),
        why: text!(
            "`applied` holds addresses of lessons. Once the lesson is rewritten or removed, or \
             another takes its number, nobody knows any more what the project applies.",
            "`applied` contient des adresses de leçons. Une fois la leçon réécrite ou supprimée, \
             ou son numéro pris par une autre, on ne sait plus ce que le projet applique.",
        ),
        help: text!(
            "see the lessons of that sheet, and write here the address of the right one",
            "voyez les leçons de cette fiche, et écrivez ici l'adresse de la bonne",
        ),
        bad: "\
# projects/gouter.yaml
title: Le goûter des voisins
territory:
  name: Trifouilly
lessons:
  surprises:
    - {text: Le goûter fait rester., do: Prévoir à boire.}
# projects/place.yaml
title: La place
territory:
  name: Perpète
applied:
  - ⟦gouter#0c0ffee0⟧
",
        good: "\
# projects/gouter.yaml
title: Le goûter des voisins
territory:
  name: Trifouilly
lessons:
  surprises:
    - {text: Le goûter fait rester., do: Prévoir à boire.}
# projects/place.yaml
title: La place
territory:
  name: Perpète
applied:
  - gouter#998208a8
",
    },
    check: Check::Collection(check),
};

fn check(facts: &[&SheetFacts], report: &mut dyn FnMut(usize, Finding)) {
    if facts.iter().all(|fact| fact.applied.is_empty()) {
        return;
    }
    let lessons: HashMap<&str, &[LessonName]> =
        facts.iter().map(|fact| (&*fact.id, &*fact.named_lessons)).collect();
    for (index, fact) in facts.iter().enumerate() {
        let told = fact.applied.iter().filter_map(|applied| {
            // That there is no such sheet is another finding.
            let named = lessons.get(split(&applied.name).0)?;
            judge(applied, named)
        });
        told.for_each(|finding| report(index, finding));
    }
}

/// What is reported of an address, among the lessons of the sheet that it names.
fn judge(applied: &NamedSpan, named: &[LessonName]) -> Option<Finding> {
    let (id, _) = split(&applied.name);
    let Some(lesson) = named.iter().find(|lesson| lesson.is_in(&applied.name)) else {
        let label = phrase!(
            "{id} has no such lesson, or no longer",
            "{id} n'a pas, ou plus, cette leçon",
            id,
        );
        let help = phrase!(
            "see its lessons: sheet show {id}; write here the address of the right one, or remove \
             this one",
            "voyez ses leçons : sheet show {id} ; écrivez ici l'adresse de la bonne, ou retirez \
             celle-ci",
            id = shell_quote(id),
        );
        return Some(Finding::new(&RULE.lint, applied.at, label).with_help(help));
    };
    let stored = address(id, lesson.digest);
    (!stored.eq_ignore_ascii_case(&applied.name)).then(|| {
        let label = text!(
            "a number names another lesson once their order changes",
            "un numéro désigne une autre leçon dès que leur ordre change",
        );
        let help = phrase!("write {stored}", "écrivez {stored}", stored);
        Finding::new(&RULE.lint, applied.at, label).with_help(help)
    })
}

//! A sheet or a lesson that nobody will read to its end.

use crate::finding::{Lint, Severity};
use crate::lang::{phrase, text};
use crate::rules::{Check, CheckContext, FieldFinding, Rule};

pub static RULE: Rule = Rule {
    lint: Lint {
        code: "too-long",
        severity: Severity::Hint,
        title: text!("sheet or lesson too long", "fiche ou leçon trop longue"),
        why: text!(
            "A sheet is meant to be read in a few minutes: 12,000 characters are about four \
             pages, and a lesson of 600 fills a screen.",
            "Une fiche doit se lire en quelques minutes : 12\u{202f}000 caractères font environ \
             quatre pages, et une leçon de 600 remplit un écran.",
        ),
        help: text!(
            "keep what the next project needs, and move the rest to a document",
            "gardez ce qui servira au prochain projet, et mettez le reste dans un document",
        ),
        bad: "",
        good: "",
    },
    check: Check::Sheet(check),
};

/// The most characters of a sheet, and of a lesson.
const SHEET: usize = 12_000;
const LESSON: usize = 600;

fn check(context: &CheckContext) -> Vec<FieldFinding> {
    let length = |text: &str| if text.len() > LESSON { text.chars().count() } else { text.len() };
    let length_label = |count: usize| phrase!("{count} characters", "{count} caractères", count);
    let whole = length(context.entry.source.text());
    let mut findings = Vec::new();
    if whole > SHEET {
        findings.push(FieldFinding::at("", length_label(whole)));
    }
    let lessons = context.sheet.lessons.all();
    let long = lessons.filter(|(_, lesson)| length(&lesson.text) > LESSON);
    findings.extend(
        long.map(|(place, lesson)| FieldFinding::at(place, length_label(length(&lesson.text)))),
    );
    findings
}

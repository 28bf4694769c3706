//! A sheet or a lesson that nobody will read to its end.

use crate::finding::{Kind, Severity};
use crate::lang::{Phrase, Text};
use crate::rules::{Check, Remark, Rule, Subject};

pub static RULE: Rule = Rule {
    kind: Kind {
        code: "overlong",
        severity: Severity::Hint,
        title: Text::new("too long to be read", "trop long pour être lu"),
        why: Text::new(
            "A sheet is read before a project, in a few minutes: 12,000 characters are about four pages, a lesson of 600 fills a screen.",
            "Une fiche se lit avant un projet, en quelques minutes : 12 000 caractères font environ quatre pages, une leçon de 600 remplit un écran.",
        ),
        fix: Text::new(
            "keep what the next project needs; the rest is a document",
            "gardez ce qui sert au projet suivant ; le reste est un document",
        ),
        bad: "",
        good: "",
    },
    check: Check::Within(check),
};

/// The most characters of a sheet, and of a lesson.
const SHEET: usize = 12_000;
const LESSON: usize = 600;

fn check(subject: &Subject) -> Vec<Remark> {
    let length = |text: &str| match text.len() > LESSON {
        true => text.chars().count(),
        false => text.len(),
    };
    let said =
        |count: usize| Phrase::new(format!("{count} characters"), format!("{count} caractères"));
    let whole = length(subject.entry.source.text());
    let mut remarks = Vec::new();
    if whole > SHEET {
        remarks.push(Remark::at("", said(whole)));
    }
    let lessons = subject.sheet.lessons.all();
    let long = lessons.filter(|(_, lesson)| length(&lesson.text) > LESSON);
    remarks.extend(long.map(|(place, lesson)| Remark::at(place, said(length(&lesson.text)))));
    remarks
}

//! A sheet or a lesson that nobody will read to its end.

use crate::finding::{Lint, Severity};
use crate::lang::{Phrase, phrase, text};
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
    let whole = too_long(context.entry.source.text(), SHEET);
    let whole = whole.map(|label| FieldFinding::at("", label));
    let lessons = context.sheet.lessons.each().filter_map(|(key, index, lesson)| {
        let label = too_long(&lesson.text, LESSON)?;
        Some(FieldFinding::at(format!("{key}[{index}]"), label))
    });
    whole.into_iter().chain(lessons).collect()
}

/// How long a text is, where it has more characters than these.
fn too_long(text: &str, most: usize) -> Option<Phrase> {
    // No text has more characters than bytes.
    let count = Some(text).filter(|text| text.len() > most)?.chars().count();
    (count > most).then(|| phrase!("{count} characters", "{count} caractères", count))
}

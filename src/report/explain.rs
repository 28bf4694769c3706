//! What `explain` says: why a rule is there, what to do, and two examples that are run by the
//! tests.

use crate::finding::{Lint, Severity};
use crate::lang::{Lang, Text, text};
use crate::report::{Block, Cell, Column, FieldCell, FieldLayout, Report, Table, Tone};

/// The report of one kind of finding.
pub fn report(kind: &Lint, lang: Lang) -> Report {
    let text = |key: &str, label: Text, words: &str, look| FieldCell {
        key: key.to_owned(),
        label: label.get(lang).to_owned(),
        cell: Cell::text(words),
        look,
    };
    let severity = FieldCell {
        cell: Cell {
            words: kind.severity.label().get(lang).to_owned(),
            ..Cell::text(kind.severity.code())
        },
        ..text("severity", text!("Severity", "Gravité"), "", FieldLayout::Line)
    };
    let code = Cell { words: String::new(), ..Cell::text(kind.code) };
    let code = FieldCell { cell: code, ..text("code", text!("", ""), "", FieldLayout::Line) };
    let title = Cell { words: String::new(), ..Cell::text(kind.title.get(lang)) };
    let title = FieldCell { cell: title, ..text("title", text!("", ""), "", FieldLayout::Line) };
    let why = text("why", text!("Why", "Pourquoi"), kind.why.get(lang), FieldLayout::Prose);
    let to_do = kind.help_for_any(lang);
    let fix = text("fix", text!("What to do", "Que faire"), &to_do, FieldLayout::Prose);
    let fields = vec![code, title, severity, why, fix];
    let report = Report::new("explain")
        .with(Block::Title { text: kind.title.get(lang).to_owned(), aside: kind.code.to_owned() })
        .with(Block::Fields { key: "rule", fields });
    let examples = [(TOLD, "bad", kind.bad), (NOT_TOLD, "good", kind.good)];
    let shown = examples.into_iter().filter(|(_, _, example)| !example.is_empty());
    shown.fold(report, |report, (heading, key, example)| {
        let report = report.with(Block::Heading(heading.get(lang).to_owned()));
        report.with(Block::Verbatim { key, text: unmarked(example) })
    })
}

/// The report of every kind, a line each.
pub fn all<'a>(kinds: impl Iterator<Item = &'a Lint>, lang: Lang) -> Report {
    let columns = vec![
        Column::new("code", text!("Code", "Code").get(lang)),
        Column::new("severity", text!("Severity", "Gravité").get(lang)),
        Column::new("title", text!("Finding", "Constat").get(lang)),
    ];
    let rows = kinds
        .map(|kind| {
            let tone = match kind.severity {
                Severity::Error => Tone::Error,
                Severity::Warning => Tone::Strong,
                Severity::Hint => Tone::Muted,
            };
            let severity = Cell::text(kind.severity.code());
            vec![
                Cell::text(kind.code).with_tone(Tone::Strong),
                Cell { words: kind.severity.label().get(lang).to_owned(), tone, ..severity },
                Cell::text(kind.title.get(lang)),
            ]
        })
        .collect();
    Report::new("explain").with(Block::Table(Table::new("rules", columns, rows)))
}

/// Every kind, explained, as a Markdown document.
pub fn markdown<'a>(kinds: impl Iterator<Item = &'a Lint>, lang: Lang) -> String {
    let title = text!("Findings of sheet validate", "Les constats de sheet validate");
    let mut text = format!("# {}\n", title.get(lang));
    let (fires, quiet) = (TOLD.get(lang), NOT_TOLD.get(lang));
    for kind in kinds {
        let severity = kind.severity.label().get(lang);
        let (title, why, fix) = (kind.title.get(lang), kind.why.get(lang), kind.help_for_any(lang));
        text += &format!("\n## {}\n\n*{severity}* — {title}\n\n{why}\n\n→ {fix}\n", kind.code);
        for (words, example) in [(fires, kind.bad), (quiet, kind.good)] {
            if !example.is_empty() {
                text += &format!("\n{words}\n\n```yaml\n{}```\n", unmarked(example));
            }
        }
    }
    text
}

const TOLD: Text = text!("Reported:", "Signalé :");
const NOT_TOLD: Text = text!("Not reported:", "Non signalé :");

/// An example without the marks around what is reported.
pub fn unmarked(example: &str) -> String {
    example.replace(['⟦', '⟧'], "")
}

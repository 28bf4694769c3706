//! What `explain` says: why a rule is there, what to do, and two examples that are run by the
//! tests.

use crate::finding::{Lint, Severity};
use crate::lang::{Lang, Text, text};
use crate::report::{Block, Cell, Column, FieldCell, FieldLayout, Report, Table, Tone};

/// The report of one kind of finding.
pub fn report(lint: &Lint, lang: Lang) -> Report {
    let text = |key: &str, label: Text, words: &str, layout| FieldCell {
        key: key.to_owned(),
        label: label.get(lang).to_owned(),
        cell: Cell::text(words),
        layout,
    };
    let severity = FieldCell {
        cell: Cell {
            text: lint.severity.label().get(lang).to_owned(),
            ..Cell::text(lint.severity.code())
        },
        ..text("severity", text!("Severity", "Gravité"), "", FieldLayout::Line)
    };
    let code = Cell { text: String::new(), ..Cell::text(lint.code) };
    let code = FieldCell { cell: code, ..text("code", text!("", ""), "", FieldLayout::Line) };
    let title = Cell { text: String::new(), ..Cell::text(lint.title.get(lang)) };
    let title = FieldCell { cell: title, ..text("title", text!("", ""), "", FieldLayout::Line) };
    let why = text("why", text!("Why", "Pourquoi"), lint.why.get(lang), FieldLayout::Prose);
    let to_do = lint.help_for_any(lang);
    let fix = text("fix", text!("What to do", "Que faire"), &to_do, FieldLayout::Prose);
    let fields = vec![code, title, severity, why, fix];
    let report = Report::new("explain")
        .with(Block::Title {
            text: lint.title.get(lang).to_owned(),
            subtitle: lint.code.to_owned(),
        })
        .with(Block::Fields { key: "rule", fields });
    let examples = [(REPORTED, "bad", lint.bad), (NOT_REPORTED, "good", lint.good)];
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
        .map(|lint| {
            let tone = match lint.severity {
                Severity::Error => Tone::Error,
                Severity::Warning => Tone::Strong,
                Severity::Hint => Tone::Muted,
            };
            let severity = Cell::text(lint.severity.code());
            vec![
                Cell::text(lint.code).with_tone(Tone::Strong),
                Cell { text: lint.severity.label().get(lang).to_owned(), tone, ..severity },
                Cell::text(lint.title.get(lang)),
            ]
        })
        .collect();
    Report::new("explain").with(Block::Table(Table::new("rules", columns, rows)))
}

/// Every kind, explained, as a Markdown document.
pub fn markdown<'a>(kinds: impl Iterator<Item = &'a Lint>, lang: Lang) -> String {
    let title = text!("Findings of sheet validate", "Les constats de sheet validate");
    let mut text = format!("# {}\n", title.get(lang));
    let (fires, quiet) = (REPORTED.get(lang), NOT_REPORTED.get(lang));
    for lint in kinds {
        let severity = lint.severity.label().get(lang);
        let (title, why, fix) = (lint.title.get(lang), lint.why.get(lang), lint.help_for_any(lang));
        text += &format!("\n## {}\n\n*{severity}* — {title}\n\n{why}\n\n→ {fix}\n", lint.code);
        for (words, example) in [(fires, lint.bad), (quiet, lint.good)] {
            if !example.is_empty() {
                text += &format!("\n{words}\n\n```yaml\n{}```\n", unmarked(example));
            }
        }
    }
    text
}

const REPORTED: Text = text!("Reported:", "Signalé :");
const NOT_REPORTED: Text = text!("Not reported:", "Non signalé :");

/// An example without the marks around what is reported.
pub fn unmarked(example: &str) -> String {
    example.replace(['⟦', '⟧'], "")
}

//! What `explain` says: why a rule is there, what to do, and two examples that are run by the
//! tests.

use crate::finding::{Lint, Severity};
use crate::lang::{Lang, Text, text};
use crate::report::{Block, Cell, Column, FieldCell, FieldLayout, Report, Table, Tone};

/// The report of one kind of finding.
pub fn report(lint: &Lint, lang: Lang) -> Report {
    let text = |key: &str, label: Text, cell, layout| {
        FieldCell::new(key, label.get(lang), cell).with_layout(layout)
    };
    let severity = Cell::labelled(lint.severity.code(), lint.severity.label(), lang);
    let why = Cell::text(lint.why.get(lang));
    let fix = Cell::text(lint.help_for_any(lang));
    let fields = vec![
        FieldCell::for_machines("code", Cell::text(lint.code)),
        FieldCell::for_machines("title", Cell::text(lint.title.get(lang))),
        text("severity", text!("Severity", "Gravité"), severity, FieldLayout::Line),
        text("why", text!("Why", "Pourquoi"), why, FieldLayout::Prose),
        text("fix", text!("What to do", "Que faire"), fix, FieldLayout::Prose),
    ];
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
        report.with(Block::Verbatim { key: Some(key), text: unmarked(example) })
    })
}

/// The report of every kind, a line each.
pub fn all<'a>(kinds: impl Iterator<Item = &'a Lint>, lang: Lang) -> Report {
    Report::new("explain").with(Block::Table(Table::of("rules", kinds, &COLUMNS, lang)))
}

const COLUMNS: [Column<Lint>; 3] = [
    Column::new("code", text!("Code", "Code"), |lint, _| {
        Cell::text(lint.code).with_tone(Tone::Strong)
    }),
    Column::new("severity", text!("Severity", "Gravité"), |lint, lang| {
        let tone = match lint.severity {
            Severity::Error => Tone::Error,
            Severity::Warning => Tone::Strong,
            Severity::Hint => Tone::Muted,
        };
        Cell::labelled(lint.severity.code(), lint.severity.label(), lang).with_tone(tone)
    }),
    Column::new("title", text!("Finding", "Constat"), |lint, lang| {
        Cell::text(lint.title.get(lang))
    }),
];

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

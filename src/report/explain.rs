//! What `explain` says: why a rule is there, what to do, and two examples that are run by the
//! tests.

use crate::finding::{Lint, Severity};
use crate::lang::{Lang, Text, text};
use crate::report::{Block, Cell, Column, FieldCell, FieldLayout, Report, Table, Tone, Visible};

/// The report of one kind of finding.
pub fn report(lint: &Lint, lang: Lang) -> Report {
    explained(Report::new("explain"), lint, lang, Visible::Both)
}

/// A report with one kind of finding explained, for people or for programs, too.
fn explained(report: Report, lint: &Lint, lang: Lang, visible: Visible) -> Report {
    let text = |key: &str, label: Text, cell, layout| FieldCell {
        visible,
        ..FieldCell::new(key, label.get(lang), cell).with_layout(layout)
    };
    let severity = Cell::labelled(lint.severity.code(), lint.severity.label(), lang);
    let why = Cell::text(lint.why.get(lang));
    let fix = Cell::text(lint.help_for_any(lang));
    let mut fields = vec![
        FieldCell::for_machines("code", Cell::text(lint.code)),
        FieldCell::for_machines("title", Cell::text(lint.title.get(lang))),
        text("severity", text!("Severity", "Gravité"), severity, FieldLayout::Line),
        text("why", text!("Why", "Pourquoi"), why, FieldLayout::Prose),
        text("fix", text!("What to do", "Que faire"), fix, FieldLayout::Prose),
    ];
    fields.retain(|field| visible.to_machines() || field.visible.to_people());
    let report = report
        .with(Block::Title {
            text: lint.title.get(lang).to_owned(),
            subtitle: lint.code.to_owned(),
        })
        .with(Block::Fields { key: "rule", fields });
    let examples = [(REPORTED, "bad", lint.bad), (NOT_REPORTED, "good", lint.good)];
    let shown = examples.into_iter().filter(|(_, _, example)| !example.is_empty());
    shown.fold(report, |report, (heading, key, example)| {
        let report = report.with(Block::Line(heading.get(lang).to_owned(), Tone::Strong));
        let key = visible.to_machines().then_some(key);
        report.with(Block::Verbatim { key, text: unmarked(example) })
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

/// The report of every kind in full.
pub fn in_full<'a>(kinds: impl Iterator<Item = &'a Lint>, lang: Lang) -> Report {
    let kinds: Vec<&Lint> = kinds.collect();
    let rows = Table::of("rules", kinds.iter().copied(), &DETAILS, lang);
    let report = Report::new("explain").with(Block::Table(rows));
    let explained = |report, lint: &&Lint| explained(report, lint, lang, Visible::People);
    kinds.iter().fold(report, explained)
}

/// What programs read of every kind.
const DETAILS: [Column<Lint>; 7] = [
    Column::for_machines("code", |lint, _| Cell::text(lint.code)),
    Column::for_machines("severity", |lint, _| Cell::text(lint.severity.code())),
    Column::for_machines("title", |lint, lang| Cell::text(lint.title.get(lang))),
    Column::for_machines("why", |lint, lang| Cell::text(lint.why.get(lang))),
    Column::for_machines("fix", |lint, lang| Cell::text(lint.help_for_any(lang))),
    Column::for_machines("bad", |lint, _| Cell::text(unmarked(lint.bad))),
    Column::for_machines("good", |lint, _| Cell::text(unmarked(lint.good))),
];

const REPORTED: Text = text!("Reported:", "Signalé :");
const NOT_REPORTED: Text = text!("Not reported:", "Non signalé :");

/// An example without the marks around what is reported.
pub fn unmarked(example: &str) -> String {
    example.replace(['⟦', '⟧'], "")
}

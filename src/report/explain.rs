//! What `explain` says: why a rule is there, what to do, and two examples that are run by the
//! tests.

use crate::finding::{Kind, Severity};
use crate::lang::{Lang, Text};
use crate::report::{Block, Cell, Column, Field, Look, Report, Table, Tone};

/// The report of one kind of finding.
pub fn report(kind: &Kind, lang: Lang) -> Report {
    let text = |key: &str, label: Text, words: &str, look| Field {
        key: key.to_owned(),
        label: label.say(lang).to_owned(),
        cell: Cell::text(words),
        look,
    };
    let severity = Field {
        cell: Cell {
            words: kind.severity.label().say(lang).to_owned(),
            ..Cell::text(kind.severity.code())
        },
        ..text("severity", Text::new("Severity", "Gravité"), "", Look::Line)
    };
    let code = Cell { words: String::new(), ..Cell::text(kind.code) };
    let code = Field { cell: code, ..text("code", Text::new("", ""), "", Look::Line) };
    let title = Cell { words: String::new(), ..Cell::text(kind.title.say(lang)) };
    let title = Field { cell: title, ..text("title", Text::new("", ""), "", Look::Line) };
    let why = text("why", Text::new("Why", "Pourquoi"), kind.why.say(lang), Look::Prose);
    let fix = text("fix", Text::new("What to do", "Que faire"), kind.fix.say(lang), Look::Prose);
    let fields = vec![code, title, severity, why, fix];
    Report::new("explain")
        .with(Block::Title { text: kind.title.say(lang).to_owned(), aside: kind.code.to_owned() })
        .with(Block::Fields { key: "rule", fields })
        .with(Block::Heading(Text::new("Told", "Signalé").say(lang).to_owned()))
        .with(Block::Verbatim { key: "bad", text: unmarked(kind.bad) })
        .with(Block::Heading(Text::new("Not told", "Non signalé").say(lang).to_owned()))
        .with(Block::Verbatim { key: "good", text: unmarked(kind.good) })
}

/// The report of every kind, a line each.
pub fn all<'a>(kinds: impl Iterator<Item = &'a Kind>, lang: Lang) -> Report {
    let columns = vec![
        Column::new("code", Text::new("Code", "Code").say(lang)),
        Column::new("severity", Text::new("Severity", "Gravité").say(lang)),
        Column::new("title", Text::new("Told when", "Signalé quand").say(lang)),
    ];
    let row = |kind: &Kind| {
        let tone = match kind.severity {
            Severity::Error => Tone::Wrong,
            Severity::Warning => Tone::Strong,
            Severity::Hint => Tone::Muted,
        };
        let severity = Cell::text(kind.severity.code());
        vec![
            Cell::text(kind.code).with_tone(Tone::Strong),
            Cell { words: kind.severity.label().say(lang).to_owned(), tone, ..severity },
            Cell::text(kind.title.say(lang)),
        ]
    };
    let rows = kinds.map(row).collect();
    Report::new("explain").with(Block::Table(Table { key: "rules", columns, rows }))
}

/// An example without the marks around what is told.
pub fn unmarked(example: &str) -> String {
    example.replace(['⟦', '⟧'], "")
}

//! What `validate` says: every finding, sheet by sheet, and how many there are.

use crate::finding::{Finding, Notice, Tally};
use crate::lang::{Lang, Phrase, plural};
use crate::report::{Block, Cell, Field, Look, Report, Tone};

/// The report of all findings of `sheets` files, in the order of the paths.
pub fn report(notices: Vec<Notice>, sheets: usize, lang: Lang) -> Report {
    let tally = Tally::of(notices.iter().map(|notice| &notice.finding));
    let count = |key: &str, count: usize| Field {
        key: key.to_owned(),
        label: String::new(),
        cell: Cell { words: String::new(), ..Cell::count(count, lang) },
        look: Look::Line,
    };
    let fields = vec![
        count("sheets", sheets),
        count("errors", tally.errors),
        count("warnings", tally.warnings),
        count("hints", tally.hints),
    ];
    Report::new("validate")
        .with(Block::Notices { key: "findings", notices, grouped: true })
        .with(Block::Fields { key: "summary", fields })
        .with(Block::Line(verdict(sheets, tally).say(lang).to_owned(), tone(tally)))
}

/// The one line that says how it is: `3 sheets: 1 error, 4 warnings, 2 hints`.
pub fn verdict(sheets: usize, tally: Tally) -> Phrase {
    let counted = [
        (plural::ERROR, tally.errors),
        (plural::WARNING, tally.warnings),
        (plural::HINT, tally.hints),
    ];
    let say = |lang: Lang| {
        let there = counted.iter().filter(|(_, count)| *count > 0);
        let counts: Vec<String> = there.map(|(noun, count)| noun.count(*count, lang)).collect();
        let sheets = plural::SHEET.count(sheets, lang);
        match (counts.is_empty(), lang) {
            (true, Lang::En) => format!("{sheets}: nothing to say"),
            (true, Lang::Fr) => format!("{sheets} : rien à signaler"),
            (false, Lang::En) => format!("{sheets}: {}", counts.join(", ")),
            (false, Lang::Fr) => format!("{sheets} : {}", counts.join(", ")),
        }
    };
    Phrase::new(say(Lang::En), say(Lang::Fr))
}

fn tone(tally: Tally) -> Tone {
    match tally {
        Tally { errors: 1.., .. } => Tone::Wrong,
        Tally { warnings: 0, .. } => Tone::Good,
        _ => Tone::Strong,
    }
}

/// The first notice of each kind and advice within each file, with all of that sort there.
pub fn grouped(notices: &[Notice]) -> Vec<(&Notice, Vec<&Finding>)> {
    let mut groups: Vec<(&Notice, Vec<&Finding>)> = Vec::new();
    let mut file = 0;
    for notice in notices {
        if groups.last().is_some_and(|(last, _)| last.path != notice.path) {
            file = groups.len();
        }
        let told = &notice.finding;
        let alike = |first: &Finding| first.kind == told.kind && first.help == told.help;
        match groups[file..].iter_mut().find(|(first, _)| alike(&first.finding)) {
            Some((_, findings)) => findings.push(told),
            None => groups.push((notice, vec![told])),
        }
    }
    groups
}

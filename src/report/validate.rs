//! What `validate` says: every finding, sheet by sheet, and how many there are.

use crate::finding::{Diagnostic, Tally};
use crate::lang::{Lang, Phrase, phrase, plural, text};
use crate::report::{Block, Cell, DiagnosticGroups, FieldCell, GroupBy, Report, Tone};

/// The report of the findings of one sheet.
pub fn of_one_sheet(diagnostics: Vec<Diagnostic>, lang: Lang) -> Report {
    report(diagnostics, DiagnosticGroups::by(GroupBy::File), 1, lang)
}

/// The report of findings of `sheets` files, in the order of the paths, and how
/// people are shown them.
pub fn report(
    diagnostics: Vec<Diagnostic>,
    groups: DiagnosticGroups,
    sheets: usize,
    lang: Lang,
) -> Report {
    let tally = Tally::of(diagnostics.iter().map(|diagnostic| &*diagnostic.finding));
    let count = |key: &str, count| FieldCell::for_machines(key, Cell::count(count, lang));
    let fields = vec![
        count("sheets", sheets),
        count("errors", tally.errors),
        count("warnings", tally.warnings),
        count("hints", tally.hints),
    ];
    let count = diagnostics.iter().filter(|diagnostic| diagnostic.finding.is_fixable()).count();
    let by = groups.by;
    let mut report = Report::new("validate")
        .with(Block::Diagnostics { key: "findings", diagnostics, groups })
        .with(Block::Fields { key: "summary", fields });
    if by == GroupBy::Lint {
        let all = text!(
            "showing one finding per code; one line per finding: --format short; all in full: \
             --all",
            "un constat par code ; une ligne par constat : --format short ; tous en entier : --all",
        );
        report.blocks.push(Block::Line(all.get(lang).to_owned(), Tone::Muted));
    }
    if let Some(line) = fixable(count) {
        report.blocks.push(Block::Line(line.get(lang).to_owned(), Tone::Muted));
    }
    report.with(Block::Line(verdict(sheets, tally).get(lang).to_owned(), tone(tally)))
}

/// How many findings `--fix` takes care of.
fn fixable(count: usize) -> Option<Phrase> {
    match count {
        0 => None,
        1 => Some(phrase!(
            "1 finding can be fixed automatically: sheet validate --fix",
            "1 constat peut être corrigé automatiquement : sheet validate --fix",
        )),
        _ => Some(phrase!(
            "{count} findings can be fixed automatically: sheet validate --fix",
            "{count} constats peuvent être corrigés automatiquement : sheet validate --fix",
            count,
        )),
    }
}

/// The one line that says how it is: `3 sheets: 1 error, 4 warnings, 2 hints`.
pub fn verdict(sheets: usize, tally: Tally) -> Phrase {
    let counted = [
        (plural::ERROR, tally.errors),
        (plural::WARNING, tally.warnings),
        (plural::HINT, tally.hints),
    ];
    let there = counted.iter().filter(|(_, count)| *count > 0);
    let there: Vec<Phrase> = there.map(|(noun, count)| noun.phrase(*count)).collect();
    let sheets = plural::SHEET.phrase(sheets);
    if there.is_empty() {
        return phrase!("{sheets}: no problems found", "{sheets} : aucun problème", sheets);
    }
    let counts = Phrase::per_lang(|lang| {
        there.iter().map(|count| count.get(lang)).collect::<Vec<_>>().join(", ")
    });
    phrase!("{sheets}: {counts}", "{sheets} : {counts}", sheets, counts)
}

fn tone(tally: Tally) -> Tone {
    match tally {
        Tally { errors: 1.., .. } => Tone::Error,
        Tally { warnings: 0, .. } => Tone::Good,
        _ => Tone::Strong,
    }
}

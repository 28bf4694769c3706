//! What `validate` says: every finding, sheet by sheet, and how many there are.

use std::collections::HashMap;

use crate::finding::{Diagnostic, Tally};
use crate::lang::{Lang, Phrase, phrase, plural, text};
use crate::report::{Block, Cell, FieldCell, FieldLayout, GroupBy, Report, Tone};

/// More groups than this are too many to be shown with their lines.
const MAX_GROUPS: usize = 40;

/// How many findings are to be shown together: file by file, unless that is too much to read.
pub fn choose_group_by(diagnostics: &[Diagnostic]) -> GroupBy {
    // So many of them cannot make few groups: no file has that many kinds.
    let some = &diagnostics[..diagnostics.len().min(MAX_GROUPS * MAX_GROUPS)];
    if grouped(some, GroupBy::File).len() > MAX_GROUPS { GroupBy::Lint } else { GroupBy::File }
}

/// The report of findings of `sheets` files, in the order of the paths.
pub fn report(
    diagnostics: Vec<Diagnostic>,
    sheets: usize,
    group_by: GroupBy,
    lang: Lang,
) -> Report {
    let tally = Tally::of(diagnostics.iter().map(|diagnostic| &diagnostic.finding));
    let count = |key: &str, count: usize| FieldCell {
        key: key.to_owned(),
        label: String::new(),
        cell: Cell { text: String::new(), ..Cell::count(count, lang) },
        layout: FieldLayout::Line,
    };
    let fields = vec![
        count("sheets", sheets),
        count("errors", tally.errors),
        count("warnings", tally.warnings),
        count("hints", tally.hints),
    ];
    let count = diagnostics.iter().filter(|diagnostic| diagnostic.finding.fix.is_some()).count();
    let mut report = Report::new("validate")
        .with(Block::Diagnostics { key: "findings", diagnostics, group_by })
        .with(Block::Fields { key: "summary", fields });
    if group_by == GroupBy::Lint {
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

/// The groups of diagnostics that are shown by their first, by their indices; errors first where the
/// files are mixed.
pub fn grouped(diagnostics: &[Diagnostic], group_by: GroupBy) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let mut known: HashMap<(&str, &str, &str), usize> = HashMap::new();
    for (index, diagnostic) in diagnostics.iter().enumerate() {
        let finding = &diagnostic.finding;
        let help = finding.help.as_ref().map_or("", |help| help.en.as_str());
        let key = match group_by {
            GroupBy::File => (diagnostic.path.as_str(), finding.lint.code, help),
            GroupBy::Lint => ("", finding.lint.code, ""),
        };
        let group = *known.entry(key).or_insert(groups.len());
        match groups.get_mut(group) {
            Some(group) => group.push(index),
            None => groups.push(vec![index]),
        }
    }
    if group_by == GroupBy::Lint {
        groups.sort_by_key(|group| diagnostics[group[0]].finding.severity);
    }
    groups
}

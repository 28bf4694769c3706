//! What `validate` says: every finding, sheet by sheet, and how many there are.

use std::collections::HashMap;

use crate::finding::{Notice, Tally};
use crate::lang::{Lang, Phrase, Text, plural};
use crate::report::{Block, Cell, Field, Look, Report, Together, Tone};

/// More groups than this are too many to be shown with their lines.
const MANY: usize = 40;

/// How many findings are to be shown together: file by file, unless that is too much to read.
pub fn together(notices: &[Notice]) -> Together {
    // So many of them cannot make few groups: no file has that many kinds.
    let some = &notices[..notices.len().min(MANY * MANY)];
    match grouped(some, Together::ByFile).len() > MANY {
        true => Together::ByKind,
        false => Together::ByFile,
    }
}

/// The report of findings of `sheets` files, in the order of the paths.
pub fn report(notices: Vec<Notice>, sheets: usize, together: Together, lang: Lang) -> Report {
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
    let mendable = notices.iter().filter(|notice| notice.finding.mend.is_some()).count();
    let mut report = Report::new("validate")
        .with(Block::Notices { key: "findings", notices, together })
        .with(Block::Fields { key: "summary", fields });
    if together == Together::ByKind {
        let all = Text::new(
            "the first of each; one line for every one: --format short; all with their lines: --all",
            "le premier de chaque sorte ; une ligne pour chacun : --format short ; tous avec leurs lignes : --all",
        );
        report.blocks.push(Block::Line(all.say(lang).to_owned(), Tone::Muted));
    }
    if mendable > 0 {
        let line = Phrase::new(
            format!("{mendable} of them can be mended by themselves: sheet validate --fix"),
            format!("{mendable} d'entre eux se réparent tout seuls : sheet validate --fix"),
        );
        report.blocks.push(Block::Line(line.say(lang).to_owned(), Tone::Muted));
    }
    report.with(Block::Line(verdict(sheets, tally).say(lang).to_owned(), tone(tally)))
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

/// The groups of notices that are shown by their first, by their indices; errors first where the
/// files are mixed.
pub fn grouped(notices: &[Notice], together: Together) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let mut known: HashMap<(&str, &str, &str), usize> = HashMap::new();
    for (index, notice) in notices.iter().enumerate() {
        let told = &notice.finding;
        let help = told.help.as_ref().map_or("", |help| help.en.as_str());
        let key = match together {
            Together::None => {
                groups.push(vec![index]);
                continue;
            }
            Together::ByFile => (notice.path.as_str(), told.kind.code, help),
            Together::ByKind => ("", told.kind.code, ""),
        };
        let group = *known.entry(key).or_insert(groups.len());
        match groups.get_mut(group) {
            Some(group) => group.push(index),
            None => groups.push(vec![index]),
        }
    }
    if together == Together::ByKind {
        groups.sort_by_key(|group| notices[group[0]].finding.severity);
    }
    groups
}

//! `sheet validate --fix`: mends what takes no judgement, sheet by sheet, and shows what changed.

use anyhow::Result;

use crate::commands::{Context, Exit};
use crate::finding::{Finding, Mend, Notice};
use crate::lang::{Phrase, plural};
use crate::portfolio::Entry;
use crate::report::{Block, Report};
use crate::rules;
use crate::sheet::write;
use crate::source::Source;
use crate::source::edit::edit;
use crate::store::{self, Collection, Replaced, SheetPath};

/// No sheet needs more rounds: each round mends all that it finds.
const ROUNDS: usize = 40;

/// Mends the sheets, or only shows what would be mended.
pub fn run(
    context: &Context,
    collection: Option<&Collection>,
    paths: &[&SheetPath],
    dry_run: bool,
) -> Result<Exit> {
    let _lock = match collection {
        Some(collection) if !dry_run => Some(context.lock(collection)?),
        _ => None,
    };
    let mut report = Report::new("fix");
    let mut exit = Exit::Done;
    for path in paths {
        let source = match store::read(path) {
            Ok(source) => source,
            Err(unreadable) => {
                context.tell_unread(&[Notice::new(&unreadable.source, unreadable.finding)]);
                exit = Exit::No;
                continue;
            }
        };
        let mended = mended(context, &source);
        if mended.text() == source.text() {
            continue;
        }
        if !dry_run
            && store::replace(&path.full, &source.bytes(), &mended.bytes())? == Replaced::Changed
        {
            context.say(&Phrase::new(
                format!("{} was changed by somebody else meanwhile, and left alone", path.shown),
                format!("{} a été modifié entre-temps, et laissé tel quel", path.shown),
            ));
            exit = Exit::No;
            continue;
        }
        report.blocks.push(Block::Change {
            key: "changes",
            path: path.shown.clone(),
            before: source.text().to_owned(),
            after: mended.text().to_owned(),
        });
    }
    let count = report.blocks.len();
    match dry_run {
        true => {
            context.answer(&report)?;
            if count > 0 {
                exit = Exit::No;
            }
        }
        false => context.show(&report),
    }
    let sheets = plural::SHEET.phrase(count);
    context.say(&match dry_run {
        true => Phrase::new(
            format!("{} would be mended; nothing was written", sheets.en),
            format!("{} à réparer ; rien n'a été écrit", sheets.fr),
        ),
        false => Phrase::new(format!("{} mended", sheets.en), format!("réparé : {}", sheets.fr)),
    });
    Ok(exit)
}

/// The text with everything mended that can be, and nothing lost: a mend that cannot be made
/// safely is left out.
fn mended(context: &Context, source: &Source) -> Source {
    let mut source = source.with_text(source.text().to_owned());
    for _ in 0..ROUNDS {
        let findings = match Entry::read(&source, context.today) {
            Ok(entry) => rules::check(&entry, &context.setting()).findings,
            Err(finding) => vec![*finding],
        };
        let before = source.text().to_owned();
        for mend in findings.iter().filter_map(|finding| finding.mend.as_deref()) {
            match mend {
                Mend::Change(path, change) => {
                    if let Ok(text) = edit(&source, path, change, &write::order(), write::pair) {
                        source = source.with_text(text);
                    }
                }
                // The places that follow are no longer what they were.
                Mend::Text(..) if source.text() != before => {}
                Mend::Text(span, text) => {
                    let (start, end) = (source.byte(span.start), source.byte(span.end));
                    let after = format!("{}{text}{}", &before[..start], &before[end..]);
                    let after = source.with_text(after);
                    if is_better(context, &after, &findings) {
                        source = after;
                    }
                }
            }
        }
        if source.text() == before {
            break;
        }
    }
    source
}

/// Whether a text tells less than before, or is read further.
fn is_better(context: &Context, after: &Source, before: &[Finding]) -> bool {
    match (Entry::read(after, context.today), before) {
        (Ok(entry), _) => {
            let unreadable = before.iter().any(|finding| finding.kind.code == "syntax");
            unreadable || entry.findings.len() < before.len()
        }
        (Err(finding), [first, ..]) => finding.span.start.line > first.span.start.line,
        (Err(_), []) => false,
    }
}

//! `sheet show`: the whole of a sheet, or of several.

use anyhow::Result;

use crate::cli::ShowArgs;
use crate::lang::plural;
use crate::portfolio::Entry;
use crate::render::Reader;
use crate::report::Report;
use crate::report::show;
use crate::session::sheets;
use crate::session::targets::targets;
use crate::session::{Context, Exit};

/// Shows the sheets.
pub(super) fn run(context: &Context, args: &ShowArgs) -> Result<Exit> {
    let collection = context.collection()?;
    let paths = targets(context, &collection, &args.words, &args.flags.terms())?;
    let lang = context.lang();
    // What goes to others says nothing of what is still to be written.
    let is_keeper = context.format.reader == Reader::Terminal;
    let shown = sheets::map_files(context, &paths, |entry: Entry| {
        let mut report = show::report(&entry.sheet, lang);
        report.blocks.extend(show::next_step(&entry.sheet, lang).filter(|_| is_keeper));
        report
    });
    match shown.answers.as_slice() {
        [only] if paths.len() == 1 => context.answer(only)?,
        [] if paths.len() == 1 => {}
        several => {
            let people = matches!(context.format.reader, Reader::Terminal | Reader::Document);
            let report: Report = if people {
                show::in_turn(several.iter().cloned())
            } else {
                show::as_rows(several)
            };
            context.answer(&report)?;
            context.note(&plural::SHEET.phrase(several.len()));
        }
    }
    Ok(Exit::Success)
}

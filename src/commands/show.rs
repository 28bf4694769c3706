//! `sheet show ID`: the whole of one sheet.

use anyhow::Result;

use crate::cli::ShowArgs;
use crate::commands::{Context, Exit};
use crate::portfolio::Entry;
use crate::report::show;

/// Shows the sheet.
pub fn run(context: &Context, args: &ShowArgs) -> Result<Exit> {
    let collection = context.collection()?;
    let Some(path) = context.named(&collection, &args.id)? else {
        return Ok(Exit::No);
    };
    let lang = context.lang();
    let shown = context.ask_files(&[path], |entry: Entry| show::report(&entry.sheet, lang));
    for report in &shown.answers {
        context.answer(report)?;
    }
    Ok(Exit::Done)
}

//! `sheet show ID`: the whole of one sheet.

use anyhow::Result;

use crate::cli::ShowArgs;
use crate::portfolio::Entry;
use crate::report::show;
use crate::session::find_sheet;
use crate::session::sheets;
use crate::session::{Context, Exit};

/// Shows the sheet.
pub(super) fn run(context: &Context, args: &ShowArgs) -> Result<Exit> {
    let collection = context.collection()?;
    let path = find_sheet::find_sheet(context, &collection, &args.id)?;
    let lang = context.lang();
    let shown =
        sheets::map_files(context, &[path], |entry: Entry| show::report(&entry.sheet, lang));
    for report in &shown.answers {
        context.answer(report)?;
    }
    Ok(Exit::Success)
}

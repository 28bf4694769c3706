//! `sheet` alone: what is there, and the next useful thing.

use anyhow::Result;

use crate::report::overview::{self, Overview};
use crate::session::sheets;
use crate::session::{Context, Exit};
use crate::sheet::completeness::completeness;

/// Says what the collection holds and what to do next; where there is none, how to begin.
pub(super) fn run(context: &Context) -> Result<Exit> {
    let lang = context.lang();
    if context.is_outside() {
        context.answer(&overview::no_collection(lang))?;
        return Ok(Exit::Success);
    }
    let all = sheets::map_all(context, |entry| {
        (entry.sheet.period().years(), completeness(&entry.sheet).1.is_some())
    })?;
    let years = || all.answers.iter().map(|(years, _)| years).filter(|years| !years.is_empty());
    context.answer(&overview::report(
        &Overview {
            sheets: all.answers.len() + all.unreadable.len(),
            with_errors: all.with_errors + all.unreadable.len(),
            incomplete: all.answers.iter().filter(|(_, incomplete)| *incomplete).count(),
            first_year: years().map(|years| *years.start()).min(),
            last_year: years().map(|years| *years.end()).max(),
        },
        lang,
    ))?;
    Ok(Exit::Success)
}

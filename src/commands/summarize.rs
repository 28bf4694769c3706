//! `sheet summarize`: how many, how much, with whom, when.

use anyhow::Result;

use crate::cli::SummarizeArgs;
use crate::commands::{Context, Exit};
use crate::report::summary::{self, Sums};

/// Adds up the sheets that are selected.
pub fn run(context: &Context, args: &SummarizeArgs) -> Result<Exit> {
    let Some(query) = context.query(&args.query, &args.which) else {
        return Ok(Exit::Wrong);
    };
    let selected = context.ask_selected(&query, |entry| summary::facts(&entry.sheet))?;
    let mut sums = Sums::default();
    for facts in &selected.answers {
        sums.add(facts);
    }
    context.answer(&summary::report(&sums, context.lang()))?;
    Ok(selected.exit())
}

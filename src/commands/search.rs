//! `sheet search TEXT`: what was learnt and said about something, wherever it is written.

use std::cmp::Reverse;

use anyhow::Result;

use crate::cli::SearchArgs;
use crate::commands::{Context, Exit};
use crate::lang::{Phrase, plural};
use crate::query::search::{NOTHING, Sought};
use crate::report::passages::{self, Attributed};

/// Searches the sheets that are selected.
pub fn run(context: &Context, args: &SearchArgs) -> Result<Exit> {
    let Some(query) = context.query(&args.which.texts()) else {
        return Ok(Exit::Wrong);
    };
    let text = args.text.join(" ");
    let Some(sought) = Sought::read(&text) else {
        context.say(&NOTHING.into());
        return Ok(Exit::Wrong);
    };
    let lang = context.lang();
    let selected = context.ask_selected(&query, |entry| {
        let sheet = &entry.sheet;
        let last = sheet.dates.period().last();
        let found = sought.passages(sheet).into_iter();
        found.map(|one| (last, Attributed::of(one, sheet, lang))).collect::<Vec<_>>()
    })?;
    let exit = selected.exit();
    let mut found: Vec<_> = selected.answers.into_iter().flatten().collect();
    // Where all the words stand together somewhere, passages with some of them are noise.
    let best = found.iter().map(|(_, one)| one.passage.found).max().unwrap_or(0);
    let least = if best == sought.count() { best } else { 1 };
    found.retain(|(_, one)| one.passage.found >= least);
    found.sort_by_key(|(last, one)| Reverse((one.passage.score, *last)));
    let count = found.len();
    let shown: Vec<Attributed> =
        found.into_iter().map(|(_, one)| one).take(args.limit.unwrap_or(20)).collect();
    context.answer(&passages::report(&shown, count, args.by_kind, lang))?;
    let passages = plural::PASSAGE.phrase(count);
    context.say(&match count > shown.len() {
        false => passages,
        true => Phrase::new(
            format!("the {} best of {}; all: --limit {count}", shown.len(), passages.en),
            format!("les {} meilleurs de {} ; tous : --limit {count}", shown.len(), passages.fr),
        ),
    });
    Ok(if count == 0 { Exit::No } else { exit })
}

//! `sheet list`, `sheet filter`: the sheets that a query selects, as a table.

use anyhow::Result;

use crate::cli::Layout;
use crate::commands::{Context, Exit};
use crate::lang::plural;
use crate::query::sort::{self, Rank};
use crate::report::list;

/// Lists the sheets.
pub fn run(context: &Context, asked: &[String], layout: &Layout) -> Result<Exit> {
    let Some(query) = context.query(asked) else {
        return Ok(Exit::Wrong);
    };
    let Some((columns, order)) = context.layout(layout) else {
        return Ok(Exit::Wrong);
    };
    let lang = context.lang();
    let mut selected = context.ask_selected(&query, |entry| {
        let ranks: Vec<Rank> = order.iter().map(|by| Rank::of(&by.key, &entry.sheet)).collect();
        (ranks, list::row(&entry.sheet, &columns, lang))
    })?;
    selected.answers.sort_by(|(one, _), (other, _)| sort::compare(one, other, &order));
    let found = selected.answers.len();
    let rows = selected.answers.drain(..).map(|(_, row)| row);
    let rows: Vec<_> = rows.take(layout.limit.unwrap_or(usize::MAX)).collect();
    context.answer(&list::report(rows, &columns, !layout.columns.is_empty(), lang))?;
    context.say(&plural::SHEET.phrase(found));
    Ok(selected.exit())
}
